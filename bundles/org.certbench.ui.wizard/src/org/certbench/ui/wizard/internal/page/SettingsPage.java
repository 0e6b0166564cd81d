package org.certbench.ui.wizard.internal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.Setting;
import org.certbench.core.Setting.Form;
import org.certbench.core.Texts;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.SettingsStep;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

/**
 * Asks for settings: a field for each, with its hint below, and a button to choose a file or a folder. The
 * fields are named {@code wizard.settings.<setting>}, the buttons {@code wizard.settings.<setting>.browse}.
 */
public final class SettingsPage implements StepPage {

	private static final Texts TEXTS = Texts.of(SettingsPage.class);
	private static final int HINT_WIDTH = 300;

	private final Map<Setting, Field> fields = new LinkedHashMap<>();
	private PageContext context;
	private Composite form;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		form = parent;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(12, 6).applyTo(parent);
	}

	/** What is asked for may be something else than the last time one came here. */
	@Override
	public void refresh() {
		var asked = ((SettingsStep) context.step()).settings();
		if (!asked.equals(List.copyOf(fields.keySet()))) {
			fields.clear();
			for (var control : form.getChildren()) {
				control.dispose();
			}
			asked.forEach(this::add);
			form.requestLayout();
		}
		fields.forEach((setting, field) -> field.setText(context.session().get(SettingsStep.answer(setting)).orElse("")));
	}

	private void add(Setting setting) {
		var label = TEXTS.get(setting.required() ? "settings.required" : "settings.optional", setting.name());
		var field = Field.of(form, context.step().kind(), SettingsStep.answer(setting), label, context.session(),
				context::answered);
		fields.put(setting, field);
		new Label(form, SWT.NONE);
		var below = new Composite(form, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(below);
		GridLayoutFactory.fillDefaults().numColumns(setting.form() == Form.TEXT ? 1 : 2).spacing(10, 0).applyTo(below);
		if (setting.form() != Form.TEXT) {
			addBrowse(below, setting, field);
		}
		var hint = new Label(below, SWT.WRAP);
		hint.setText(setting.hint().replace("&", "&&"));
		hint.setForeground(Palette.color(Palette.of(form).quietText()));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(HINT_WIDTH, SWT.DEFAULT)
				.applyTo(hint);
	}

	private void addBrowse(Composite below, Setting setting, Field field) {
		var browse = WidgetIds.set(new Button(below, SWT.PUSH), "wizard.settings." + setting.id() + ".browse");
		browse.setText(TEXTS.get("settings.browse"));
		browse.setToolTipText(setting.name());
		browse.addListener(SWT.Selection, pressed -> {
			var chosen = setting.form() == Form.FOLDER ? chooseFolder(setting) : chooseFile(setting);
			if (chosen != null) {
				field.replaceText(chosen);
			}
		});
	}

	private String chooseFolder(Setting setting) {
		var dialog = new DirectoryDialog(form.getShell(), SWT.NONE);
		dialog.setText(setting.name());
		dialog.setMessage(setting.hint());
		return dialog.open();
	}

	private String chooseFile(Setting setting) {
		var dialog = new FileDialog(form.getShell(), SWT.OPEN);
		dialog.setText(setting.name());
		return dialog.open();
	}

	@Override
	public void show(List<AnswerProblem> problems) {
		fields.values().forEach(field -> field.show(problems));
	}

	@Override
	public void focus() {
		fields.values().stream().findFirst().ifPresent(Field::focus);
	}
}
