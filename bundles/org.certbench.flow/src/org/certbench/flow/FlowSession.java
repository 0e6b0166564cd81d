package org.certbench.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.certbench.authority.AuthorityConnection;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreClaim;
import org.certbench.keystore.KeystoreException;

/**
 * What is known during one run of a flow: the services it works with, the answers given so far,
 * and the keystores it opened. Closing it clears every secret and closes every keystore.
 *
 * <p>
 * Safe for use by the UI thread and a worker together, with one rule: an answer that is a secret is
 * neither replaced nor taken back while a worker performs a step.
 */
public final class FlowSession implements AutoCloseable {

	private final FlowServices services;
	private final AuthorityConnection authority;
	private final Path keystoreFolder;
	private final PinEntry pinEntry;
	private final String termsOfUse;
	private final Map<Answer<?>, Object> answers = new ConcurrentHashMap<>();
	private final Map<String, Keystore> keystores = new ConcurrentHashMap<>();
	private final Map<Path, KeystoreClaim> claims = new HashMap<>();
	private volatile Milestones milestones;
	private volatile KeyIdentifier request;

	/**
	 * @param authority      the connection, which also decides the environment
	 * @param keystoreFolder where new keystores are put
	 * @param pinEntry       asks for a PIN
	 * @param termsOfUse     the authority's own, an HTML document in the user's language; empty for none
	 */
	public FlowSession(FlowServices services, AuthorityConnection authority, Path keystoreFolder, PinEntry pinEntry,
			String termsOfUse) {
		this.services = services;
		this.authority = authority;
		this.keystoreFolder = keystoreFolder;
		this.pinEntry = pinEntry;
		this.termsOfUse = termsOfUse;
	}

	public FlowServices services() {
		return services;
	}

	public AuthorityConnection authority() {
		return authority;
	}

	public Environment environment() {
		return authority.environment();
	}

	/** Where new keystores are put. */
	public Path keystoreFolder() {
		return keystoreFolder;
	}

	public PinEntry pinEntry() {
		return pinEntry;
	}

	/** The authority's own terms of use, an HTML document; nothing where it has none. */
	public Optional<String> termsOfUse() {
		return termsOfUse.isEmpty() ? Optional.empty() : Optional.of(termsOfUse);
	}

	/** Called by the run that the session now belongs to. */
	void begin(Milestones ofTheRun) {
		milestones = ofTheRun;
	}

	/**
	 * Writes how far a request has come.
	 *
	 * @throws IllegalStateException before a run has started
	 */
	public Milestones milestones() {
		if (milestones == null) {
			throw new IllegalStateException("no run has started with this session");
		}
		return milestones;
	}

	/** The request that the run works on, as soon as it is known. */
	public Optional<KeyIdentifier> request() {
		return Optional.ofNullable(request);
	}

	/** Makes this the request that the run works on: its entries in the journal belong to it. */
	public void workOn(KeyIdentifier key) {
		request = key;
	}

	/** What was answered, where it was. */
	public <T> Optional<T> get(Answer<T> answer) {
		return Optional.ofNullable(answers.get(answer)).map(answer.type()::cast);
	}

	/**
	 * What was answered.
	 *
	 * @throws IllegalStateException where the flow asks too early
	 */
	public <T> T require(Answer<T> answer) {
		return get(answer).orElseThrow(() -> new IllegalStateException("not answered yet: " + answer.id()));
	}

	/** Gives an answer; a secret that it replaces is cleared. */
	public <T> void put(Answer<T> answer, T value) {
		clear(answers.put(answer, value), value);
	}

	/** Takes an answer back; a secret is cleared. */
	public void remove(Answer<?> answer) {
		clear(answers.remove(answer), null);
	}

	/** Claims a keystore for this run until its work is done; again does no harm, by whatever way to the file. */
	void claim(Path keystore) throws KeystoreException {
		var place = keystore.toAbsolutePath().normalize();
		synchronized (claims) {
			if (claims.keySet().stream().noneMatch(claimed -> isSame(claimed, place))) {
				claims.put(place, services.keystores().claim(place));
			}
		}
	}

	private static boolean isSame(Path claimed, Path place) {
		try {
			return claimed.equals(place) || Files.isSameFile(claimed, place);
		} catch (IOException notThere) {
			return false;
		}
	}

	/** The work is done: others may use its keystores. */
	void endClaims() {
		synchronized (claims) {
			claims.values().forEach(KeystoreClaim::close);
			claims.clear();
		}
	}

	/**
	 * A key of the card that was chosen, as it lies in a reader now: also of one that was taken out since, and
	 * put in again. The PIN is asked by what is given, when it signs. Looks into readers; not for the UI thread.
	 *
	 * @param meaning what the signature means to the person, shown with the question
	 * @throws CardException         where another card is in its reader, or it has no such key
	 * @throws IllegalStateException where no card was chosen
	 */
	public Signer signer(CardKey key, String meaning) throws CardException {
		var card = new ChosenCard(require(Answer.CARD), services.cards(), environment()).now();
		put(Answer.CARD, card);
		return card.signer(key, meaning, pinEntry);
	}

	/** Keeps an open keystore until the session ends; one kept before under this name is closed. */
	public Keystore keep(String name, Keystore keystore) {
		var before = keystores.put(name, keystore);
		if (before != null && before != keystore) {
			before.close();
		}
		return keystore;
	}

	/** A keystore that was kept. */
	public Optional<Keystore> kept(String name) {
		return Optional.ofNullable(keystores.get(name));
	}

	@Override
	public void close() {
		answers.values().forEach(value -> clear(value, null));
		answers.clear();
		keystores.values().forEach(Keystore::close);
		keystores.clear();
		endClaims();
	}

	private static void clear(Object before, Object now) {
		if (before instanceof Secret secret && before != now) {
			secret.close();
		}
	}
}
