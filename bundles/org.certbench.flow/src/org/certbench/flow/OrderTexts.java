package org.certbench.flow;

import java.util.Locale;
import java.util.Optional;

import org.certbench.authority.ContactData;
import org.certbench.authority.Contract;
import org.certbench.authority.OrderReceipt;
import org.certbench.core.HolderSubject;
import org.certbench.core.Texts;
import org.certbench.flow.ResultStep.Result;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Keystore;

/** What a person reads of an order: before it is signed, and after it was sent. */
final class OrderTexts {

	private static final Texts TEXTS = Texts.of(OrderTexts.class);

	private OrderTexts() {
	}

	/** What is about to be signed (M08). */
	static Summary summary(Contract contract, HolderSubject holder, Optional<Keystore> renewed, FlowSession session) {
		var contact = ContactStep.contactData(session);
		var summary = new SummaryBuilder(TEXTS).section("summary.certificate").holder(holder)
				.row("summary.subject", contract.subjectText())
				.row("summary.baseServices", String.join(", ", ContactStep.baseServices(session)));
		renewed.ifPresent(old -> summary.row("summary.renews", old.file().getFileName()));
		HolderStep.limit(session).ifPresent(limit -> summary.row("summary.limit", limit.words()));
		summary.section("contact.title").row("summary.email", contact.personalEmail())
				.row("summary.generalEmail", generalEmail(contact, holder)).row("summary.phone", contact.personalPhone())
				.row("summary.generalPhone", contact.generalPhone());
		summary.section("keystore.title").row("keystore.folder", session.keystoreFolder()).row("summary.secretKey",
				TEXTS.get("summary.staysHere"));
		renewed.ifPresent(old -> summary.carriedOver(old.encryptionEntries().size()));
		return summary.section("summary.signature")
				.row("summary.signer", session.require(Answer.CARD).identity().displayName())
				.row("summary.meaning", TEXTS.get("summary.binding"))
				.build(contract.text(Locale.getDefault().getLanguage()));
	}

	/** An organisation without one is advised to give one (M07): a person may leave, and reminders then reach nobody. */
	private static String generalEmail(ContactData contact, HolderSubject holder) {
		return contact.generalEmail().isEmpty() && !holder.holder().identifier().isPerson()
				? TEXTS.get("summary.noGeneralEmail") : contact.generalEmail();
	}

	/** What became of it, and what comes next (M12, M21). */
	static Result result(FlowSession session) {
		var request = session.request().flatMap(session.services().journal()::request)
				.orElseThrow(() -> new IllegalStateException("nothing was ordered yet"));
		var receipt = session.get(OrderDelivery.RECEIPT);
		var summary = new SummaryBuilder(TEXTS).section("result.request")
				.holder(new HolderSubject(request.holder(), request.holderName()))
				.row("result.identification", request.key());
		summary.row("result.validation", validation(request, receipt));
		receipt.flatMap(OrderReceipt::replaces).ifPresent(replaced -> summary.row("result.replaces", replaced));
		request.order().ifPresent(order -> summary.row("result.order", order));
		summary.keystore(request.keystore()).row("summary.secretKey", TEXTS.get("summary.staysHere"));
		summary.section("result.next").row("result.wait", TEXTS.get("result.waitForMail")).row("result.then",
				TEXTS.get(request.renews().isPresent() ? "result.completeRenewal" : "result.complete"));
		return new Result(summary.build(), request.keystore());
	}

	/** Of a request that was confirmed in an earlier run the journal tells only that somebody checks it. */
	private static String validation(RequestRecord request, Optional<OrderReceipt> receipt) {
		if (request.checkedByHand()) {
			return TEXTS.get("result.byHand");
		}
		return receipt.isPresent() ? TEXTS.get("result.automatic") : "";
	}
}
