package org.certbench.cli.lookup.internal;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.certbench.authority.CertificateRecord;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.inventory.CertificateLife;
import org.certbench.lookup.Answer;
import org.certbench.lookup.Comparison;
import org.certbench.lookup.Comparison.Row;
import org.certbench.lookup.PublishedToken;
import org.certbench.lookup.Words;

/**
 * What an authority knows beside what is here.
 *
 * @param environment which authority
 * @param asOf        when it answered
 * @param needsAction whether a difference asks for something to be done
 * @param comparison  a row for each certificate that is known there or here
 */
record ComparisonDocument(String environment, Instant asOf, boolean needsAction, List<Compared> comparison) {

	/**
	 * A certificate there and here.
	 *
	 * @param holder      {@code TYPE=ID} or {@code TYPE=ID,APPID}
	 * @param holderName  the name, or null
	 * @param there       what the authority knows of it, or null
	 * @param here        its keystore, or null
	 * @param token       what is published for its holder, or null where that was not asked
	 * @param differences none where both agree
	 */
	public record Compared(String holder, String holderName, There there, Here here, Token token,
			List<Differing> differences) {
	}

	/**
	 * What the authority knows.
	 *
	 * @param status      {@code in-progress}, {@code valid-active}, {@code refused}, {@code revoked}, {@code expired}, {@code unknown}
	 * @param tokenStatus {@code not-requested}, {@code in-request}, {@code wait-for-activation}, {@code valid-active},
	 *                    {@code revoked}, {@code expired}, {@code unknown}
	 * @param notBefore   or null while it is not issued
	 * @param notAfter    or null while it is not issued
	 */
	public record There(String key, String status, String tokenStatus, Instant requested, Instant notBefore,
			Instant notAfter, boolean revocable, boolean replaceable) {
	}

	/** The keystore: its file, its key or null, and its state as in {@code list}, or null of a file that cannot be read. */
	public record Here(Path file, String key, String state, boolean missing) {
	}

	/** The serial number of the only published token, or null; and the holders to choose from where there are several. */
	public record Token(BigInteger serial, Instant notAfter, List<String> several) {
	}

	/** A difference: its word, the guide's page, the same in words. */
	public record Differing(String difference, String problem, String seen, boolean needsAction) {
	}

	public static ComparisonDocument of(Answer answer, Comparison comparison) {
		return new ComparisonDocument(answer.environment().id(), answer.asOf(), comparison.needsAction(),
				comparison.rows().stream().map(ComparisonDocument::of).toList());
	}

	private static Compared of(Row row) {
		return new Compared(row.holder().toString(), row.holderName().isEmpty() ? null : row.holderName(),
				row.there().map(ComparisonDocument::of).orElse(null), row.here().map(ComparisonDocument::of).orElse(null),
				row.token().map(ComparisonDocument::of).orElse(null), row.differences().stream()
						.map(each -> new Differing(word(each), each.problem(), Words.seen(each, row), each.needsAction())).toList());
	}

	private static There of(CertificateRecord known) {
		var validity = known.validity();
		return new There(known.key().hex(), word(known.status()), word(known.tokenStatus()), known.requested(),
				validity == null ? null : validity.notBefore(), validity == null ? null : validity.notAfter(),
				known.revocable(), known.replaceable());
	}

	private static Here of(CertificateLife life) {
		return new Here(life.file(), life.keyIdentifier().map(KeyIdentifier::hex).orElse(null),
				life.unreadable().isEmpty() ? life.state().id() : null, life.isMissing());
	}

	private static Token of(PublishedToken token) {
		return new Token(token.serial(), token.notAfter(), token.several().stream().map(Holder::toString).toList());
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
