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

	/** Makes its folder, where it may be missing. That of a file that was there is gone with its disk. */
	void makeFolder() throws IOException;

	/**
	 * Puts a finished sibling into its place, in one step that either happens or does not. A failure may
	 * come after that step: whether it happened is told by what is in the file.
	 *
	 * @return where it is now
	 */
	Path publish(Path sibling, KeystoreLocks locks, InstantSource clock) throws IOException, KeystoreException;

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
		public void makeFolder() throws IOException {
			PrivateFiles.createFolder(folder);
		}

		@Override
		public Path publish(Path sibling, KeystoreLocks locks, InstantSource clock) throws IOException {
			try {
				PrivateFiles.moveToNew(sibling, file());
				return file();
			} catch (FileAlreadyExistsException takenMeanwhile) {
				return later().publish(sibling, locks, clock);
			}
		}

		private NewFile later() {
			return new NewFile(folder, name.aSecondLater());
		}
	}

	/** The file that was opened, as long as nobody changed it; its present content is kept beside it. */
	record OpenedFile(Path file, String fingerprint) implements Destination {

		@Override
		public void makeFolder() {
			// what takes its place must be beside it
		}

		/** Two changes of one file must not both find it unchanged. */
		@Override
		public Path publish(Path sibling, KeystoreLocks locks, InstantSource clock) throws IOException, KeystoreException {
			try (var turn = locks.publishing(file)) {
				var place = keepPresent(clock);
				// a program that knows of no turns may have changed it while the backup was forced to disk
				present();
				Files.move(sibling, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				PrivateFiles.forceFolder(place.getParent());
				return file;
			}
		}

		/** @return where the file really lies: symbolic links stay what they are */
		private Path keepPresent(InstantSource clock) throws IOException, KeystoreException {
			var before = present();
			try {
				PrivateFiles.writeBackup(before.file(), before.bytes(), clock.instant());
				return before.file();
			} catch (IOException e) {
				throw new KeystoreException.BackupImpossible(file, e);
			}
		}

		private StoredFile present() throws IOException, KeystoreException {
			var place = file.toRealPath();
			var present = new StoredFile(place, Files.readAllBytes(place));
			if (!present.fingerprint().equals(fingerprint)) {
				throw new KeystoreException.ChangedMeanwhile(file);
			}
			return present;
		}
	}
}
