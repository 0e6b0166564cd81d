package org.certbench.ui.wizard.internal.page;

import java.nio.file.Path;

import org.certbench.core.Texts;
import org.certbench.flow.ResultStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.ui.ClipboardText;
import org.certbench.ui.Icon;
import org.certbench.ui.Opening;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Shows what was made, where it lies and what comes next, with the buttons for it (M11, M12, M21). */
public final class ResultPage implements StepPage {

	private static final Texts TEXTS = Texts.of(ResultPage.class);

	private PageContext context;
	private Composite area;
	private SummaryView facts;
	private Composite buttons;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		area = parent;
		GridLayoutFactory.fillDefaults().spacing(0, 14).applyTo(parent);
		facts = new SummaryView(parent, "wizard.result.facts");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
		buttons = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(buttons);
		RowLayoutFactory.fillDefaults().spacing(8).wrap(true).applyTo(buttons);
	}

	@Override
	public void refresh() {
		((ResultStep) context.step()).result().ifPresent(this::show);
	}

	@Override
	public void focus() {
		area.getShell().getDefaultButton().setFocus();
	}

	private void show(Result result) {
		facts.show(result.summary());
		for (var button : buttons.getChildren()) {
			button.dispose();
		}
		result.keystore().or(() -> result.made().stream().findFirst()).ifPresent(this::addFileButtons);
		context.following().ifPresent(next -> button("wizard.result.following", Icon.FLOW,
				TEXTS.get("result.following", next.name()), context::startFollowing));
		buttons.requestLayout();
	}

	private void addFileButtons(Path file) {
		button("wizard.result.folder", Icon.FOLDER, TEXTS.get("result.folder"),
				() -> Opening.folderOf(file, area.getShell()));
		button("wizard.result.copy", Icon.KEYSTORE, TEXTS.get("result.copy"),
				() -> ClipboardText.put(file.toAbsolutePath().toString(), area.getDisplay()));
	}

	private void button(String id, Icon icon, String text, Runnable action) {
		var button = WidgetIds.set(new Button(buttons, SWT.PUSH), id);
		button.setText(text);
		button.setImage(icon.image());
		button.addListener(SWT.Selection, pressed -> action.run());
	}
}
