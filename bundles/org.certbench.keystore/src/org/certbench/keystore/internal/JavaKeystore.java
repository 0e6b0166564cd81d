package org.certbench.keystore.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.time.Instant;
import java.util.HashSet;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.KeystoreException;

/** Opens the JDK's own old formats, JKS and JCEKS. They are only read: what is saved is PKCS#12. */
final class JavaKeystore {

	/**
	 * The most that one entry may ask for: five times what the JDK writes. It derives within a second, in
	 * which nobody can stop it; between entries one can.
	 */
	private static final BigInteger BUDGET_OF_ENTRY = BigInteger.valueOf(1_000_000);

	private static final Texts TEXTS = Texts.of(KeystoreException.class);

	private final Path file;
	private final JavaOutline outline;
	private final char[] password;
	private final Progress progress;

	private JavaKeystore(Path file, JavaOutline outline, char[] password, Progress progress) {
		this.file = file;
		this.outline = outline;
		this.password = password;
		this.progress = progress;
	}

	/** What a file holds. */
	static Contents read(StoredFile stored, Format format, char[] password, Progress progress)
			throws KeystoreException, Cancelled {
		var file = stored.file();
		try {
			var outline = JavaOutline.read(stored);
			check(file, outline);
			return new JavaKeystore(file, outline, password, progress).read(stored, format);
		} catch (Derivation.Unknown e) {
			throw new KeystoreException.Unsupported(file, e.getMessage(), e);
		} catch (UnrecoverableKeyException e) {
			throw new KeystoreException.Unsupported(file, TEXTS.get("unsupported.ownPassword"), e);
		} catch (IOException | GeneralSecurityException | RuntimeException e) {
			throw new KeystoreException.Damaged(file, e);
		}
	}

	/** Tells why no password opens a file, before anything is derived. */
	static void check(Path file, JavaOutline outline) throws KeystoreException {
		checkAliases(file, outline);
		var total = BigInteger.ZERO;
		for (var iterations : outline.keys().map(JavaOutline.Entry::iterations).toList()) {
			total = total.add(iterations);
			if (iterations.compareTo(BUDGET_OF_ENTRY) > 0 || total.compareTo(Pkcs12Reader.BUDGET) > 0) {
				throw new KeystoreException.TooExpensive(file, total);
			}
		}
	}

	/** The JDK would keep the last one only. */
	private static void checkAliases(Path file, JavaOutline outline) throws KeystoreException {
		var aliases = new HashSet<String>();
		for (var entry : outline.entries()) {
			if (!aliases.add(entry.alias())) {
				throw new KeystoreException.Unsupported(file, TEXTS.get("unsupported.sameAlias", entry.alias()), null);
			}
		}
	}

	private Contents read(StoredFile stored, Format format)
			throws IOException, GeneralSecurityException, KeystoreException, Cancelled {
		try {
			return contents(load(stored, format, password));
		} catch (IOException e) {
			if (e.getCause() instanceof UnrecoverableKeyException && !opensKeys(load(stored, format, null))) {
				throw new KeystoreException.WrongPassword(file, e);
			}
			throw e;
		}
	}

	/** With no password the JDK checks no integrity, and says nothing about it. */
	private static KeyStore load(StoredFile stored, Format format, char[] password)
			throws IOException, GeneralSecurityException {
		// of JKS the one that finds aliases as they are written; the usual one looks for small letters only
		var store = KeyStore.getInstance(format == Format.JKS ? "CaseExactJKS" : format.name());
		store.load(new ByteArrayInputStream(stored.bytes()), password);
		return store;
	}

	/**
	 * The digest over these files fails alike for a wrong password and for a changed byte; a key that
	 * opens, which has a check of its own, proves the password.
	 */
	private boolean opensKeys(KeyStore store) throws GeneralSecurityException, Cancelled {
		for (var entry : outline.keys().toList()) {
			progress.checkCancelled();
			try {
				if (store.getKey(entry.alias(), password) != null) {
					return true;
				}
			} catch (UnrecoverableKeyException otherPassword) {
				continue;
			}
		}
		return false;
	}

	private Contents contents(KeyStore store) throws GeneralSecurityException, KeystoreException, Cancelled {
		var contents = Contents.EMPTY;
		for (var entry : outline.entries()) {
			progress.checkCancelled();
			contents = entry.isKey()
					? contents.withKey(entry.alias(), privateKey(store.getKey(entry.alias(), password)), entry.certificates(),
							entry.created().orElse(Instant.EPOCH))
					: contents.withTrusted(entry.alias(), entry.certificates().getFirst());
		}
		return contents;
	}

	private PrivateKeyInfo privateKey(Key key) throws KeystoreException {
		if (key instanceof PrivateKey && key.getEncoded() != null) {
			return PrivateKeyInfo.getInstance(key.getEncoded());
		}
		throw new KeystoreException.Unsupported(file, TEXTS.get("unsupported.secretKey"), null);
	}
}
