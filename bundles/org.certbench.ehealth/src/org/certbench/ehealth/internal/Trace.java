package org.certbench.ehealth.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.certbench.core.PrivateFiles;
import org.certbench.ehealth.Operation;

/**
 * Writes each message as it was sent and received into a folder, for support:
 * {@code NNN-operation-request.xml} and {@code NNN-operation-response.xml}, numbered on from what the
 * folder holds. They tell of people (numbers, addresses), so that only their owner can read them. Nothing
 * that goes wrong here stops the work. Thread-safe.
 */
abstract class Trace {

	/** No trace. */
	static final Trace NONE = new Trace() {
		@Override
		int request(Operation operation, byte[] envelope) {
			return 0;
		}

		@Override
		void response(int number, Operation operation, byte[] answer) {
			// nobody asked for a trace
		}
	};

	private Trace() {
	}

	/** A trace in a folder, which is made when the first message is written. */
	static Trace in(Path folder) {
		return new Folder(folder);
	}

	/** Writes a message that is about to be sent, and returns the number under which its answer belongs. */
	abstract int request(Operation operation, byte[] envelope);

	/** Writes what came back, whatever it is. */
	abstract void response(int number, Operation operation, byte[] answer);

	private static final class Folder extends Trace {

		private static final Logger LOG = System.getLogger(Trace.class.getName());
		private static final int NOT_WRITTEN = 0;
		private static final Pattern NUMBERED = Pattern.compile("(\\d{3,9})-.*\\.xml");

		private final Path folder;

		Folder(Path folder) {
			this.folder = folder;
		}

		@Override
		synchronized int request(Operation operation, byte[] envelope) {
			try {
				PrivateFiles.createFolder(folder);
				for (int number = lastNumber() + 1;; number++) {
					if (written(number, operation, "request", envelope)) {
						return number;
					}
				}
			} catch (IOException | UncheckedIOException e) {
				LOG.log(Level.WARNING, () -> "the trace of a request could not be written: " + e);
				return NOT_WRITTEN;
			}
		}

		@Override
		void response(int number, Operation operation, byte[] answer) {
			if (number == NOT_WRITTEN) {
				return;
			}
			try {
				written(number, operation, "response", answer);
			} catch (IOException | UncheckedIOException e) {
				LOG.log(Level.WARNING, () -> "the trace of an answer could not be written: " + e);
			}
		}

		/** False where there is such a file already: another process writes here too. */
		private boolean written(int number, Operation operation, String direction, byte[] bytes) throws IOException {
			var name = String.format("%03d-%s-%s.xml", number, operation.messageName(), direction);
			try {
				PrivateFiles.writeNew(folder.resolve(name), bytes);
				return true;
			} catch (FileAlreadyExistsException e) {
				return false;
			}
		}

		private int lastNumber() throws IOException {
			try (var files = Files.list(folder)) {
				return files.map(file -> NUMBERED.matcher(file.getFileName().toString())).filter(name -> name.matches())
						.mapToInt(name -> Integer.parseInt(name.group(1))).max().orElse(0);
			}
		}
	}
}
