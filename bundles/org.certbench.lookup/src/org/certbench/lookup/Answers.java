package org.certbench.lookup;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.authority.CertificateRecord;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;

/**
 * All that the authorities answered, the newest word about each thing first: facts for the rules of
 * the guide. Immutable.
 */
public final class Answers {

	private final List<Answer> newestFirst;

	/** Something that an authority said, and when. */
	public record Said<T>(T what, Instant asOf) {
	}

	public Answers(List<Answer> answers) {
		newestFirst = answers.stream().sorted(Comparator.comparing(Answer::asOf).reversed()).toList();
	}

	/** The answers, the newest first. */
	public List<Answer> newestFirst() {
		return newestFirst;
	}

	/** Every certificate of an environment that is known there, as it was told last. */
	public Map<KeyIdentifier, Said<CertificateRecord>> certificates(Environment environment) {
		var told = new LinkedHashMap<KeyIdentifier, Said<CertificateRecord>>();
		newestFirst.stream().filter(answer -> answer.environment() == environment)
				.forEach(answer -> answer.certificates().forEach(
						certificate -> told.putIfAbsent(certificate.key(), new Said<>(certificate, answer.asOf()))));
		return told;
	}

	/** What is published for a holder, as it was told last. */
	public Optional<Said<PublishedToken>> token(Environment environment, Holder holder) {
		return newestFirst.stream().filter(answer -> answer.environment() == environment)
				.flatMap(answer -> answer.tokens().stream().filter(token -> token.holder().equals(holder))
						.map(token -> new Said<>(token, answer.asOf())))
				.findFirst();
	}

	/** The last answer which tells all certificates that a person ordered who may order for this holder. */
	public Optional<Answer> completeFor(Environment environment, Holder holder) {
		return newestFirst.stream().filter(answer -> answer.environment() == environment)
				.filter(answer -> answer.isCompleteFor(holder)).findFirst();
	}

	/** Whether anything was said about a holder. */
	public boolean isAbout(Environment environment, Holder holder) {
		return newestFirst.stream().anyMatch(answer -> answer.environment() == environment && answer.isAbout(holder));
	}
}
