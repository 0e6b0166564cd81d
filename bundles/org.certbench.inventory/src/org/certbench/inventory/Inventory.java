package org.certbench.inventory;

import java.nio.file.Path;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.RenewalWindow;
import org.certbench.keystore.Keystore;

/**
 * Every known keystore and where its certificate stands in its life: a service. What is shown
 * comes from an index on disk, at once; scanning refreshes it. Thread-safe.
 */
public interface Inventory {

	/** Where new keystores of an environment are put, and where they are looked for first. */
	Path keystoreFolder(Environment environment);

	/** The folders that are scanned: those of the environments, then those that the user added. */
	List<Path> folders();

	/** Chooses the folders that are scanned beside those of the environments. */
	void chooseFolders(List<Path> folders);

	/** What is known now, without looking at the disk again. */
	List<CertificateLife> certificates();

	/** Looks at all {@link #folders()} again, subfolders too; new files first seen are inspected. */
	List<CertificateLife> scan(Progress progress) throws Cancelled;

	/** Looks at these folders and files only; the index learns from it. */
	List<CertificateLife> scan(List<Path> places, Progress progress) throws Cancelled;

	/**
	 * Remembers the public facts of an open keystore (its certificate, whether its token is in), so
	 * that they are known as facts from now on, without the password.
	 */
	void remember(Keystore keystore, Environment environment);

	/**
	 * Remembers what the authority said of a certificate's replacement period.
	 */
	void rememberWindow(KeyIdentifier key, RenewalWindow window);

	/**
	 * Tells when something changed: a scan found news, a file of the folders changed, or the journal
	 * did. Called from whichever thread brought the news, never the UI's; watching the folders begins
	 * with the first watch.
	 */
	Watch watch(Runnable changed);

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
