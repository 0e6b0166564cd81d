package org.certbench.eid.virtual.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.bouncycastle.operator.OperatorCreationException;
import org.certbench.core.PrivateFiles;
import org.certbench.eid.CardKey;

/**
 * The folder in which the virtual cards lie, as one file, and beside it for each card that saw a
 * wrong PIN the tries left. Thread-safe, and safe against other processes.
 */
public final class CardFolder {

	private static final String CARDS = "cards.p12";
	/** The format wants a password; the file's mode is what protects it, and it protects nothing real. */
	private static final char[] PASSWORD = "virtual".toCharArray();

	private final Path folder;
	private final FolderLock lock;
	private KeyStore cards;

	/** A private key of a card with its chain, leaf first. */
	record Key(PrivateKey secret, List<X509Certificate> chain) {
	}

	/** @param folder made when it is first needed */
	public CardFolder(Path folder) {
		this.folder = folder;
		this.lock = new FolderLock(folder);
	}

	/** The test root above all virtual cards. */
	public X509Certificate root() throws IOException {
		return key(InventedPerson.JANE, CardKey.AUTHENTICATION).chain().getLast();
	}

	Key key(InventedPerson person, CardKey use) throws IOException {
		try {
			var alias = alias(person, use);
			var chain = Arrays.stream(cards().getCertificateChain(alias)).map(X509Certificate.class::cast).toList();
			return new Key((PrivateKey) cards().getKey(alias, PASSWORD), chain);
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	PinTries tries(InventedPerson person) {
		return new PinTries(folder.resolve("card-" + (person.ordinal() + 1) + ".tries-left"), lock);
	}

	static String alias(InventedPerson person, CardKey use) {
		return (person.name() + "-" + use.name()).toLowerCase(Locale.ROOT);
	}

	private synchronized KeyStore cards() throws IOException {
		if (cards == null) {
			cards = lock.holding(this::loadOrMake);
		}
		return cards;
	}

	private KeyStore loadOrMake() throws IOException {
		try {
			var file = folder.resolve(CARDS);
			if (!Files.exists(file)) {
				PrivateFiles.write(file, make());
			}
			return KeyStore.getInstance(file.toFile(), PASSWORD);
		} catch (GeneralSecurityException | OperatorCreationException e) {
			throw new IOException(e);
		}
	}

	private static byte[] make() throws IOException, GeneralSecurityException, OperatorCreationException {
		var made = KeyStore.getInstance("PKCS12");
		made.load(null, PASSWORD);
		var press = new CardPress();
		for (var person : InventedPerson.values()) {
			press.press(person, made, PASSWORD);
		}
		var bytes = new ByteArrayOutputStream();
		made.store(bytes, PASSWORD);
		return bytes.toByteArray();
	}
}
