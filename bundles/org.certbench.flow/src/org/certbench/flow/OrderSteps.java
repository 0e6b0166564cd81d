package org.certbench.flow;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.Keystore;

/**
 * The steps by which a certificate is ordered, for every flow that orders one: the flow's own
 * questions, then the summary with the signature, the sending, the result (M08 to M12). What
 * surprises:
 * <ul>
 * <li>The key is made, saved and in the journal before anything is signed; signing again after a
 * wrong PIN or another failure uses that key.</li>
 * <li>The signed order is kept on disk, so that sending it again needs neither a PIN nor a key.</li>
 * <li>Where an earlier sending may have arrived, the authority is asked before it is sent
 * again.</li>
 * <li>A session with {@link Answer#RESUMED_REQUEST} takes up that request where the journal says it
 * stands; the flow's own questions are not asked again then.</li>
 * </ul>
 */
public final class OrderSteps {

	private static final Texts TEXTS = Texts.of(OrderSteps.class);

	/** For whom a certificate is ordered, and what it renews. */
	@FunctionalInterface
	public interface Purpose {

		/** The holder and its name. */
		HolderSubject holder(FlowSession session);

		/** The keystore of the certificate that is renewed; nothing for a first request. */
		default Optional<Keystore> renewed(FlowSession session) {
			return Optional.empty();
		}
	}

	private OrderSteps() {
	}

	/**
	 * All steps of a flow that orders a certificate.
	 *
	 * @param purpose   asked when the questions are answered
	 * @param questions what the flow asks; among them the card and {@link PasswordStep}
	 * @throws IllegalArgumentException where the request to be resumed is unknown
	 */
	public static List<Step> after(List<Step> questions, Purpose purpose, FlowSession session) {
		return session.get(Answer.RESUMED_REQUEST).map(key -> session.services().journal().request(key)
				.orElseThrow(() -> new IllegalArgumentException("the journal knows no request " + key)))
				.map(request -> resumed(request, session))
				.orElseGet(() -> Stream.concat(questions.stream(), signatureAndSending(OrderSignature.withNewKey(purpose)))
						.toList());
	}

	/**
	 * Fails where a request for this holder may have reached the authority already and is not done
	 * yet, and its keystore is still there: a second one would be a second key. The summary looks too, and
	 * once more the sending; a flow that knows the holder earlier can say so earlier.
	 */
	public static void refuseSecond(Holder holder, FlowSession session, Progress progress) throws FlowException, Cancelled {
		var underWay = session.services().journal().pending().stream()
				.filter(request -> request.environment() == session.environment() && request.holder().equals(holder))
				.filter(request -> request.milestone().compareTo(Milestone.SENDING) >= 0)
				.filter(request -> session.request().filter(request.key()::equals).isEmpty()).toList();
		for (var request : underWay) {
			if (Files.exists(RequestedKeystore.of(request, session, progress))) {
				throw new FlowException.AlreadyUnderWay(holder, request.started());
			}
		}
	}

	private static List<Step> resumed(RequestRecord request, FlowSession session) {
		session.workOn(request.key());
		if (request.milestone().compareTo(Milestone.SENDING) > 0) {
			return List.of(result());
		}
		if (request.milestone() != Milestone.KEY_CREATED && isKept(request, session)) {
			return List.of(send(), result());
		}
		var questions = Stream.of(TermsStep.of(session), new CardStep(), ownKeystore(request), new ContactStep());
		return Stream.concat(questions, signatureAndSending(OrderSignature.goingOn(request))).toList();
	}

	/** An order that was lost or damaged meanwhile is signed again, with the same key. */
	private static boolean isKept(RequestRecord request, FlowSession session) {
		if (request.order().isEmpty()) {
			return false;
		}
		try {
			return session.authority().isIntact(SignedOrderFiles.read(request.key(), request.signedOrder()));
		} catch (FlowException unreadable) {
			return false;
		}
	}

	private static KeystoreStep ownKeystore(RequestRecord request) {
		return new KeystoreStep(TEXTS.get("order.ownKeystore"),
				known -> known.filter(life -> life.ownRequest().map(RequestRecord::key).filter(request.key()::equals).isPresent()),
				(session, keystore, progress) -> {
					// that it is the request's own is looked at for every resumed request
				});
	}

	private static Stream<Step> signatureAndSending(OrderSignature signature) {
		return Stream.of(new SummaryStep(signature::prepare, signature::sign), send(), result());
	}

	private static WorkStep send() {
		return new WorkStep("send", TEXTS.get("send.title"), TEXTS.get("send.explanation"), TEXTS.get("send.action"),
				new OrderDelivery());
	}

	private static ResultStep result() {
		return new ResultStep(OrderTexts::result);
	}
}
