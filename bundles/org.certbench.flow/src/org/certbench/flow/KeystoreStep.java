package org.certbench.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.Stage;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;

/**
 * Asks for a keystore, found by itself or chosen, and its password; performing it opens the
 * keystore and keeps it in the session under {@link #OPENED}, claimed for this run. A keystore that is
 * answered beforehand stays the answer; that of a request that is resumed is found where it lies now.
 */
public final class KeystoreStep extends StandardStep {

	/** The name under which the session keeps the opened keystore. */
	public static final String OPENED = "opened";
	private static final String OLDER = "older";

	/** Looks at the opened keystore, and fails where the flow can do nothing with it. */
	@FunctionalInterface
	public interface Acceptance {
		void accept(FlowSession session, Keystore keystore, Progress progress) throws ProblemException;
	}

	private final String purpose;
	private final UnaryOperator<Stream<CertificateLife>> choice;
	private final Acceptance acceptance;
	private volatile List<CertificateLife> candidates = List.of();
	/** The one that was chosen by itself, or null. */
	private volatile CertificateLife found;

	/**
	 * @param purpose    the question, one sentence: "The keystore of the certificate to renew"
	 * @param choice     of the known keystores of the environment, those that come into question, the
	 *                   likeliest first
	 * @param acceptance looks at the one that was opened
	 */
	public KeystoreStep(String purpose, UnaryOperator<Stream<CertificateLife>> choice, Acceptance acceptance) {
		this(StepKind.KEYSTORE, purpose, choice, acceptance);
	}

	private KeystoreStep(StepKind kind, String purpose, UnaryOperator<Stream<CertificateLife>> choice, Acceptance acceptance) {
		super(kind);
		this.purpose = purpose;
		this.choice = choice;
		this.acceptance = acceptance;
	}

	/** A step that asks, after another one, for an older keystore of the same holder: {@link #openedOlder}. */
	public static KeystoreStep ofOlder(String purpose, UnaryOperator<Stream<CertificateLife>> choice, Acceptance acceptance) {
		return new KeystoreStep(StepKind.OLD_KEYSTORE, purpose, choice, acceptance);
	}

	/** Whether it asks for an older keystore, beside the one that the flow works on. */
	public boolean isForOlder() {
		return kind().equals(StepKind.OLD_KEYSTORE);
	}

	/** Where the answer is which keystore it is. */
	public Answer<Path> file() {
		return isForOlder() ? Answer.OLD_KEYSTORE_FILE : Answer.KEYSTORE_FILE;
	}

	/** Where its password is. */
	public Answer<Secret> password() {
		return isForOlder() ? Answer.OLD_KEYSTORE_PASSWORD : Answer.KEYSTORE_PASSWORD;
	}

	/** The choice of those whose request awaits an action, the one that waits longest first. */
	public static UnaryOperator<Stream<CertificateLife>> awaiting(NextAction action) {
		return known -> known
				.filter(life -> life.ownRequest().flatMap(RequestRecord::next).filter(action::equals).isPresent())
				.sorted(Comparator.comparing(life -> life.request().since()));
	}

	@Override
	public String explanation() {
		return purpose;
	}

