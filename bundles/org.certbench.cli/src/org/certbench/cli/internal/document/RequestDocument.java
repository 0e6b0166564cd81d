package org.certbench.cli.internal.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

import org.certbench.cli.internal.flow.CommandHint;
import org.certbench.flow.Flows;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Renewal;

/**
 * A request and where it stands.
 *
 * @param key          by which it is known: the public key's identifier
 * @param environment  where it was made
 * @param holder       for whom
 * @param holderName   the name, or null where it is not known
 * @param keystore     the file with its key
 * @param renews       the certificate that it renews, or null
 * @param milestone    the last one reached: {@code key-created}, {@code signed}, {@code sending},
 *                     {@code sent}, {@code refused}, {@code installed}, {@code token-registered},
 *                     {@code activated}, {@code handed-over}, {@code revoked}
 * @param since        when that was
 * @param started      when its key was made
 * @param next         what is to be done next: {@code send}, {@code complete}, {@code activate},
 *                     {@code hand-over}, or null
 * @param flow         the flow that does it, or null
 * @param command      the same as one can type it, or null
 * @param tryAgainFrom from when on it makes sense, or null
 */
public record RequestDocument(String key, String environment, String holder, String holderName, Path keystore,
		Renewed renews, String milestone, Instant since, Instant started, String next, String flow, String command,
		Instant tryAgainFrom) {

	/** A certificate that is renewed. */
	public record Renewed(String key, Path keystore) {

		private static Renewed of(Renewal renewal) {
			return new Renewed(renewal.oldKey().hex(), renewal.oldKeystore());
		}
	}

	public static RequestDocument of(RequestRecord request, Flows flows) {
		return new RequestDocument(request.key().hex(), request.environment().id(), request.holder().toString(),
				request.holderName().isEmpty() ? null : request.holderName(), request.keystore(),
				request.renews().map(Renewed::of).orElse(null), word(request.milestone()), request.since(), request.started(),
				request.next().map(RequestDocument::word).orElse(null), flows.next(request).orElse(null),
				CommandHint.next(request, flows).orElse(null), request.notYetUntil());
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
