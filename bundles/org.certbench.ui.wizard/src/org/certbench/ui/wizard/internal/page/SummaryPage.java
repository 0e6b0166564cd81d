package org.certbench.ui.wizard.internal.page;

import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.Summary;
import org.certbench.flow.SummaryStep;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.certbench.ui.wizard.internal.html.RichTextView;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * Shows all of what is about to be signed (M08): the document itself first, so that nobody signs it
 * without having had it in sight, then the facts. What is final has a warning, and a box to be ticked.
 */
public final class SummaryPage implements StepPage {

	private static final Texts TEXTS = Texts.of(SummaryPage.class);
	private static final int DOCUMENT_HEIGHT = 220;

	private PageContext context;
	private SummaryView facts;
	private Label title;
	private RichTextView document;
	private Button confirmed;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(parent);
		title = new Label(parent, SWT.WRAP);
		title.setText(TEXTS.get("summary.document"));
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
		document = new RichTextView(parent, "wizard.summary.document", () -> {
			// it need not be read to its end, though it can be
		});
		GridDataFactory.fillDefaults().grab(true, true).hint(300, DOCUMENT_HEIGHT).applyTo(document.control());
		showDocument("");
		facts = new SummaryView(parent, "wizard.summary.facts");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
		var wording = ((SummaryStep) context.step()).wording();
		if (wording.isFinal()) {
			new Remark(parent, "wizard.summary.warning").warning(wording.warning());
			confirmed = WidgetIds.set(new Button(parent, SWT.CHECK), "wizard.summary." + Answer.CONFIRMED.id());
			confirmed.setText(wording.confirmation());
			confirmed.addListener(SWT.Selection, pressed -> {
				context.session().put(Answer.CONFIRMED, confirmed.getSelection());
				context.answered();
			});
		}
	}

	@Override
	public void refresh() {
		((SummaryStep) context.step()).summary().ifPresent(this::show);
		if (confirmed != null) {
			confirmed.setSelection(context.session().get(Answer.CONFIRMED).orElse(false));
		}
	}

	@Override
	public void focus() {
		document.control().setFocus();
	}

	private void show(Summary summary) {
		facts.show(summary);
		showDocument(summary.document());
	}

	/** Where there is none, as long as it could not be had for instance, it takes no room. */
	private void showDocument(String html) {
		setShown(title, !html.isEmpty());
		setShown(document.control(), !html.isEmpty());
		document.show(html);
	}

	private static void setShown(Control control, boolean shown) {
		control.setVisible(shown);
		((GridData) control.getLayoutData()).exclude = !shown;
		control.requestLayout();
	}
}
