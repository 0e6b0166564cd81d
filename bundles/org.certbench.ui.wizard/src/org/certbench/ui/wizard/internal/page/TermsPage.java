package org.certbench.ui.wizard.internal.page;

import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.TermsStep;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.certbench.ui.wizard.internal.html.RichTextView;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Shows the terms of use; they can be accepted once their end has been in sight (M03). */
public final class TermsPage implements StepPage {

	private static final Texts TEXTS = Texts.of(TermsPage.class);
	private static final int LEAST_HEIGHT = 180;

	private PageContext context;
	private RichTextView terms;
	private Button accept;
	private Remark hint;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(parent);
		terms = new RichTextView(parent, "wizard.terms.text", this::allowAccepting);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, LEAST_HEIGHT).applyTo(terms.control());
		accept = WidgetIds.set(new Button(parent, SWT.CHECK), "wizard.terms." + Answer.TERMS_ACCEPTED.id());
		accept.setText(TEXTS.get("terms.accept"));
		accept.setEnabled(false);
		accept.addListener(SWT.Selection, pressed -> {
			context.session().put(Answer.TERMS_ACCEPTED, accept.getSelection());
			context.answered();
		});
		hint = new Remark(parent, "wizard.terms.hint");
		hint.note(TEXTS.get("terms.read"));
	}

	@Override
	public void refresh() {
		if (terms.control().getCharCount() == 0) {
			terms.show(((TermsStep) context.step()).html());
		}
		accept.setSelection(context.session().get(Answer.TERMS_ACCEPTED).orElse(false));
	}

	@Override
	public void focus() {
		if (accept.isEnabled()) {
			accept.setFocus();
		} else {
			terms.control().setFocus();
		}
	}

	private void allowAccepting() {
		accept.setEnabled(true);
		hint.clear();
	}
}
