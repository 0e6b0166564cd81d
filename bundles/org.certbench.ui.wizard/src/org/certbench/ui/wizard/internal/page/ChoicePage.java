package org.certbench.ui.wizard.internal.page;

import java.util.LinkedHashMap;
import java.util.Map;

import org.certbench.flow.Choice;
import org.certbench.flow.Choice.Option;
import org.certbench.flow.ChoiceStep;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * Asks a choice: a radio button for each option, with its explanation below it. The buttons are named
 * {@code wizard.choice.<choice>.<value>}; the arrow keys go from one to the next.
 */
public final class ChoicePage implements StepPage {

	private static final int EXPLANATION_INDENT = 24;
	private static final int EXPLANATION_WIDTH = 360;

	private final Map<Option, Button> buttons = new LinkedHashMap<>();
	private PageContext context;
	private Choice choice;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		choice = ((ChoiceStep) of.step()).choice();
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(parent);
		choice.options().forEach(option -> add(parent, option));
		choose(context.remembered().get(choice.id()));
	}

	/** What was answered beforehand goes before what was chosen the last time. */
	private void choose(String last) {
		if (choice.isRemembered() && last != null && choice.option(last).isPresent()
				&& context.session().get(choice.answer()).isEmpty()) {
			context.session().put(choice.answer(), last);
		}
	}

	private void add(Composite parent, Option option) {
		var id = "wizard.choice." + choice.id() + "." + option.value();
		var button = WidgetIds.set(new Button(parent, SWT.RADIO), id);
		button.setText(option.name().replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).indent(0, buttons.isEmpty() ? 0 : 10).applyTo(button);
		button.addListener(SWT.Selection, pressed -> {
			if (button.getSelection()) {
				answer(option);
			}
		});
		button.addListener(SWT.MouseDoubleClick, pressed -> context.goOn());
		buttons.put(option, button);
		if (!option.explanation().isEmpty()) {
			explain(parent, button, option);
		}
	}

	private void explain(Composite parent, Button button, Option option) {
		var label = new Label(parent, SWT.WRAP);
		label.setText(option.explanation().replace("&", "&&"));
		label.setForeground(Palette.color(Palette.of(parent).quietText()));
		GridDataFactory.fillDefaults().grab(true, false).indent(EXPLANATION_INDENT, 0).hint(EXPLANATION_WIDTH, SWT.DEFAULT)
				.applyTo(label);
		button.getAccessible().addRelation(ACC.RELATION_DESCRIBED_BY, label.getAccessible());
		label.addListener(SWT.MouseDown, pressed -> {
			answer(option);
			refresh();
			button.setFocus();
		});
	}

	private void answer(Option option) {
		context.session().put(choice.answer(), option.value());
		if (choice.isRemembered()) {
			context.remembered().put(choice.id(), option.value());
		}
		context.answered();
	}

	@Override
	public void refresh() {
		var chosen = context.session().get(choice.answer()).orElse("");
		buttons.forEach((option, button) -> button.setSelection(option.value().equals(chosen)));
	}

	@Override
	public void focus() {
		var all = buttons.values();
		all.stream().filter(Button::getSelection).findFirst().or(() -> all.stream().findFirst()).ifPresent(Button::setFocus);
	}
}
