package org.certbench.keystore.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.certbench.core.PrivateFiles;
import org.certbench.keystore.KeystoreException;

/**
 * Whether what was moved into its place is there: a program that synchronises the folder may have renamed it,
 * brought its own version back, or be late to show it.
 *
 * @param file     where it should be
 * @param written  what should be there
 * @param patience how long it may be late
 */
public record Arrival(Path file, StoredFile written, Duration patience, InstantSource clock) {

	/** Longer than a folder in a cloud takes to show what was done in it. */
	static final Duration PATIENCE = Duration.ofSeconds(3);
	private static final Duration PAUSE = Duration.ofMillis(50);

	/**
	 * Returns as soon as it is there.
	 *
	 * @throws KeystoreException.MovedAway where it is not; then it is elsewhere in the folder
	 */
	public void await() throws IOException, KeystoreException {
		long until = System.nanoTime() + patience.toNanos();
		while (!written.isIn(file)) {
			if (System.nanoTime() > until || !pause()) {
				throw new KeystoreException.MovedAway(file, elsewhere());
			}
		}
	}

	/** @return whether it may be waited for any longer */
	private static boolean pause() {
		try {
			TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Under another name, else it is put there again as a backup: it may hold the only copy of a key. */
	private Path elsewhere() throws IOException {
		var renamed = renamed();
		return renamed.isPresent() ? renamed.get() : PrivateFiles.writeBackup(file, written.bytes(), clock.instant());
	}

	private Optional<Path> renamed() throws IOException {
		try (var siblings = Files.list(file.toAbsolutePath().getParent())) {
			return siblings.filter(Files::isRegularFile).filter(written::isIn).findFirst();
		}
	}
}
