package org.certbench.keystore;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.certbench.core.DistinguishedName;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Signer;

/**
 * An open keystore as the domain sees it, as it was when it was opened; it does not follow later
 * changes of the file. Its private keys are in memory until {@link #close()}. Thread-safe for
 * reading.
 */
public interface Keystore extends AutoCloseable {

	/** The alias of the authentication entry. */
	String AUTHENTICATION = "authentication";

	/** How far it has come. */
	enum Stage {
		/** The authentication certificate is still the placeholder. */
		REQUESTED,
		/** The issued chain is in, but there is no encryption entry of its own. */
		COMPLETED,
		/** The encryption certificate of its own is in. */
		TOKEN_PREPARED
	}

	/** An encryption entry: it decrypts what was sent to the holder. */
	record EncryptionEntry(String alias, X509Certificate certificate) {
	}

	Path file();

	Stage stage();

	/** The authentication chain, leaf first; at stage REQUESTED the placeholder alone. */
	List<X509Certificate> authenticationChain();

	/** The identifier of the authentication key. */
	KeyIdentifier keyIdentifier();

	/** The holder that the issued certificate names. */
	Optional<HolderSubject> holder();

	/** Every encryption entry, the old ones too, without the one that awaits its certificate. */
	List<EncryptionEntry> encryptionEntries();

	/**
	 * The encryption entry that belongs to the present authentication certificate: the one signed
	 * by its key. Of several the last: those before it were refused when their token was to be registered.
	 */
	Optional<EncryptionEntry> currentEncryptionEntry();

	/** The public part of the encryption key that awaits its certificate. */
	Optional<PublicKey> pendingEncryptionKey();

	/**
	 * Signs with the authentication key, for as long as the keystore is open. Usable in every
	 * environment: nothing in a keystore says where it belongs, and each authority trusts its own only.
	 */
	Signer authenticationSigner();

	/**
	 * The certificate request for the authentication key (PKCS#10, SHA256withRSA, no requested
	 * extensions), DER.
	 */
	byte[] certificationRequest(DistinguishedName subject);

	/**
	 * Decrypts with the encryption key that awaits its certificate (RSA, PKCS#1 v1.5).
	 *
	 * @throws IllegalStateException    where there is none
	 * @throws IllegalArgumentException where the ciphertext is not for this key
	 */
	byte[] decryptWithPendingKey(byte[] ciphertext);

	/**
	 * Issues the encryption certificate: subject and issuer are the authentication certificate's
	 * subject, the validity is the same, critical key usage keyEncipherment and dataEncipherment,
	 * signed with the authentication key.
	 *
	 * @param serialNumber as the authority asks for
	 * @throws IllegalStateException where no key awaits its certificate
	 */
	X509Certificate issueEncryptionCertificate(BigInteger serialNumber);

	/** Forgets the private keys, as far as Java lets one; the authentication chain stays known. */
	@Override
	void close();
}
