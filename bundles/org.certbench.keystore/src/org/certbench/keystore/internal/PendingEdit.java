package org.certbench.keystore.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.certbench.core.Cancelled;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreEdit;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.internal.Contents.KeyEntry;

/** A change in memory, and its way to the disk. */
final class PendingEdit implements KeystoreEdit {

	private final KeystoreLocks locks;
	private final InstantSource clock;
	private Destination destination;
	private Contents contents;
	private boolean saved;

	PendingEdit(Destination destination, Contents contents, KeystoreLocks locks, InstantSource clock) {
		this.destination = destination;
		this.contents = contents;
		this.locks = locks;
		this.clock = clock;
	}

	/** Adds a new key with a placeholder certificate. */
	PendingEdit withNewKey(String alias) {
		var pair = Keys.newPair();
		var now = clock.instant();
		contents = contents.withKey(alias, info(pair), List.of(Certificates.placeholder(pair, now)), now);
		return this;
	}

	private static PrivateKeyInfo info(KeyPair pair) {
		return PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
	}

	@Override
	public Path file() {
		return destination.file();
	}

	@Override
	public KeyIdentifier keyIdentifier() {
		return contents.authentication().map(entry -> KeyIdentifier.of(entry.leaf().getPublicKey()))
				.orElseThrow(() -> new IllegalStateException("every open keystore has an authentication entry: " + file()));
	}

	@Override
	public KeystoreEdit installChain(List<X509Certificate> chain) throws KeystoreException {
		var authentication = contents.authentication()
				.orElseThrow(() -> new KeystoreException.NoAuthenticationEntry(file()));
		checkBelongs(authentication, chain.getFirst());
		contents = contents.withCertificate(authentication, Keystore.AUTHENTICATION, chain.getFirst());
		for (var above : chain.subList(1, chain.size())) {
			contents = contents.withTrusted(above.getSubjectX500Principal().getName(), above);
		}
		return this;
	}

	@Override
	public KeystoreEdit createEncryptionKey() {
		return contents.pendingEncryption().isPresent() ? this : withNewKey(Contents.PENDING);
	}

	@Override
	public KeystoreEdit installEncryptionCertificate(X509Certificate certificate) throws KeystoreException {
		var pending = contents.pendingEncryption()
				.orElseThrow(() -> new IllegalStateException("no encryption key awaits its certificate in " + file()));
		checkBelongs(pending, certificate);
		var alias = certificate.getSerialNumber().toString();
		checkFree(alias);
		contents = contents.withCertificate(pending, alias, certificate);
		return this;
	}

	@Override
	public KeystoreEdit carryOver(Keystore old) throws KeystoreException {
		for (var entry : OpenKeystore.of(old).encryptionKeyEntries()) {
			if (!holds(entry)) {
				checkFree(entry.alias());
				contents = contents.withCopyOf(entry);
			}
		}
		return this;
	}

	private boolean holds(KeyEntry entry) {
		return contents.keyEntry(entry.alias()).filter(present -> present.bag().key().equals(entry.bag().key())).isPresent();
	}

	private void checkBelongs(KeyEntry entry, X509Certificate certificate) throws KeystoreException {
		if (!Keys.belongTogether(entry.bag().key(), certificate.getPublicKey())) {
			throw new KeystoreException.OtherKey(file());
		}
	}

	/** An entry is never replaced by another key: what was sent for it could not be read any more. */
	private void checkFree(String alias) throws KeystoreException {
		if (contents.keyEntry(alias).isPresent()) {
			throw new KeystoreException.Unsupported(file(),
					Texts.of(KeystoreException.class).get("unsupported.sameAlias", alias), null);
		}
	}

	@Override
	public Keystore save(Secret password, Progress progress) throws KeystoreException, Cancelled {
		if (saved) {
			throw new IllegalStateException("saved already: " + file());
		}
		progress.checkCancelled();
		progress.doing(Texts.of(KeystoreException.class).get("progress.saving", file().getFileName()));
		byte[] bytes = Pkcs12Writer.write(contents, password.characters());
		try {
			destination.makeFolder();
			return save(PrivateFiles.writeSibling(file(), bytes), password, progress);
		} catch (IOException e) {
			throw new KeystoreException.NotSaved(file(), e);
		}
	}

	private Keystore save(Path sibling, Secret password, Progress progress)
			throws IOException, KeystoreException, Cancelled {
		try {
			var written = new StoredFile(file(), Files.readAllBytes(sibling));
			var readBack = readBack(written, password, progress);
			progress.checkCancelled();
			var file = publish(sibling, written);
			saved = true;
			Backups.prune(file, readBack, password, progress);
			return OpenKeystore.of(file, written.fingerprint(), readBack);
		} finally {
			PrivateFiles.discard(sibling);
		}
	}

	/** From the disk, with the password, and every entry compared: only then is the old file touched. */
	private Contents readBack(StoredFile written, Secret password, Progress progress)
			throws KeystoreException, Cancelled {
		try {
			var readBack = written.contents(password, progress);
			if (!readBack.isSameAs(contents)) {
				throw KeystoreException.NotSaved.readsBackDifferently(file(), null);
			}
			return readBack;
		} catch (KeystoreException.Damaged | KeystoreException.WrongPassword e) {
			throw KeystoreException.NotSaved.readsBackDifferently(file(), e);
		}
	}

	private Path publish(Path sibling, StoredFile written) throws IOException, KeystoreException {
		try {
			var file = destination.publish(sibling, locks, clock);
			new Arrival(file, written, Arrival.PATIENCE, clock).await();
			return file;
		} finally {
			// a failure may come after the move: the next try then changes what this one has put there
			if (written.isIn(file())) {
				destination = new Destination.OpenedFile(file(), written.fingerprint());
			}
		}
	}
}
