package org.certbench.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.certbench.core.FileTurn;

/** Another process that has its turn at a file, with the product's own lock, until it is closed or killed. */
public final class OtherProcess implements AutoCloseable {

	private final Process process;

	private OtherProcess(Process process) {
		this.process = process;
	}

	/**
	 * Starts it, and waits until it has the turn.
	 *
	 * @param folder   where the few classes that it needs are put
	 * @param lockFile as given to {@link FileTurn#take}
	 */
	public static OtherProcess holding(Path lockFile, Path folder) throws IOException {
		for (var type : List.of(LockHolder.class, FileTurn.class)) {
			copy(type, folder);
		}
		var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				folder.toString(), LockHolder.class.getName(), lockFile.toString()).redirectError(Redirect.INHERIT).start();
		if (process.getInputStream().read() != '!') {
			process.destroyForcibly();
			throw new IllegalStateException("the other process did not get its turn");
		}
		return new OtherProcess(process);
	}

	/** With those inside it. */
	private static void copy(Class<?> type, Path folder) throws IOException {
		write(type, folder);
		for (var inner : type.getDeclaredClasses()) {
			write(inner, folder);
		}
	}

	private static void write(Class<?> type, Path folder) throws IOException {
		var file = folder.resolve(type.getName().replace('.', '/') + ".class");
		Files.createDirectories(file.getParent());
		try (var content = type.getResourceAsStream(type.getName().substring(type.getPackageName().length() + 1) + ".class")) {
			Files.write(file, content.readAllBytes());
		}
	}

	/** Ends it at once, as SIGKILL does. */
	public void kill() {
		end(process.destroyForcibly());
	}

	/** Lets it end its turn, and itself. */
	@Override
	public void close() {
		try {
			process.getOutputStream().close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		end(process);
	}

	private static void end(Process process) {
		try {
			process.waitFor();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
