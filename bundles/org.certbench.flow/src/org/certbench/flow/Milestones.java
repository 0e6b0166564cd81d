package org.certbench.flow;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.certbench.journal.JournalException;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreEdit;

/**
 * Writes the milestones of a request to the journal: the one place that knows which facts go with
 * each. What was reached is on disk when a method returns.
 */
public final class Milestones {

	private final FlowSession session;
	private final FlowJournal journal;

	Milestones(FlowSession session, FlowJournal journal) {
		this.session = session;
		this.journal = journal;
	}

	/** A new key is about to be saved: whatever happens meanwhile, its keystore is known. */
	void saving(KeystoreEdit edit, HolderSubject holder, Optional<Keystore> renewed) throws JournalException {
		journal.write(Event.SAVING, edit.keyIdentifier(), aboutNew(edit.file(), holder, renewed));
	}

	/** The key is on disk, before anything that depends on it is signed. */
	void keyCreated(Keystore keystore, HolderSubject holder, Optional<Keystore> renewed) throws JournalException {
		journal.write(Event.KEY_CREATED, keystore.keyIdentifier(), aboutNew(keystore.file(), holder, renewed));
	}

	private Map<Fact, String> aboutNew(Path keystore, HolderSubject holder, Optional<Keystore> renewed) {
		var facts = about(Optional.of(keystore), Optional.of(holder));
		renewed.ifPresent(old -> {
			facts.put(Fact.OLD_KEY, old.keyIdentifier().hex());
			facts.put(Fact.OLD_KEYSTORE, old.file().toAbsolutePath().toString());
		});
		return facts;
	}

	/** The order is signed, and kept in a file. */
	void signed(KeyIdentifier key, Path order) throws JournalException {
		journal.write(Event.SIGNED, key, Map.of(Fact.SIGNED_ORDER, order.toAbsolutePath().toString()));
	}

	/** The order is about to be sent; its key lies in this keystore, wherever it was made. */
	void sending(KeyIdentifier key, Path keystore) throws JournalException {
		journal.write(Event.SENDING, key, Map.of(Fact.KEYSTORE, keystore.toAbsolutePath().toString()));
	}

	/** The authority confirmed the order. */
	void sent(KeyIdentifier key, boolean automaticallyValidated) throws JournalException {
		journal.write(Event.SENT, key, Map.of(Fact.AUTOMATICALLY_VALIDATED, Boolean.toString(automaticallyValidated)));
	}

	/** The authority knows of an order whose confirmation got lost. */
	void arrived(KeyIdentifier key) throws JournalException {
		journal.write(Event.SENT, key, Map.of());
	}

	/** The authority refused the order. */
	public void refused(KeyIdentifier key, String words) throws JournalException {
		journal.write(Event.REFUSED, key, Map.of(Fact.MESSAGE, words));
	}

	/** The issued certificate is in the keystore. */
	public void installed(Keystore keystore) throws JournalException {
		var certificate = keystore.authenticationChain().getFirst();
		var facts = about(keystore, keystore.holder());
		facts.put(Fact.NOT_BEFORE, certificate.getNotBefore().toInstant().toString());
		facts.put(Fact.NOT_AFTER, certificate.getNotAfter().toInstant().toString());
		journal.write(Event.INSTALLED, keystore.keyIdentifier(), facts);
	}

	/** The encryption token is registered, and in use unless it waits for its activation. */
	public void tokenRegistered(Keystore keystore, boolean toBeActivated) throws JournalException {
		var facts = about(keystore, keystore.holder());
		facts.put(Fact.TO_BE_ACTIVATED, Boolean.toString(toBeActivated));
		journal.write(Event.TOKEN_REGISTERED, keystore.keyIdentifier(), facts);
	}

	/** The token is active; the certificate that this one replaces is out of use. */
	public void activated(Keystore keystore) throws JournalException {
		journal.write(Event.ACTIVATED, keystore.keyIdentifier(), about(keystore, keystore.holder()));
	}

	/** The keystore was given to the software that uses it (M25). */
	public void handedOver(Keystore keystore) throws JournalException {
		journal.write(Event.HANDED_OVER, keystore.keyIdentifier(), about(keystore, keystore.holder()));
	}

	/** The certificate is revoked; its keystore may be lost, or never have been here. */
	public void revoked(KeyIdentifier key, HolderSubject holder, Optional<Path> keystore) throws JournalException {
		var facts = about(keystore, Optional.of(holder));
		session.services().journal().request(key).map(Milestones::isInUse)
				.ifPresent(inUse -> facts.put(Fact.TO_BE_ACTIVATED, Boolean.toString(!inUse)));
		journal.write(Event.REVOKED, key, facts);
	}

	/** One that was revoked before tells it itself. */
	private static boolean isInUse(RequestRecord request) {
		return switch (request.milestone()) {
			case ACTIVATED, HANDED_OVER -> true;
			case TOKEN_REGISTERED, REVOKED -> !request.toBeActivated();
			case KEY_CREATED, SIGNED, SENDING, SENT, REFUSED, INSTALLED -> false;
		};
	}

	/** What tells a keystore and its holder, also to a journal that never heard of its request. */
	private Map<Fact, String> about(Keystore keystore, Optional<HolderSubject> holder) {
		return about(Optional.of(keystore.file()), holder);
	}

	private Map<Fact, String> about(Optional<Path> keystore, Optional<HolderSubject> holder) {
		var facts = new EnumMap<Fact, String>(Fact.class);
		facts.put(Fact.ENVIRONMENT, session.environment().id());
		keystore.ifPresent(file -> facts.put(Fact.KEYSTORE, file.toAbsolutePath().toString()));
		holder.ifPresent(subject -> {
			facts.put(Fact.HOLDER, subject.holder().toString());
			facts.put(Fact.HOLDER_NAME, subject.name());
		});
		return facts;
	}
}
