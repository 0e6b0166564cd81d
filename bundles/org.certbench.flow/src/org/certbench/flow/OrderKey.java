package org.certbench.flow;

import java.nio.file.Files;
import java.util.Optional;

import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.flow.OrderSteps.Purpose;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreEdit;

/**
 * The key that an order is for. Asked for the first time it is made: announced in the journal, saved,
 * opened again and in the journal as saved before anything depends on it, in a new keystore that carries
 * the old encryption entries of the one it renews (M26). From then on it is always the same, and nobody
 * else works on it.
 */
final class OrderKey implements OrderSignature.Key {

	/** The name under which the session keeps the new keystore. */
	private static final String NEW = "new";
	/** The password the new keystore was saved with: one may go back and choose another. */
	private static final Answer<Secret> SAVED_WITH = new Answer<>("saved-with", Secret.class);
	private static final Texts TEXTS = Texts.of(OrderKey.class);

	private final Purpose purpose;
	private Begun begun;

	/** A key that is being saved: where that failed it may be on disk all the same, so that the next try is with it. */
	private record Begun(Holder holder, Optional<KeyIdentifier> renewed, KeystoreEdit edit) {
		boolean isFor(Holder wanted, Optional<Keystore> old) {
			return holder.equals(wanted) && renewed.equals(old.map(Keystore::keyIdentifier));
		}
	}

	OrderKey(Purpose purpose) {
		this.purpose = purpose;
	}

	@Override
	public Keystore keystore(HolderSubject holder, FlowSession session, Progress progress) throws ProblemException {
		var made = made(session);
		var keystore = made.isPresent() ? withChosenPassword(made.get(), session, progress)
				: make(holder, session, progress);
		session.claim(keystore.file());
		if (session.request().filter(keystore.keyIdentifier()::equals).isEmpty()) {
			session.milestones().keyCreated(keystore, holder, purpose.renewed(session));
			session.workOn(keystore.keyIdentifier());
		}
		session.services().inventory().remember(keystore, session.environment());
		return keystore;
	}

	/** What was made before, as long as it is there; until the journal tells of it, it may go and nothing is lost. */
	private static Optional<Keystore> made(FlowSession session) throws ProblemException {
		var made = session.kept(NEW);
		if (made.isPresent() && isInJournal(made.get(), session)) {
			session.services().keystores().inspect(made.get().file());
			return made;
		}
		return made.filter(keystore -> Files.exists(keystore.file()));
	}

	private static boolean isInJournal(Keystore keystore, FlowSession session) {
		return session.services().journal().request(keystore.keyIdentifier()).isPresent();
	}

	private Keystore make(HolderSubject holder, FlowSession session, Progress progress) throws ProblemException {
		var old = purpose.renewed(session);
		if (begun == null || !begun.isFor(holder.holder(), old)) {
			progress.doing(TEXTS.get("sign.makingKey"));
			var edit = session.services().keystores().create(session.keystoreFolder(), holder.holder(), session.environment());
			if (old.isPresent()) {
				edit.carryOver(old.get());
			}
			session.milestones().saving(edit, holder, old);
			begun = new Begun(holder.holder(), old.map(Keystore::keyIdentifier), edit);
		}
		var made = save(begun.edit(), session, progress);
		begun = null;
		return made;
	}

	private static Keystore withChosenPassword(Keystore keystore, FlowSession session, Progress progress)
			throws ProblemException {
		return session.require(SAVED_WITH).sameAs(session.require(Answer.NEW_PASSWORD)) ? keystore
				: save(session.services().keystores().edit(keystore), session, progress);
	}

	private static Keystore save(KeystoreEdit edit, FlowSession session, Progress progress) throws ProblemException {
		var password = session.require(Answer.NEW_PASSWORD);
		var keystore = session.keep(NEW, edit.save(password, progress));
		session.put(SAVED_WITH, password.copy());
		return keystore;
	}
}
