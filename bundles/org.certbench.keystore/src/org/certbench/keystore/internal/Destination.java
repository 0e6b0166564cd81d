package org.certbench.keystore.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

import org.certbench.core.PrivateFiles;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;

/** Where a keystore is saved: under a new name, or in the place of the file that was opened. */
sealed interface Destination {

	/** Where it will be, as far as one can know before. */
	Path file();

	/**
	 * Puts a finished sibling into its place, in one step that either happens or does not.
	 *
	 * @return where it is now
	 */
	Path publish(Path sibling) throws IOException, KeystoreException;

	/** A new file. It never takes the place of another one: where the name is taken, the next second is. */
	record NewFile(Path folder, KeystoreName name) implements Destination {

		/** The first name from the given one on that is free now. */
		static NewFile firstFree(Path folder, KeystoreName name) {
			var destination = new NewFile(folder, name);
			while (Files.exists(destination.file())) {
				destination = destination.later();
			}
			return destination;
		}

		@Override
		public Path file() {
			return folder.resolve(name.toString());
		}

		@Override
		public Path publish(Path sibling) throws IOException {
			try {
				PrivateFiles.moveToNew(sibling, file());
				return file();
			} catch (FileAlreadyExistsException takenMeanwhile) {
				return later().publish(sibling);
			}
		}

		private NewFile later() {
			return new NewFile(folder, name.aSecondLater());
		}
	}

	/** The file that was opened, as long as nobody changed it; its present content is kept beside it. */
	record OpenedFile(Path file, String fingerprint, InstantSource clock) implements Destination {

		/** Two changes of one file in this process must not both find it unchanged. */
		private static final Object PUBLISHING = new Object();

		@Override
		public Path publish(Path sibling) throws IOException, KeystoreException {
			synchronized (PUBLISHING) {
				var before = present();
				PrivateFiles.writeBackup(before.file(), before.bytes(), clock.instant());
				// another process may have changed it while the backup was forced to disk
				var place = present().file();
				Files.move(sibling, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				PrivateFiles.forceFolder(place.getParent());
				return file;
			}
		}

		/** Read through symbolic links, which stay what they are. */
		private StoredFile present() throws IOException, KeystoreException {
			if (!Files.exists(file)) {
				throw new KeystoreException.ChangedMeanwhile(file);
			}
			var present = StoredFile.read(file.toRealPath());
			if (!present.fingerprint().equals(fingerprint)) {
				throw new KeystoreException.ChangedMeanwhile(file);
			}
			return present;
		}
	}
}
