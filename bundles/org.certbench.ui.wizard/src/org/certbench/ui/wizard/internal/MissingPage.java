package org.certbench.ui.wizard.internal;

import org.certbench.core.Texts;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Says that nothing installed can show a step, where a flow came without the page of its kind. */
final class MissingPage implements StepPage {

	private Composite area;

	@Override
	public void create(Composite parent, PageContext context) {
		area = parent;
		GridLayoutFactory.fillDefaults().applyTo(parent);
		var says = new Label(parent, SWT.WRAP);
		says.setText(Texts.of(MissingPage.class).get("missing.page", context.step().kind().id()));
		GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(says);
	}

	@Override
	public void refresh() {
		// it says the same always
	}

	@Override
	public void focus() {
		area.setFocus();
	}
}
