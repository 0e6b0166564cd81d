package org.certbench.ui.doctor.internal;

import java.util.List;
import java.util.Optional;

import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.Texts;
import org.certbench.doctor.Diagnosis;
import org.certbench.doctor.DiagnosisText;
import org.certbench.doctor.Doctor;
import org.certbench.ui.Palette;
import org.certbench.ui.ProblemGuide;
import org.certbench.ui.ScrolledPage;
import org.certbench.ui.Services;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What was seen, part by part, and what is still to be looked at. UI thread. */
final class PartsPage {

	private static final Texts TEXTS = Texts.of(PartsPage.class);
	/** Of a column: the longest of them wrap. */
	private static final int TITLE_WIDTH = 215;

	private final ScrolledPage page;

	PartsPage(Composite parent) {
		page = new ScrolledPage(parent);
		WidgetIds.set(page.control(), "computer.parts");
	}

	Control control() {
		return page.control();
	}

	/**
	 * Shows what there is now.
	 *
	 * @param checks all that are made, in the order to show them
	 * @param parts  those of them that were made
	 */
	void show(List<Doctor.Check> checks, List<Diagnosis.Part> parts) {
		Composite body = page.clear();
		for (var check : checks) {
			var part = parts.stream().filter(each -> each.check().equals(check)).findFirst();
			// One that has nothing to say takes no room.
			if (part.isEmpty() || !part.get().seen().isEmpty()) {
				addPart(body, check, part);
			}
		}
		page.fit();
	}

	private static void addPart(Composite body, Doctor.Check check, Optional<Diagnosis.Part> part) {
		ScrolledPage.heading(body, check.name());
		part.ifPresentOrElse(seen -> seen.seen().forEach(each -> addObservation(body, each)),
				() -> ScrolledPage.quiet(body, TEXTS.get("pending")));
	}

	/** What is well takes a line, so that the rest is in sight. */
	private static void addObservation(Composite body, Observation seen) {
		if (seen.outcome() == Outcome.FINE) {
			addFine(body, seen);
		} else {
			addLack(body, seen);
		}
	}

	private static void addFine(Composite body, Observation seen) {
		Composite row = WidgetIds.set(new Composite(body, SWT.NONE), "computer.seen." + seen.id());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 0).spacing(10, 0).applyTo(row);
		ScrolledPage.sign(row, OutcomeSign.icon(seen.outcome()));
		GridDataFactory.fillDefaults().hint(TITLE_WIDTH, SWT.DEFAULT).applyTo(addTitle(row, seen));
		ScrolledPage.text(row, seen.seen());
	}

	private static void addLack(Composite body, Observation seen) {
		Composite row = WidgetIds.set(ScrolledPage.row(body, 2), "computer.seen." + seen.id());
		ScrolledPage.sign(row, OutcomeSign.icon(seen.outcome()));
		Composite column = new Composite(row, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
		addTitle(column, seen);
		ScrolledPage.text(column, seen.seen());
		ScrolledPage.text(column, TEXTS.get("remedy", seen.remedy()));
		Services.find(ProblemGuide.class).filter(guide -> !seen.problem().isEmpty())
				.ifPresent(guide -> addMore(column, seen, guide));
	}

	private static Label addTitle(Composite parent, Observation seen) {
		Label title = ScrolledPage.text(parent, TEXTS.get("title", seen.subject(), DiagnosisText.word(seen.outcome())));
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		title.setForeground(Palette.color(OutcomeSign.colour(seen.outcome(), parent)));
		return title;
	}

	private static void addMore(Composite column, Observation seen, ProblemGuide guide) {
		Link more = WidgetIds.set(new Link(column, SWT.NONE), "computer.more." + seen.id());
		more.setText("<a>" + TEXTS.get("more") + "</a>");
		more.addListener(SWT.Selection, pressed -> guide.show(seen.problem()));
	}
}
