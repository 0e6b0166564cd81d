package org.certbench.ui.wizard.internal.page;

import java.util.List;
import java.util.Locale;

import org.certbench.authority.Applicant;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.HolderStep;
import org.certbench.ui.Icon;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Asks for whom the certificate is: a searchable list, and the application id (M05). */
public final class HolderPage implements StepPage {

	private static final Texts TEXTS = Texts.of(HolderPage.class);
	private static final int LEAST_HEIGHT = 150;

	private PageContext context;
	private Text search;
	private ChoiceTable<Applicant> table;
	private Field applicationId;
	private Remark remark;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(12, 8).applyTo(parent);
		var label = new Label(parent, SWT.NONE);
		label.setText(TEXTS.get("holder.search.label"));
		search = WidgetIds.set(new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "wizard.holder.search");
		search.setMessage(TEXTS.get("holder.search"));
		search.addListener(SWT.Modify, typed -> fill());
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(search);
		table = new ChoiceTable<>(parent, "wizard.holder.applicant", Applicant.class,
				List.of("holder.name", "holder.identifier", "holder.certificates"), HolderPage::write)
				.whenChosen(() -> table.selected().ifPresent(this::choose), context);
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(300, LEAST_HEIGHT).applyTo(table.table());
		applicationId = Field.of(parent, context.step().kind(), Answer.APPLICATION_ID, TEXTS.get("holder.application-id"),
				context.session(), context::answered);
		remark = new Remark(parent, "wizard.holder.remark");
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(remark.area());
	}

	@Override
	public void refresh() {
		applicationId.setText(context.session().get(Answer.APPLICATION_ID).orElse(""));
		fill();
	}

	@Override
	public void show(List<AnswerProblem> problems) {
		applicationId.show(problems);
		var person = context.session().get(Answer.APPLICANT).filter(chosen -> chosen.holder().identifier().isPerson());
		applicationId.setEnabled(person.isEmpty());
		tellLimit();
	}

	/** A table that gets the focus selects its first row by itself: nobody shall be chosen that way. */
	@Override
	public void focus() {
		if (table.selected().isPresent()) {
			table.table().setFocus();
		} else {
			search.setFocus();
		}
	}

	private void fill() {
		var words = search.getText().toLowerCase(Locale.ROOT).strip();
		table.show(((HolderStep) context.step()).applicants().stream()
				.filter(applicant -> (applicant.name() + " " + applicant.holder()).toLowerCase(Locale.ROOT).contains(words))
				.toList());
		table.select(each -> context.session().get(Answer.APPLICANT).filter(each::equals).isPresent());
	}

	private static void write(TableItem row, Applicant applicant) {
		row.setImage(Icon.HOLDER.image());
		row.setText(new String[] { applicant.name(), applicant.holder().identifier().toString(),
				String.valueOf(applicant.applicationIds().size()) });
	}

	private void choose(Applicant chosen) {
		context.session().put(Answer.APPLICANT, chosen);
		if (chosen.holder().identifier().isPerson()) {
			applicationId.setText("");
		}
		context.answered();
	}

	/** What was chosen, and the application id that was typed, tell it. */
	private void tellLimit() {
		HolderStep.limit(context.session()).ifPresentOrElse(limit -> {
			if (limit.isReached()) {
				remark.warning(limit.words());
			} else {
				remark.note(limit.words());
			}
		}, remark::clear);
	}
}
