package org.certbench.life;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.eid.Card;
import org.certbench.eid.PinEntry;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.flow.Answer;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowSession;
import org.certbench.flow.HolderStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.flow.StepKind;
import org.certbench.flow.activate.internal.ActivateFlow;
import org.certbench.flow.complete.internal.CompleteFlow;
import org.certbench.flow.renew.internal.RenewFlow;
import org.certbench.flow.request.internal.RequestFlow;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;

/** A certificate manager: goes through the flows of an installation as a person does in the wizard. */
final class Manager {

	/** The password of every keystore, unless a test says otherwise. */
	static final String PASSWORD = "Correct horse 1";

	private final Installation installation;
	private final String reader;
	private Optional<Card> card = Optional.empty();
	private PinEntry pin = Cards.PIN;
	private Holder wanted;
	private String newPassword = PASSWORD;

	/** @param reader with the manager's card */
	Manager(Installation installation, String reader) {
		this.installation = installation;
		this.reader = reader;
	}

	/** The manager whose card has RSA keys, who also manages an ambulance service. */
	static Manager jane(Installation installation) {
		return new Manager(installation, VirtualCards.RSA_READER);
	}

	/** Wants a certificate for an organisation, not for itself. */
	Manager wanting(Holder holder) {
		wanted = holder;
		return this;
	}

	/** Uses another card than the virtual one. */
	Manager using(Card other) {
		card = Optional.of(other);
		return this;
	}

	/** Answers the question for the PIN otherwise. */
	Manager givingPin(PinEntry entry) {
		pin = entry;
		return this;
	}

	/** Chooses another password for new keystores. */
	Manager choosing(String password) {
		newPassword = password;
		return this;
	}

	/** Requests a certificate; the keystore with its key. */
	Path request() throws ProblemException {
		return finish(beginRequest());
	}

	FlowRun beginRequest() throws ProblemException {
		return begin("request", new RequestFlow(), session -> {
			// nothing is known beforehand
		});
	}

	/** Renews the certificate of a keystore; the new keystore. */
	Path renew(Path old, String password) throws ProblemException {
		return finish(begin("renew", new RenewFlow(), keystore(old, password)));
	}

	FlowRun beginRenewal(Path old) throws ProblemException {
		return begin("renew", new RenewFlow(), keystore(old, PASSWORD));
	}

	void complete(Path keystore, String password) throws ProblemException {
		finish(beginCompletion(keystore, password));
	}

	FlowRun beginCompletion(Path keystore, String password) throws ProblemException {
		return begin("complete", new CompleteFlow(), keystore(keystore, password));
	}

	void activate(Path keystore, String password) throws ProblemException {
		finish(begin("activate", new ActivateFlow(), keystore(keystore, password)));
	}

	/** Goes on with a request, as the journal says; all keystores have the usual password. */
	Path resume(RequestRecord request) throws ProblemException {
		return finish(beginAgain(request));
	}

	FlowRun beginAgain(RequestRecord request) throws ProblemException {
		var next = request.next().orElseThrow();
		Flow flow = switch (next) {
			case SEND -> request.renews().isPresent() ? new RenewFlow() : new RequestFlow();
			case COMPLETE -> new CompleteFlow();
			case ACTIVATE -> new ActivateFlow();
			case HAND_OVER -> throw new AssertionError("nothing is left to be done but " + NextAction.HAND_OVER);
		};
		return begin("resumed", flow, session -> {
			session.put(Answer.RESUMED_REQUEST, request.key());
			session.put(Answer.KEYSTORE_PASSWORD, secret(PASSWORD));
		});
	}

	/** A keystore that is chosen beforehand, with its password. */
	static Consumer<FlowSession> keystore(Path file, String password) {
		return session -> {
			session.put(Answer.KEYSTORE_FILE, file);
			session.put(Answer.KEYSTORE_PASSWORD, secret(password));
		};
	}

	/** Begins any flow. */
	FlowRun begin(String id, Flow flow, Consumer<FlowSession> knownBeforehand) throws ProblemException {
		var session = installation.session(pin);
		knownBeforehand.accept(session);
		return new FlowRun(id, flow, session);
	}

	/** What is asked and done, by the ids. */
	static List<String> steps(FlowRun run) {
		return run.steps().stream().map(Step::id).toList();
	}

	/** Goes to the result and closes the run; the keystore that the result names. */
	Path finish(FlowRun run) throws ProblemException {
		try (run) {
			goTo(run, StepKind.RESULT);
			var result = ((ResultStep) run.current()).result().orElseThrow().keystore().orElseThrow();
			run.next(Progress.NONE);
			return result;
		}
	}

	/** Answers and performs what comes before a step, and enters it. */
	void goTo(FlowRun run, StepKind kind) throws ProblemException {
		run.enter(Progress.NONE);
		while (!run.current().kind().equals(kind)) {
			answer(run);
			run.next(Progress.NONE);
			run.enter(Progress.NONE);
		}
	}

	private void answer(FlowRun run) throws ProblemException {
		var session = run.session();
		switch (run.current().kind().id()) {
			case "terms" -> session.put(Answer.TERMS_ACCEPTED, true);
			case "card" -> session.put(Answer.CARD, card.isPresent() ? card.get() : Cards.in(reader));
			case "holder" -> session.put(Answer.APPLICANT, ((HolderStep) run.current()).applicants().stream()
					.filter(applicant -> wanted == null || applicant.holder().equals(wanted)).findFirst().orElseThrow());
			case "contact" -> {
				putUnlessFilled(session, Answer.PERSONAL_EMAIL, "jane@example.org");
				putUnlessFilled(session, Answer.PERSONAL_PHONE, "02 555 01 01");
			}
			case "password" -> {
				session.put(Answer.NEW_PASSWORD, secret(newPassword));
				session.put(Answer.NEW_PASSWORD_AGAIN, secret(newPassword));
			}
			case "summary" -> session.put(Answer.CONFIRMED, true);
			default -> {
				// no question, or answered beforehand
			}
		}
	}

	private static void putUnlessFilled(FlowSession session, Answer<String> answer, String value) {
		if (session.get(answer).filter(text -> !text.isEmpty()).isEmpty()) {
			session.put(answer, value);
		}
	}

	private static Secret secret(String text) {
		return Secret.taking(text.toCharArray());
	}
}
