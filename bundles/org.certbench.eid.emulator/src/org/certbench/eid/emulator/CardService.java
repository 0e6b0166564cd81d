package org.certbench.eid.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real pcscd of one's own, with the two virtual readers of vpcd and no others; a moment passes until it
 * notices a card, or that it left. There can be one on
 * a machine at a time: a {@link CardServiceTurn} starts it. It needs the packages {@code pcscd} and
 * {@code vsmartcard-vpcd}, and the right to make {@code /run/pcscd}.
 */
public final class CardService implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
	private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
	private static final Path READERS = Path.of("/etc/reader.conf.d/vpcd");
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final int LAST_PORT = VpcdConnection.FIRST_PORT + 1;
	private static final String FIRST_READER = "Virtual PCD 00 00";

	private final Process process;
	private final Path log;
	/** Set before it is ended: from then on nobody notices cards. */
	private volatile boolean ended;

	private CardService(Process process, Path log) {
		this.process = process;
		this.log = log;
	}

	/** A card in a reader; taken out when closed. */
	@FunctionalInterface
	public interface Inserted extends AutoCloseable {
		@Override
		void close() throws IOException;
	}

	/** Why it can never be started here, a line each; none where it can. */
	public static List<String> lacking() {
		return Stream.of(Files.isExecutable(PROGRAM) ? "" : "pcscd is not installed",
				Files.exists(READERS) ? "" : "vsmartcard-vpcd is not installed",
				Files.isWritable(SOCKET.getParent().getParent()) ? "" : "no right to start pcscd")
				.filter(lack -> !lack.isEmpty()).toList();
	}

	/** Why it cannot be started now; none where it can. */
	static List<String> running() {
		return isServed() ? List.of("another pcscd is running") : List.of();
	}

	/** Starts it and waits until it serves. */
	public static CardService start() {
		try {
			Files.createDirectories(SOCKET.getParent());
			var log = Files.createTempFile("pcscd", ".log");
			var process = new ProcessBuilder(PROGRAM.toString(), "--foreground", "--info").redirectErrorStream(true)
					.redirectOutput(log.toFile()).start();
			var service = new CardService(process, log);
			service.await();
			return service;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void await() throws IOException {
		var until = Instant.now().plus(PATIENCE);
		while (!(isServed() && listens(VpcdConnection.FIRST_PORT) && listens(LAST_PORT))) {
			if (!process.isAlive() || Instant.now().isAfter(until)) {
				close();
				throw new IllegalStateException("pcscd does not serve:\n" + Files.readString(log));
			}
			pause();
		}
	}

	/** It tells nobody when it is ready: it must be asked again and again. */
	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(20);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether a pcscd answers, be it this one or another; a socket alone may be left of one that died. */
	private static boolean isServed() {
		try (var connection = SocketChannel.open(UnixDomainSocketAddress.of(SOCKET))) {
			return connection.isConnected();
		} catch (IOException nobody) {
			return false;
		}
	}

	/** Whether the readers wait for their cards. */
	private static boolean listens(int port) {
		try (var free = new ServerSocket()) {
			free.setReuseAddress(true);
			free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return false;
		} catch (IOException taken) {
			return true;
		}
	}

	/**
	 * Puts a card into the first reader, and waits until the service has noticed: whoever asks it from
	 * now on is told that there is a card. Closing what is given waits as well, so that nobody is told
	 * of a card that has left.
	 */
	public Inserted insert(EmulatedCard card) throws IOException {
		var connection = new VpcdConnection(card, VpcdConnection.FIRST_PORT);
		ServiceClient.await(FIRST_READER, true, PATIENCE);
		return () -> {
			connection.close();
			if (!ended) {
				ServiceClient.await(FIRST_READER, false, PATIENCE);
			}
		};
	}

	/** Another program holds the card in the first reader, from now on and until what is given is run. */
	public Runnable holdCard() {
		return ServiceClient.hold(FIRST_READER);
	}

	/** Ends it as it is, in the middle of whatever it does; it is closed nevertheless. */
	public void kill() {
		ended = true;
		process.destroyForcibly();
		try {
			process.waitFor();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends it; the sockets are gone when this returns. */
	@Override
	public void close() {
		ended = true;
		process.destroy();
		try {
			if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
			}
			Files.deleteIfExists(log);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
