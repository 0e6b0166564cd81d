package org.certbench.ehealth.simulator.internal.pki;

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

import org.certbench.core.PrivateFiles;

/** A key of the simulator's own, with its chain, in a PKCS#12 file. Not thread-safe. */
final class KeyFile {

	private static final String ALIAS = "key";
	/** The format wants a password; the file's mode is what protects it, and it protects nothing real. */
	private static final char[] PASSWORD = "simulator".toCharArray();

	private final Path file;
	private Key key;

	/**
	 * A private key.
	 *
	 * @param chain its certificate first, the root last
	 */
	record Key(PrivateKey secret, List<X509Certificate> chain) {

		X509Certificate certificate() {
			return chain.getFirst();
		}

		X509Certificate root() {
			return chain.getLast();
		}
	}

	/** Makes a key that is not there yet. */
	@FunctionalInterface
	interface Maker {
		Key make() throws GeneralSecurityException, IOException;
	}

	KeyFile(Path file) {
		this.file = file;
	}

	boolean exists() {
		return Files.exists(file);
	}

	/** The key in the file, which is made where it is missing. */
	Key loadOr(Maker maker) throws IOException {
		try {
			if (key == null) {
				key = exists() ? load() : save(maker.make());
			}
			return key;
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	private Key load() throws GeneralSecurityException, IOException {
		var store = KeyStore.getInstance(file.toFile(), PASSWORD);
		var chain = Arrays.stream(store.getCertificateChain(ALIAS)).map(X509Certificate.class::cast).toList();
		return new Key((PrivateKey) store.getKey(ALIAS, PASSWORD), chain);
	}

	private Key save(Key made) throws GeneralSecurityException, IOException {
		var store = KeyStore.getInstance("PKCS12");
		store.load(null, PASSWORD);
		store.setKeyEntry(ALIAS, made.secret(), PASSWORD, made.chain().toArray(X509Certificate[]::new));
		var bytes = new ByteArrayOutputStream();
		store.store(bytes, PASSWORD);
		PrivateFiles.createFolder(file.getParent());
		PrivateFiles.write(file, bytes.toByteArray());
		return made;
	}
}
