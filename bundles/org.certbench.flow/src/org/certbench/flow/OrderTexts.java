package org.certbench.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.certbench.authority.Contract;
import org.certbench.authority.OrderReceipt;
import org.certbench.core.HolderSubject;
import org.certbench.core.Texts;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.Summary.Row;
import org.certbench.flow.Summary.Section;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Keystore;

/** What a person reads of an order: before it is signed, and after it was sent. */
final class OrderTexts {

	private static final Texts TEXTS = Texts.of(OrderTexts.class);

	private OrderTexts() {
	}

	/** What is about to be signed (M08). */
	static Summary summary(Contract contract, HolderSubject holder, Optional<Keystore> renewed, FlowSession session) {
		var sections = List.of(new Section(TEXTS.get("summary.certificate"), certificate(contract, holder, renewed, session)),
				new Section(TEXTS.get("contact.title"), contact(session)),
				new Section(TEXTS.get("keystore.title"), keystore(renewed, session)),
				new Section(TEXTS.get("summary.signature"), List.of(
						row("summary.signer", session.require(Answer.CARD).identity().displayName()),
						row("summary.meaning", TEXTS.get("summary.binding")))));
		return new Summary(sections, contract.text(Locale.getDefault().getLanguage()));
	}

	private static List<Row> certificate(Contract contract, HolderSubject holder, Optional<Keystore> renewed,
			FlowSession session) {
		var rows = new ArrayList<>(List.of(row("summary.name", holder.name()),
				row("summary.identifier", holder.holder().identifier())));
		holder.holder().application().ifPresent(id -> rows.add(row("summary.applicationId", id)));
		rows.add(row("summary.subject", contract.subjectText()));
		var baseServices = ContactStep.baseServices(session);
		if (!baseServices.isEmpty()) {
			rows.add(row("summary.baseServices", String.join(", ", baseServices)));
		}
		renewed.ifPresent(old -> rows.add(row("summary.renews", old.file().getFileName())));
		return rows;
	}

	private static List<Row> contact(FlowSession session) {
		var contact = ContactStep.contactData(session);
		var rows = new ArrayList<Row>();
		addUnlessEmpty(rows, "summary.email", contact.personalEmail());
		addUnlessEmpty(rows, "summary.generalEmail", contact.generalEmail());
		addUnlessEmpty(rows, "summary.phone", contact.personalPhone());
		addUnlessEmpty(rows, "summary.generalPhone", contact.generalPhone());
		return rows;
	}

	private static void addUnlessEmpty(List<Row> rows, String label, String value) {
		if (!value.isEmpty()) {
			rows.add(row(label, value));
		}
	}

	private static List<Row> keystore(Optional<Keystore> renewed, FlowSession session) {
		var rows = new ArrayList<>(List.of(row("summary.folder", session.keystoreFolder()),
				row("summary.secretKey", TEXTS.get("summary.staysHere"))));
		renewed.ifPresent(old -> rows.add(row("summary.carriedOver", old.encryptionEntries().size())));
		return rows;
	}

	/** What became of it, and what comes next (M12, M21). */
	static Result result(FlowSession session) {
		var request = session.request().flatMap(session.services().journal()::request)
				.orElseThrow(() -> new IllegalStateException("nothing was ordered yet"));
		var receipt = session.get(OrderDelivery.RECEIPT);
		var sections = List.of(new Section(TEXTS.get("result.request"), sent(request, receipt)),
				new Section(TEXTS.get("result.newKey"), List.of(row("result.file", request.keystore().getFileName()),
						row("summary.folder", request.keystore().getParent()),
						row("summary.secretKey", TEXTS.get("summary.staysHere")))),
				new Section(TEXTS.get("result.next"), next(request)));
		return new Result(new Summary(sections, ""), request.keystore());
	}

	private static List<Row> sent(RequestRecord request, Optional<OrderReceipt> receipt) {
		var rows = new ArrayList<>(List.of(row("summary.name", request.holderName()),
				row("summary.identifier", request.holder()), row("result.identification", request.key())));
		receipt.ifPresent(confirmed -> rows.add(row("result.validation",
				TEXTS.get(confirmed.automaticallyValidated() ? "result.automatic" : "result.byHand"))));
		receipt.flatMap(OrderReceipt::replaces).ifPresent(replaced -> rows.add(row("result.replaces", replaced)));
		return rows;
	}

	private static List<Row> next(RequestRecord request) {
		return List.of(row("result.wait", TEXTS.get("result.waitForMail")),
				row("result.then", TEXTS.get(request.renews().isPresent() ? "result.completeRenewal" : "result.complete")));
	}

	private static Row row(String label, Object value) {
		return new Row(TEXTS.get(label), String.valueOf(value));
	}
}
