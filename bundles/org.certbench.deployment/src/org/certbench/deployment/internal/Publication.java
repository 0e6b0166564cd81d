package org.certbench.deployment.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

import org.certbench.core.PrivateFiles;
import org.certbench.deployment.DeploymentException;
import org.certbench.deployment.DeploymentException.NotRead;
import org.certbench.deployment.DeploymentException.NotWritten;
import org.certbench.deployment.DeploymentException.ReadsBackDifferently;

/**
 * Puts a file where other software reads it: never half written, readable for its owner alone, read back,
 * and what was there before is kept beside it.
 *
 * @param file   where it is
 * @param before the backup of what was there, or null
 */
record Publication(Path file, Path before) {

	static Publication of(Path file, byte[] content, InstantSource clock) throws DeploymentException {
		try {
			var before = keepOther(file, content, clock);
			PrivateFiles.write(file, content);
			if (!Arrays.equals(content, Files.readAllBytes(file))) {
				throw new ReadsBackDifferently(file);
			}
			return new Publication(file, before.orElse(null));
		} catch (IOException e) {
			throw new NotWritten(file, e);
		}
	}

	/** What was there, where that was something else. */
	private static Optional<Path> keepOther(Path file, byte[] content, InstantSource clock) throws IOException {
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		var present = Files.readAllBytes(file);
		return Arrays.equals(content, present) ? Optional.empty()
				: Optional.of(PrivateFiles.writeBackup(file, present, clock.instant()));
	}

	/** Reads the keystore that is handed over. */
	static byte[] read(Path keystore) throws DeploymentException {
		try {
			return Files.readAllBytes(keystore);
		} catch (IOException e) {
			throw new NotRead(keystore, e);
		}
	}

	/** The backup of what was there, where that was something else. */
	Optional<Path> backup() {
		return Optional.ofNullable(before);
	}
}
