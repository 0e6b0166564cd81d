package org.certbench.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;

/**
 * What is told of a certificate in a few lines: in tool tips, on the timeline's card and to screen
 * readers.
 *
 * @param title who
 * @param lines a word and what it says, in order
 */
public record CertificateCard(String title, List<Line> lines) {

	private static final Texts TEXTS = Texts.of(CertificateCard.class);

	/** One line: "Expires" and "12 March 2027, 12 days left". */
	public record Line(String word, String says) {
	}

	public CertificateCard {
		lines = List.copyOf(lines);
	}

	/**
	 * The card of a certificate.
	 *
	 * @param findings about it, the worst first
	 */
	public static CertificateCard of(CertificateLife certificate, List<Finding> findings, Instant now) {
		var lines = new ArrayList<Line>();
		certificate.knownHolder().map(Holder::toString).filter(holder -> !holder.equals(certificate.displayName()))
				.ifPresent(holder -> lines.add(line("holder", holder)));
		if (certificate.obstacle().isEmpty()) {
			lines.add(line("state", Words.of(certificate.state()) + " – " + Words.meaning(certificate.state())));
		}
		certificate.dates().ifPresent(dates -> {
			lines.add(line("valid", Dates.period(dates)));
			lines.add(line("expires", Dates.lastDayInWords(dates, now)));
		});
		certificate.renewalWindow().ifPresent(window -> lines
				.add(line("window", TEXTS.get("period", Dates.day(window.opens()), Dates.day(window.closes())))));
		lines.add(line("environment", Words.of(certificate.environment())));
		lines.add(line("file", certificate.file().toString()));
		if (!certificate.obstacle().isEmpty()) {
			lines.add(line("unreadable", certificate.obstacle()));
		}
		findings.stream().limit(3)
				.forEach(finding -> lines.add(new Line(Words.of(finding.severity()), finding.seen())));
		return new CertificateCard(certificate.displayName(), lines);
	}

	/** All of it as plain text, one line each. */
	public String asText() {
		return title + lines.stream().map(line -> "\n" + TEXTS.get("card.line", line.word(), line.says()))
				.collect(Collectors.joining());
	}

	private static Line line(String key, String says) {
		return new Line(TEXTS.get("card." + key), says);
	}
}
