package org.certbench.cli.internal.command;

import java.util.List;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;
import org.certbench.inventory.CertificateLife;

/** A guide that finds these, and has one page. */
record KnownFindings(List<Finding> findings) implements Guide {

	@Override
	public List<Finding> findings(List<CertificateLife> certificates) {
		return findings;
	}

	@Override
	public List<Page> pages() {
		return List.of(new Page("renewal-due", "To be renewed", "", "", List.of(), "", "renew"));
	}

	@Override
	public Optional<Page> page(String problem) {
		return pages().stream().filter(page -> page.problem().equals(problem)).findFirst();
	}

	@Override
	public List<Page> search(String words) {
		throw new UnsupportedOperationException();
	}
}
