package org.certbench.keystore.internal;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Environment;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Signer;
import org.certbench.core.Texts;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.internal.Contents.KeyEntry;

/** The domain's view of a keystore's contents. */
final class OpenKeystore implements Keystore {

	private final Path file;
	private final String fingerprint;
	private final List<X509Certificate> authenticationChain;
	private volatile Inside inside;

	/** What is forgotten on close. */
	private record Inside(Contents contents, KeyEntry authentication, PrivateKey authenticationKey) {
	}

	private OpenKeystore(Path file, String fingerprint, Inside inside) {
		this.file = file;
		this.fingerprint = fingerprint;
		this.authenticationChain = inside.contents().chain(inside.authentication());
		this.inside = inside;
	}

	/** @param fingerprint of the file's bytes */
	static OpenKeystore of(Path file, String fingerprint, Contents contents) throws KeystoreException {
		if (contents.isAmbiguous(AUTHENTICATION)) {
			throw new KeystoreException.Unsupported(file,
					Texts.of(KeystoreException.class).get("unsupported.sameAlias", AUTHENTICATION), null);
		}
		var authentication = contents.authentication()
				.orElseThrow(() -> new KeystoreException.NoAuthenticationEntry(file));
		if (!authentication.hasCertificate()) {
			throw new KeystoreException.OtherKey(file);
		}
		try {
			var key = Keys.privateKey(authentication.bag().key());
			return new OpenKeystore(file, fingerprint, new Inside(contents, authentication, key));
		} catch (GeneralSecurityException e) {
			throw new KeystoreException.Unsupported(file, e.getMessage(), e);
		}
	}

	/** A keystore that this bundle opened: there are no others. */
	static OpenKeystore of(Keystore keystore) {
		if (keystore instanceof OpenKeystore open) {
			return open;
		}
		throw new IllegalArgumentException("not opened here: " + keystore.file());
	}

	/** The fingerprint of the file's bytes when it was opened. */
	String fingerprint() {
		return fingerprint;
	}

	Contents contents() {
		return inside().contents();
	}

	/** @throws IllegalStateException after {@link #close()} */
	private Inside inside() {
		var open = inside;
		if (open == null) {
			throw new IllegalStateException("this keystore was closed: " + file.getFileName());
		}
		return open;
	}

	private X509Certificate leaf() {
		return authenticationChain.getFirst();
	}

	@Override
	public Path file() {
		return file;
	}

	@Override
	public Stage stage() {
		if (Certificates.isPlaceholder(leaf())) {
			return Stage.REQUESTED;
		}
		return currentEncryptionEntry().isPresent() ? Stage.TOKEN_PREPARED : Stage.COMPLETED;
	}

	@Override
	public List<X509Certificate> authenticationChain() {
		return authenticationChain;
	}

	@Override
	public KeyIdentifier keyIdentifier() {
		return KeyIdentifier.of(leaf().getPublicKey());
	}

	@Override
	public Optional<HolderSubject> holder() {
		return HolderSubject.read(subject(leaf()));
	}

	@Override
	public List<EncryptionEntry> encryptionEntries() {
		return encryptionKeyEntries().stream().map(entry -> new EncryptionEntry(entry.alias(), entry.leaf())).toList();
	}

	/** The entries behind {@link #encryptionEntries()}. */
	List<KeyEntry> encryptionKeyEntries() {
		return contents().keyEntries().stream().filter(entry -> entry.bag() != inside().authentication().bag())
				.filter(entry -> entry.hasCertificate() && Certificates.isForEncryption(entry.leaf())
						&& !Certificates.isPlaceholder(entry.leaf()))
				.toList();
	}

	@Override
	public Optional<EncryptionEntry> currentEncryptionEntry() {
		return encryptionEntries().stream()
				.filter(entry -> subject(entry.certificate()).equals(subject(leaf()))
						&& Certificates.isSignedBy(entry.certificate(), leaf().getPublicKey()))
				.reduce((earlier, later) -> later);
	}

	@Override
	public Optional<PublicKey> pendingEncryptionKey() {
		return pending().map(entry -> entry.leaf().getPublicKey());
	}

	private Optional<KeyEntry> pending() {
		return contents().pendingEncryption();
	}

	@Override
	public Signer authenticationSigner() {
		return new AuthenticationSigner();
	}

	@Override
	public byte[] certificationRequest(DistinguishedName subject) {
		return Certificates.request(subject, leaf().getPublicKey(), inside().authenticationKey());
	}

	@Override
	public byte[] decryptWithPendingKey(byte[] ciphertext) {
		var entry = pending().orElseThrow(this::nothingPending);
		try {
			var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
			cipher.init(Cipher.DECRYPT_MODE, Keys.privateKey(entry.bag().key()));
			return cipher.doFinal(ciphertext);
		} catch (GeneralSecurityException e) {
			throw new IllegalArgumentException("not encrypted for the waiting key", e);
		}
	}

	@Override
	public X509Certificate issueEncryptionCertificate(BigInteger serialNumber) {
		var key = pendingEncryptionKey().orElseThrow(this::nothingPending);
		return Certificates.encryption(key, serialNumber, leaf(), inside().authenticationKey());
	}

	private IllegalStateException nothingPending() {
		return new IllegalStateException("no encryption key awaits its certificate in " + file.getFileName());
	}

	@Override
	public void close() {
		inside = null;
	}

	private static DistinguishedName subject(X509Certificate certificate) {
		return DistinguishedName.of(certificate.getSubjectX500Principal());
	}

	/** The authentication key, for as long as the keystore is open. */
	private final class AuthenticationSigner implements Signer {

		@Override
		public List<X509Certificate> chain() {
			return authenticationChain;
		}

		/** Everywhere: nothing in a file says where it belongs, and each authority trusts only its own. */
		@Override
		public boolean usableIn(Environment environment) {
			return true;
		}

		@Override
		public byte[] sign(byte[] data) throws KeystoreException {
			try {
				var signature = Signature.getInstance(scheme().rawJcaName());
				signature.initSign(inside().authenticationKey());
				signature.update(data);
				return signature.sign();
			} catch (GeneralSecurityException e) {
				throw new KeystoreException.Unsupported(file, scheme().jcaName(), e);
			}
		}
	}
}
