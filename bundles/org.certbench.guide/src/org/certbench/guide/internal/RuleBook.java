package org.certbench.guide.internal;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;

/** Applies all rules, and puts what they find in the order in which it matters. */
final class RuleBook {

	private static final System.Logger LOG = System.getLogger(RuleBook.class.getName());

	private final List<Supplier<Rule>> rules;

	/** @param rules made when they are first applied */
	RuleBook(List<Supplier<Rule>> rules) {
		this.rules = List.copyOf(rules);
	}

	/** The findings, the worst first; of equally bad ones, those whose certificate expires first. */
	List<Finding> findings(Facts facts) {
		var certificates = facts.certificates().stream()
				.collect(Collectors.toMap(CertificateLife::file, Function.identity(), (one, same) -> one));
		return rules.stream().flatMap(rule -> apply(rule, facts))
				.sorted(Comparator.comparing(Finding::severity).reversed()
						.thenComparing(finding -> deadline(finding, certificates)))
				.toList();
	}

	/** A contributed rule that fails does not take the others with it. */
	private static Stream<Finding> apply(Supplier<Rule> rule, Facts facts) {
		try {
			return rule.get().apply(facts).toList().stream();
		} catch (RuntimeException e) {
			LOG.log(Level.ERROR, "a rule of the guide failed", e);
			return Stream.empty();
		}
	}

	private static Instant deadline(Finding finding, Map<Path, CertificateLife> certificates) {
		return file(finding.subject()).flatMap(file -> Stream.ofNullable(certificates.get(file)))
				.flatMap(life -> life.dates().stream()).map(Validity::notAfter).findFirst().orElse(Instant.MAX);
	}

	private static Stream<Path> file(URI subject) {
		return "file".equals(subject.getScheme()) ? Stream.of(Path.of(subject)) : Stream.empty();
	}
}
