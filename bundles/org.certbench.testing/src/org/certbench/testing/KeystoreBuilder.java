package org.certbench.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.crypto.SecretKey;

/**
 * Writes keystores as other software does: with {@link KeyStore}, not with the code under test.
 * Not thread-safe.
 */
public final class KeystoreBuilder {

	private final KeyStore store;

	private KeystoreBuilder(KeyStore store) {
		this.store = store;
		try {
			store.load(null, null);
		} catch (IOException | GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** A PKCS#12 keystore of the JDK. */
	public static KeystoreBuilder pkcs12() {
		return ofType("PKCS12");
	}

	/** A keystore of another type of the JDK, such as {@code JKS}. */
	public static KeystoreBuilder ofType(String type) {
		try {
			return new KeystoreBuilder(KeyStore.getInstance(type));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** A keystore of a type of another provider. */
	public static KeystoreBuilder ofType(String type, Provider provider) {
		try {
			return new KeystoreBuilder(KeyStore.getInstance(type, provider));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Adds a key entry, its password the store's own one. */
	public KeystoreBuilder key(String alias, PrivateKey key, List<X509Certificate> chain, String password) {
		try {
			store.setKeyEntry(alias, key, password.toCharArray(), chain.toArray(X509Certificate[]::new));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
		return this;
	}

	/** Adds a secret key, its password the store's own one. */
	public KeystoreBuilder secretKey(String alias, SecretKey key, String password) {
		try {
			store.setKeyEntry(alias, key, password.toCharArray(), null);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
		return this;
	}

	/** Adds a trusted entry. */
	public KeystoreBuilder trusted(String alias, X509Certificate certificate) {
		try {
			store.setCertificateEntry(alias, certificate);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
		return this;
	}

	/** Writes it. */
	public Path write(Path file, String password) {
		try (var out = Files.newOutputStream(file)) {
			store.store(out, password.toCharArray());
			return file;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
