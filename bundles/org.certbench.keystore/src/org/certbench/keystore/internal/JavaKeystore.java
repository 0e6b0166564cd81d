package org.certbench.keystore.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.certbench.core.Texts;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.KeystoreException;

/** Reads the JDK's own old formats, JKS and JCEKS. They are only read: what is saved is PKCS#12. */
final class JavaKeystore {

	private JavaKeystore() {
	}

	/** What a file holds. */
	static Contents read(Path file, byte[] bytes, Format format, char[] password) throws KeystoreException {
		try {
			return contents(file, load(bytes, format, password), password);
		} catch (UnrecoverableKeyException e) {
			throw new KeystoreException.Unsupported(file, Texts.of(KeystoreException.class).get("unsupported.ownPassword"), e);
		} catch (IOException e) {
			throw e.getCause() instanceof UnrecoverableKeyException && !opensKeys(bytes, format, password)
					? new KeystoreException.WrongPassword(file, e)
					: new KeystoreException.Damaged(file, e);
		} catch (GeneralSecurityException e) {
			throw new KeystoreException.Damaged(file, e);
		}
	}

	/**
	 * The entries as they stand, for showing only: with no password the JDK checks no integrity, and
	 * says nothing about it.
	 */
	static KeyStore unchecked(byte[] bytes, Format format) throws IOException, GeneralSecurityException {
		return load(bytes, format, null);
	}

	static List<String> aliases(KeyStore store) throws GeneralSecurityException {
		return Collections.list(store.aliases()).stream().sorted().toList();
	}

	/** The certificates of an entry: a key's chain, or the trusted one. */
	static List<X509Certificate> certificates(KeyStore store, String alias) throws GeneralSecurityException {
		Certificate[] certificates = store.isKeyEntry(alias) ? store.getCertificateChain(alias)
				: new Certificate[] { store.getCertificate(alias) };
		return certificates == null ? List.of()
				: Stream.of(certificates).filter(X509Certificate.class::isInstance).map(X509Certificate.class::cast).toList();
	}

	private static KeyStore load(byte[] bytes, Format format, char[] password)
			throws IOException, GeneralSecurityException {
		try {
			var store = KeyStore.getInstance(format.name());
			store.load(new ByteArrayInputStream(bytes), password);
			return store;
		} catch (OutOfMemoryError | RuntimeException e) {
			// the JDK believes every length that stands in a JCEKS file, negative or huge
			throw new IOException("not of the form of " + format, e);
		}
	}

	/**
	 * The digest over these files fails alike for a wrong password and for a changed byte; a key that
	 * opens, which has a check of its own, proves the password.
	 */
	private static boolean opensKeys(byte[] bytes, Format format, char[] password) {
		try {
			var store = unchecked(bytes, format);
			for (var alias : aliases(store)) {
				if (store.isKeyEntry(alias) && store.getKey(alias, password) != null) {
					return true;
				}
			}
			return false;
		} catch (IOException | GeneralSecurityException e) {
			return false;
		}
	}

	private static Contents contents(Path file, KeyStore store, char[] password)
			throws GeneralSecurityException, KeystoreException {
		var contents = Contents.EMPTY;
		for (var alias : aliases(store)) {
			var certificates = certificates(store, alias);
			contents = store.isKeyEntry(alias)
					? contents.withKey(alias, privateKey(file, store.getKey(alias, password)), certificates,
							store.getCreationDate(alias).toInstant())
					: contents.withTrusted(alias, certificates.getFirst());
		}
		return contents;
	}

	private static PrivateKeyInfo privateKey(Path file, Key key) throws KeystoreException {
		if (key instanceof PrivateKey && key.getEncoded() != null) {
			return PrivateKeyInfo.getInstance(key.getEncoded());
		}
		throw new KeystoreException.Unsupported(file, Texts.of(KeystoreException.class).get("unsupported.secretKey"), null);
	}
}
