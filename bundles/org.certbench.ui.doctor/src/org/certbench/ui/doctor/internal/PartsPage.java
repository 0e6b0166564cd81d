package org.certbench.ui.doctor.internal;

import java.util.List;
import java.util.Optional;

import org.certbench.core.Observation;
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
	 * @param checks all that are made
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

	private static void addObservation(Composite body, Observation seen) {
		Composite row = WidgetIds.set(ScrolledPage.row(body, 2), "computer.seen." + seen.id());
		ScrolledPage.sign(row, OutcomeSign.icon(seen.outcome()));
		Composite column = new Composite(row, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
		Label title = ScrolledPage.text(column, TEXTS.get("title", seen.subject(), DiagnosisText.word(seen.outcome())));
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		title.setForeground(Palette.color(OutcomeSign.colour(seen.outcome(), row)));
		ScrolledPage.text(column, seen.seen());
		if (!seen.remedy().isEmpty()) {
			ScrolledPage.text(column, TEXTS.get("remedy", seen.remedy()));
		}
		Services.find(ProblemGuide.class).filter(guide -> !seen.problem().isEmpty())
				.ifPresent(guide -> addMore(column, seen, guide));
	}

	private static void addMore(Composite column, Observation seen, ProblemGuide guide) {
		Link more = WidgetIds.set(new Link(column, SWT.NONE), "computer.more." + seen.id());
		more.setText("<a>" + TEXTS.get("more") + "</a>");
		more.addListener(SWT.Selection, pressed -> guide.show(seen.problem()));
	}
}
