package org.certbench.eid.emulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The turn of a class of tests with the card service: there can be one on a machine, so that processes
 * with such tests wait for each other. A class that uses it, or wants it to be absent, has it as a static
 * extension; it is skipped where no service can be started. It has the {@link PinWatch} with it.
 */
public final class CardServiceTurn
		implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

	/** Beside the socket: whoever may make the one may make the other. */
	private static final Path LOCK = Path.of("/run/certbench-card-service.lock");
	/** Longer than any class of tests takes. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final PinWatch pins = new PinWatch();
	private Optional<FileLock> lock = Optional.empty();

	/** Starts the service and waits until it serves. */
	public CardService start() {
		if (lock.isEmpty()) {
			throw new IllegalStateException("it is not the turn of these tests");
		}
		return CardService.start();
	}

	@Override
	public void beforeAll(ExtensionContext context) throws InterruptedException {
		assumePossible(CardService.lacking());
		take();
		assumePossible(CardService.running());
	}

	private static void assumePossible(List<String> lacking) {
		assumeTrue(lacking.isEmpty(), lacking::toString);
	}

	/** A lock tells nobody that it is free: it must be tried again and again. */
	private void take() throws InterruptedException {
		var until = Instant.now().plus(PATIENCE);
		try {
			var channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			while ((lock = tryLock(channel)).isEmpty()) {
				if (Instant.now().isAfter(until)) {
					channel.close();
					throw new IllegalStateException("other tests do not let go of " + LOCK);
				}
				TimeUnit.MILLISECONDS.sleep(100);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
		try {
			return Optional.ofNullable(channel.tryLock());
		} catch (OverlappingFileLockException anotherClassOfThisProcess) {
			return Optional.empty();
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		pins.beforeEach(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		pins.afterEach(context);
	}

	@Override
	public void afterAll(ExtensionContext context) throws IOException {
		if (lock.isPresent()) {
			lock.get().acquiredBy().close();
			lock = Optional.empty();
		}
	}
}
