package org.certbench.ehealth.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Cipher;

import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.AuthorityException;
import org.certbench.authority.ContactData;
import org.certbench.authority.Contract;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.Order;
import org.certbench.authority.OrderReceipt;
import org.certbench.authority.Person;
import org.certbench.authority.TokenOffice;
import org.certbench.authority.TokenReceipt;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.ehealth.internal.EhealthAuthority;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.testing.KeySigner;
import org.junit.jupiter.api.function.Executable;

/** A simulator that trusts virtual cards, with a clock of its own, and the real client before it. */
final class Sandbox implements AutoCloseable {

	static final ContactData CONTACT = new ContactData("jane.doe@example.org", "info@example.org", "02 555 01 01", "");
	static final Holder AMBULANCE_SERVICE = Holder.parse("NIHII-AMBU_SERVICE=79699950");

	/** Files with keys that one sandbox made, for all others: making them takes longer than most tests. */
	private static final Map<String, byte[]> KEYS = new ConcurrentHashMap<>();
	private static final List<String> KEY_FILES = List.of("cards/cards.p12", "simulator/ca/ec.p12",
			"simulator/ca/ec-etk-ra.p12");

	final MovableClock clock = new MovableClock();
	final VirtualCards cards;
	private final Path folder;
	Simulator simulator;

	/** @param folder for cards and state */
	Sandbox(Path folder) throws SimulatorException {
		this.folder = folder;
		this.cards = new VirtualCards(folder.resolve("cards"));
		KEYS.forEach(this::lay);
		start();
	}

	/** Ends the server and starts another one on the same state. */
	void restart() throws SimulatorException {
		simulator.close();
		start();
	}

	@Override
	public void close() {
		simulator.close();
		KEY_FILES.forEach(this::keep);
	}

	/** The real client. */
	AuthorityConnection client() throws AuthorityException {
		var present = simulator;
		return new EhealthAuthority(() -> Optional.of(present::address), clock).connect(Environment.SIMULATOR, null);
	}

	/** The part of the client that only some authorities have. */
	<C> C client(Class<C> capability) throws AuthorityException {
		return client().capability(capability).orElseThrow();
	}

	/** A card's key behind a person who gives the right PIN. */
	Signer signer(String reader, CardKey key) throws CardException {
		return card(reader).signer(key, "test", request -> Secret.taking(VirtualCards.PIN.toCharArray()));
	}

	Person person(String reader) throws CardException {
		var identity = card(reader).identity();
		return new Person(identity.ssin(), identity.firstNames(), identity.name());
	}

	/** Whom the certificate of a person itself is for. */
	Holder self(String reader) throws CardException {
		return Holder.of(card(reader).identity().ssin());
	}

	Contract contract(String reader, Holder holder) throws ProblemException {
		return client(ContractOffice.class).draft(CONTACT, person(reader), holder, "any name", Progress.NONE);
	}

	/** Orders a certificate for a key. */
	OrderReceipt order(String reader, Holder holder, KeyPair key) throws ProblemException {
		var contract = contract(reader, holder);
		return send(reader, contract, CertificateRequest.good(contract.subject(), key));
	}

	OrderReceipt send(String reader, Contract contract, byte[] request) throws ProblemException {
		var order = new Order(CONTACT, contract, request, List.of("tsa"));
		return client().send(client().sign(order, signer(reader, CardKey.SIGNATURE), Progress.NONE), Progress.NONE);
	}

	/** Orders a certificate for a key, collects it, and gives what signs with it. */
	Signer certified(String reader, Holder holder, KeyPair key) throws ProblemException {
		var receipt = order(reader, holder, key);
		return new KeySigner(key.getPrivate(), client().collect(receipt.key(), Progress.NONE));
	}

	/** Starts the registration of an encryption key. */
	BigInteger start(Signer signer, KeyPair encryption) throws ProblemException {
		return client(TokenOffice.class).start(encryption.getPublic(), ciphertext -> decrypt(encryption, ciphertext),
				signer, Progress.NONE);
	}

	/** Registers an encryption key. */
	TokenReceipt register(Signer signer, KeyPair authentication, KeyPair encryption) throws ProblemException {
		var certificate = new EncryptionCertificate(signer.certificate(), authentication, encryption.getPublic(),
				start(signer, encryption)).sign();
		return client(TokenOffice.class).complete(certificate, signer, Progress.NONE);
	}

	/** Demands that something is refused with a code. */
	static AuthorityException.Refused assertRefused(String code, Executable attempt) {
		var refused = assertThrows(AuthorityException.Refused.class, attempt);
		assertEquals(code, refused.code(), refused.words());
		return refused;
	}

	private Card card(String reader) throws CardException {
		for (var each : cards.readers()) {
			if (each.name().equals(reader)) {
				return each.card().orElseThrow();
			}
		}
		throw new IllegalArgumentException(reader);
	}

	private void start() throws SimulatorException {
		simulator = Simulator.start(folder.resolve("simulator"), 0, cards::testRoots, clock);
	}

	private static byte[] decrypt(KeyPair key, byte[] ciphertext) {
		try {
			var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
			cipher.init(Cipher.DECRYPT_MODE, key.getPrivate());
			return cipher.doFinal(ciphertext);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private void lay(String name, byte[] content) {
		try {
			Files.createDirectories(folder.resolve(name).getParent());
			Files.write(folder.resolve(name), content);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void keep(String name) {
		try {
			if (Files.exists(folder.resolve(name))) {
				KEYS.putIfAbsent(name, Files.readAllBytes(folder.resolve(name)));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
