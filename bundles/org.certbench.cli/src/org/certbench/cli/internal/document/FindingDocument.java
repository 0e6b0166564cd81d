package org.certbench.cli.internal.document;

import java.net.URI;

import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;

/**
 * Something that a rule of the guide found.
 *
 * @param severity    {@code error}, {@code warning} or {@code information}
 * @param problem     id of the guide's page
 * @param title       of that page, in words that depend on the language, or null
 * @param subject     what it is about: a file, reader or request, as URI
 * @param holder      whom it concerns, or null
 * @param seen        what was detected, in words that depend on the language
 * @param needsAction whether it makes {@code check} end with exit code 1
 * @param flow        the flow that solves it, or null
 */
public record FindingDocument(String severity, String problem, String title, URI subject, String holder, String seen,
		boolean needsAction, String flow) {

	public static FindingDocument of(Finding finding, Guide guide) {
		var page = guide.page(finding.problem());
		return new FindingDocument(finding.severity().id(), finding.problem(), page.map(Page::title).orElse(null),
				finding.subject(), finding.concerned().map(Holder::toString).orElse(null), finding.seen(),
				finding.needsAction(), page.flatMap(Page::solvingFlow).orElse(null));
	}
}
