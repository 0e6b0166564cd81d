package org.certbench.keystore;

import java.nio.file.Path;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.Progress;
import org.certbench.core.Secret;

/**
 * Keystores on disk: a service. Thread-safe; every method reads or writes files and derives keys,
 * so none is for the UI thread.
 */
public interface Keystores {

	/**
	 * Claims a keystore for work that opens it, decides by what it sees, and changes it: whoever else claims
	 * it, in this program or in another process with the same data folder, is told. A claim ends with its
	 * process at the latest. It is for those who ask for it: reading a keystore needs none, and saving one
	 * finds out by itself whether the file is still what was opened.
	 *
	 * @throws KeystoreException.InUse where another has it
	 */
	KeystoreClaim claim(Path file) throws KeystoreException;

	/** What a file shows without its password. */
	Inspection inspect(Path file) throws KeystoreException;

	/**
	 * Opens a keystore: PKCS#12 of any program, with PBMAC1 too, or the JDK's JKS and JCEKS, told by
	 * content. The authentication entry is the one of that alias in whatever case; where there is
	 * none, the only key whose certificate names a holder and is not for encryption.
	 *
	 * <p>
	 * Some files ask for so much derivation that it takes seconds; it ends as soon as the progress is
	 * cancelled. What would take longer than anybody waits is refused before it begins.
	 *
	 * @param password read, not kept: the caller clears it
	 * @throws KeystoreException of the type that tells why not
	 */
	Keystore open(Path file, Secret password, Progress progress) throws KeystoreException, Cancelled;

	/**
	 * Starts a new keystore, with a new authentication key of RSA 2048 bits and the placeholder
	 * certificate. Nothing is on disk before {@link KeystoreEdit#save}.
	 *
	 * @param folder where it will lie; made where it is missing
	 * @return the edit, whose file name follows from the holder and the present moment and is not
	 *         taken yet
	 */
	KeystoreEdit create(Path folder, Holder holder, Environment environment) throws KeystoreException;

	/**
	 * Starts a change of an open keystore. Its file must not have changed since, or saving fails.
	 */
	KeystoreEdit edit(Keystore keystore) throws KeystoreException;

	/**
	 * The backups that changes left beside an open keystore, the newest first. Told by their names: files
	 * of any other name are none, links neither.
	 *
	 * @param passwords each is tried: a backup opens with the password that the keystore had then
	 */
	List<Backup> backups(Keystore keystore, List<Secret> passwords, Progress progress) throws KeystoreException, Cancelled;

	/**
	 * Deletes the backups of an open keystore that are {@link Backup#isSuperfluous() superfluous}, and no
	 * other.
	 *
	 * @return those that were deleted
	 * @throws KeystoreException.ChangedMeanwhile where the file is not what was opened any more: then
	 *                                            nothing is deleted
	 */
	List<Backup> deleteSuperfluousBackups(Keystore keystore, List<Secret> passwords, Progress progress)
			throws KeystoreException, Cancelled;
}
