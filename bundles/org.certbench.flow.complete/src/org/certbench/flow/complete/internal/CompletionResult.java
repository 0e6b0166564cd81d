package org.certbench.flow.complete.internal;

import org.certbench.core.CertificateFacts;
import org.certbench.core.Texts;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.SummaryBuilder;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.EncryptionEntry;

/** What a person reads when a request is completed, and what comes next (M13, M23). */
final class CompletionResult {

	private static final Texts TEXTS = Texts.of(CompletionResult.class);

	private CompletionResult() {
	}

	static Result of(FlowSession session) {
		var keystore = KeystoreStep.opened(session);
		var certificate = CertificateFacts.of(keystore.authenticationChain().getFirst());
		var summary = new SummaryBuilder(TEXTS).section("result.certificate");
		keystore.holder().ifPresent(summary::holder);
		summary.row("result.validFrom", certificate.notBefore()).row("result.validUntil", certificate.notAfter())
				.row("result.token", keystore.currentEncryptionEntry().map(EncryptionEntry::alias).orElse(""));
		summary.keystore(keystore.file()).carriedOver(oldKeys(keystore));
		summary.section("result.next").row("result.then", TEXTS.get(next(session)));
		return new Result(summary.build(), keystore.file());
	}

	/** How many came from the keystore that was renewed. */
	private static long oldKeys(Keystore keystore) {
		return keystore.encryptionEntries().stream()
				.filter(entry -> keystore.currentEncryptionEntry().filter(entry::equals).isEmpty()).count();
	}

	private static String next(FlowSession session) {
		var request = session.services().journal().request(KeystoreStep.opened(session).keyIdentifier());
		return request.flatMap(RequestRecord::next).filter(NextAction.ACTIVATE::equals).isPresent() ? "result.activate"
				: "result.use";
	}
}
