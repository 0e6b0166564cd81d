package org.certbench.keystore.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import org.certbench.core.DataFolder;
import org.certbench.core.FileTurn;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Texts;
import org.certbench.keystore.KeystoreClaim;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreException.InUse;
import org.certbench.keystore.KeystoreException.NotAccessible;

/**
 * Locks of keystores, in {@code <data>/locks}, by the place where they really lie: beside them, locks would be
 * copied to clouds and left on network drives, some of which have none. There are two of each: the claim is
 * held for as long as somebody works on the keystore, the other while its file is replaced.
 */
final class KeystoreLocks {

	private static final System.Logger LOG = System.getLogger(KeystoreLocks.class.getName());
	private static final Texts TEXTS = Texts.of(KeystoreException.class);

	private final DataFolder data;
	private final InstantSource clock;

	KeystoreLocks(DataFolder data, InstantSource clock) {
		this.data = data;
		this.clock = clock;
	}

	/** Waits for the turn to replace a file, which takes others an instant. */
	FileTurn publishing(Path keystore) throws KeystoreException {
		var lock = lock(keystore, ".publishing");
		try {
			PrivateFiles.createFolder(lock.getParent());
			return FileTurn.take(lock);
		} catch (IOException e) {
			throw new NotAccessible(lock, e);
		}
	}

	/** Does not wait: others may work for as long as a person thinks. */
	KeystoreClaim claim(Path keystore) throws KeystoreException {
		var lock = lock(keystore, ".claim");
		try {
			PrivateFiles.createFolder(lock.getParent());
			var turn = FileTurn.tryTake(lock).orElseThrow(() -> new InUse(keystore, holder(lock)));
			return new Claim(turn, note(lock), clock.instant());
		} catch (IOException e) {
			throw new NotAccessible(lock, e);
		}
	}

	private Path lock(Path keystore, String suffix) {
		var name = StoredFile.fingerprint(place(keystore).toString().getBytes(StandardCharsets.UTF_8));
		return data.path().resolve("locks").resolve(name + suffix);
	}

	private static Path place(Path keystore) {
		try {
			return keystore.toRealPath();
		} catch (IOException notThere) {
			return keystore.toAbsolutePath().normalize();
		}
	}

	/** Who holds a claim; not in the lock itself, which on some systems nobody else can read. */
	private static Path note(Path lock) {
		return lock.resolveSibling(lock.getFileName() + "ed-by");
	}

	private static String holder(Path lock) {
		try {
			var lines = Files.readAllLines(note(lock));
			var since = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
					.format(Instant.parse(lines.get(1)).atZone(ZoneId.systemDefault()));
			return lines.getFirst().equals(self()) ? TEXTS.get("inUse.here", since)
					: TEXTS.get("inUse.process", lines.getFirst(), since);
		} catch (IOException | RuntimeException notNotedYet) {
			return TEXTS.get("inUse.somebody");
		}
	}

	private static String self() {
		return Long.toString(ProcessHandle.current().pid());
	}

	/** A claim that is held, and what is noted of it for others. */
	private static final class Claim implements KeystoreClaim {

		private final FileTurn turn;

		Claim(FileTurn turn, Path note, Instant since) {
			this.turn = turn;
			try {
				PrivateFiles.write(note, String.join("\n", List.of(self(), since.toString())).getBytes(StandardCharsets.UTF_8));
			} catch (IOException e) {
				LOG.log(Level.WARNING, "nobody will know who has " + note.getFileName(), e);
			}
		}

		/** The note stays: without the lock it says nothing. */
		@Override
		public void close() {
			try {
				turn.close();
			} catch (IOException e) {
				// The system takes it back when the process ends, at the latest.
				LOG.log(Level.WARNING, "a claim was not given back", e);
			}
		}
	}
}
