package org.certbench.keystore;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.Secret;

/**
 * A change of a keystore, in memory until it is saved. Semantics that surprise:
 * <ul>
 * <li>Nothing is ever overwritten in place: a sibling is written, forced to disk, opened again
 * with the password and compared; then the present file is kept as a backup
 * ({@code <name>.bak-yyyyMMdd-HHmmss} beside it, which still opens with the old password) and the
 * sibling moved over it atomically.</li>
 * <li>The ten newest backups are kept. An older one goes, unless it holds a key that the saved keystore
 * lacks, or does not open with its password.</li>
 * <li>Saving fails where the file changed since it was opened.</li>
 * <li>What was saved is read back from its place: a program that synchronises the folder may have put it
 * elsewhere.</li>
 * <li>What is saved is PKCS#12, whatever the format of what was opened.</li>
 * <li>It is saved once: go on with an edit of the keystore that {@link #save} returns. After a failure
 * it can be tried again.</li>
 * <li>All entries that the product does not know are kept as they are.</li>
 * </ul>
 * Not thread-safe.
 */
public interface KeystoreEdit {

	/**
	 * Where it will be saved; a new keystore whose name is taken meanwhile lands on the next second's
	 * name, so ask the saved keystore.
	 */
	Path file();

	/** The identifier of the authentication key, of a new keystore too: it is known before it is saved. */
	KeyIdentifier keyIdentifier();

	/**
	 * Puts the issued chain in the place of the placeholder; each certificate above the leaf also
	 * becomes a trusted entry under its RFC 2253 subject.
	 *
	 * @param chain leaf first
	 * @throws KeystoreException.OtherKey where the leaf is not for the authentication key
	 */
	KeystoreEdit installChain(List<X509Certificate> chain) throws KeystoreException;

	/**
	 * Makes the encryption key (RSA 2048), which awaits its certificate under the alias {@code 0}
	 * with a placeholder certificate of serial number 0. Does nothing where one is waiting already.
	 */
	KeystoreEdit createEncryptionKey() throws KeystoreException;

	/**
	 * Gives the waiting encryption key its certificate: its alias becomes the decimal serial number.
	 *
	 * @throws KeystoreException.OtherKey    where the certificate is not for the waiting key
	 * @throws KeystoreException.Unsupported where another key has that alias
	 * @throws IllegalStateException         where no key is waiting
	 */
	KeystoreEdit installEncryptionCertificate(X509Certificate certificate) throws KeystoreException;

	/**
	 * Takes every encryption entry of another keystore over, each under its old alias (M26). Those
	 * that are there already stay as they are.
	 *
	 * @param old open
	 * @throws KeystoreException.Unsupported where two different keys have the same alias
	 */
	KeystoreEdit carryOver(Keystore old) throws KeystoreException;

	/**
	 * Saves with a password, which may be a new one, and opens the result.
	 *
	 * @param password read, not kept: the caller clears it
	 */
	Keystore save(Secret password, Progress progress) throws KeystoreException, Cancelled;
}