	/** The known keystores that come into question, the likeliest first; empty before entering. */
	public List<CertificateLife> candidates() {
		return candidates;
	}

	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("keystore.looking"));
		candidates = find(session, progress);
		var resumed = resumed(session);
		if (resumed.isPresent() && session.get(file()).filter(Files::exists).isEmpty()) {
			session.put(file(), RequestedKeystore.of(resumed.get(), session, progress));
		}
		if (session.get(file()).isEmpty()) {
			candidates.stream().findFirst().ifPresent(first -> choose(first, session));
		}
	}

	private void choose(CertificateLife first, FlowSession session) {
		found = first;
		session.put(file(), first.file());
	}

	/**
	 * Why this keystore was chosen by itself, one or two sentences in the user's language; nothing where a person
	 * chose it, or the request that is resumed.
	 */
	public Optional<String> reason(FlowSession session) {
		var chosen = session.get(file());
		return Optional.ofNullable(found).filter(life -> chosen.filter(life.file()::equals).isPresent())
				.map(life -> candidates.size() == 1 ? TEXTS.get("keystore.only", standing(life))
						: TEXTS.get("keystore.first", candidates.size(), standing(life)));
	}

	/** Where the certificate of a keystore stands, a sentence or two: by it one is told from others of the same holder. */
	public static String standing(CertificateLife life) {
		return life.ownRequest().filter(own -> isNext(own, life)).flatMap(
				own -> Words.next(own).map(next -> TEXTS.get("keystore.waits", next, SummaryBuilder.day(own.since()))))
				.or(() -> life.dates().map(dates -> TEXTS.get(
						dates.knowledge() == Knowledge.ESTIMATED ? "keystore.standing.estimated" : "keystore.standing",
						Words.stateOf(life), SummaryBuilder.day(dates.notAfter()))))
				.orElseGet(() -> TEXTS.get("keystore.standing.noDates", Words.stateOf(life)));
	}

	/** What was never said to be handed over is renewed all the same. */
	private static boolean isNext(RequestRecord request, CertificateLife life) {
		return life.state() != LifeCycleState.RENEWAL_DUE || request.next().filter(NextAction.HAND_OVER::equals).isEmpty();
	}

	/** Looks at the disk only where the index knows none: there may be many keystores. */
	private List<CertificateLife> find(FlowSession session, Progress progress) throws Cancelled {
		var inventory = session.services().inventory();
		var known = among(inventory.certificates(), session.environment());
		return known.isEmpty() ? among(inventory.scan(progress), session.environment()) : known;
	}

	private List<CertificateLife> among(List<CertificateLife> known, Environment environment) {
		return choice.apply(known.stream().filter(life -> life.environment() == environment)).toList();
	}

	/** An older keystore is not that of the request which is resumed. */
	private Optional<KeyIdentifier> resumedKey(FlowSession session) {
		return isForOlder() ? Optional.empty() : session.get(Answer.RESUMED_REQUEST);
	}

	private Optional<RequestRecord> resumed(FlowSession session) {
		return resumedKey(session).flatMap(session.services().journal()::request);
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		var problems = new ArrayList<AnswerProblem>();
		if (session.get(file()).isEmpty()) {
			problems.add(missing(file()));
		}
		if (session.get(password()).isEmpty()) {
			problems.add(missing(password()));
		}
		return problems;
	}

	@Override
	public void perform(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("keystore.opening"));
		var file = session.require(file());
		refuseOtherEnvironment(session, KeystoreName.of(file).flatMap(name -> environmentOf(name, session)), file);
		session.claim(file);
		var keystore = session.keep(isForOlder() ? OLDER : OPENED, session.services().keystores().open(file,
				session.require(password()), progress));
		accept(session, keystore, progress);
		session.services().inventory().remember(keystore, session.environment());
	}

	private void accept(FlowSession session, Keystore keystore, Progress progress) throws ProblemException {
		var key = keystore.keyIdentifier();
		refuseOtherEnvironment(session, session.services().journal().request(key).map(RequestRecord::environment),
				keystore.file());
		refuseIssuedElsewhere(session, keystore);
		if (resumedKey(session).filter(request -> !request.equals(key)).isPresent()) {
			throw new KeystoreException.OtherKey(keystore.file());
		}
		acceptance.accept(session, keystore, progress);
	}

	/** Acceptance alone has names of its own; the simulator's are as production's. */
	private static Optional<Environment> environmentOf(KeystoreName name, FlowSession session) {
		if (name.acceptance()) {
			return Optional.of(Environment.ACCEPTANCE);
		}
		return session.environment() == Environment.ACCEPTANCE ? Optional.of(Environment.PRODUCTION) : Optional.empty();
	}

	private static void refuseOtherEnvironment(FlowSession session, Optional<Environment> belongs, Path file)
			throws FlowException {
		if (belongs.filter(environment -> environment != session.environment()).isPresent()) {
			throw new FlowException.OtherEnvironment(file.getFileName().toString(), belongs.get());
		}
	}

	/** By its certificate, where it has one: a journal that never heard of it tells nothing. */
	private static void refuseIssuedElsewhere(FlowSession session, Keystore keystore) throws FlowException {
		if (keystore.stage() != Stage.REQUESTED
				&& !session.authority().mayHaveIssued(keystore.authenticationChain())) {
			throw new FlowException.IssuedElsewhere(keystore.file().getFileName().toString(), session.environment());
		}
	}

	/** The keystore that was opened. */
	public static Keystore opened(FlowSession session) {
		return session.kept(OPENED).orElseThrow(() -> new IllegalStateException("no keystore was opened yet"));
	}

	/** The older keystore that was opened. */
	public static Keystore openedOlder(FlowSession session) {
		return session.kept(OLDER).orElseThrow(() -> new IllegalStateException("no older keystore was opened yet"));
	}
}
