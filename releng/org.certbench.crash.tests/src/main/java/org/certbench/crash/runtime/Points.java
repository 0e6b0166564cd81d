package org.certbench.crash.runtime;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What the woven calls become. A method has the name and the arguments of the call it stands for (the
 * receiver first), and the name of the point.
 */
public final class Points {

	private Points() {
	}

	/** A point before anything is done. */
	public static void before(String site) {
		Instants.reach(site);
	}

	/** The answer has come, and nobody has seen it yet. */
	public static void received(String site) {
		Instants.reach(site);
		Sabotages.afterAnswer();
	}

	/** The answer will come; the exchange is cancelled with the future that is returned. */
	public static <T> CompletableFuture<T> received(CompletableFuture<T> answer, String site) {
		return new Answer<>(answer, () -> received(site));
	}

	public static FileChannel open(Path file, OpenOption[] options, String site) throws IOException {
		if (mayMake(Set.of(options))) {
			Instants.reach(site);
		}
		return FileChannel.open(file, options);
	}

	public static FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>[] attributes, String site)
			throws IOException {
		if (mayMake(options)) {
			Instants.reach(site);
		}
		return FileChannel.open(file, options, attributes);
	}

	public static int write(FileChannel channel, ByteBuffer bytes, String site) throws IOException {
		Instants.reach(site);
		if (bytes.remaining() > 1) {
			Instants.reach(half(site), () -> channel.write(bytes.slice(bytes.position(), bytes.remaining() / 2)));
		}
		return channel.write(bytes);
	}

	public static Path write(Path file, byte[] bytes, OpenOption[] options, String site) throws IOException {
		Instants.reach(site);
		Instants.reach(half(site), () -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2), options));
		return Files.write(file, bytes, options);
	}

	public static Path writeString(Path file, CharSequence text, OpenOption[] options, String site) throws IOException {
		return writeString(file, text, StandardCharsets.UTF_8, options, site);
	}

	public static Path writeString(Path file, CharSequence text, Charset charset, OpenOption[] options, String site)
			throws IOException {
		return write(file, text.toString().getBytes(charset), options, site);
	}

	public static OutputStream newOutputStream(Path file, OpenOption[] options, String site) throws IOException {
		Instants.reach(site);
		return new PointStream(Files.newOutputStream(file, options), site);
	}

	public static BufferedWriter newBufferedWriter(Path file, OpenOption[] options, String site) throws IOException {
		return newBufferedWriter(file, StandardCharsets.UTF_8, options, site);
	}

	public static BufferedWriter newBufferedWriter(Path file, Charset charset, OpenOption[] options, String site)
			throws IOException {
		return new BufferedWriter(new OutputStreamWriter(newOutputStream(file, options, site), charset));
	}

	public static SeekableByteChannel newByteChannel(Path file, OpenOption[] options, String site) throws IOException {
		return open(file, options, site);
	}

	public static Path copy(Path from, Path to, CopyOption[] options, String site) throws IOException {
		Instants.reach(site);
		Instants.reach(half(site), () -> cut(Files.copy(from, to, options)));
		return Files.copy(from, to, options);
	}

	public static long copy(InputStream from, Path to, CopyOption[] options, String site) throws IOException {
		Instants.reach(site);
		Instants.reach(half(site), () -> {
			Files.copy(from, to, options);
			cut(to);
		});
		return Files.copy(from, to, options);
	}

	public static Path moveInPlace(Path from, Path to, CopyOption[] options, String site) throws IOException {
		return Sabotages.moveInPlace(from, to, site);
	}

	public static void moveAfterNextAnswer(Path from, Path to, String site) throws IOException {
		Sabotages.moveAfterNextAnswer(from, to);
	}

	/** The name of the instant in the middle of a point. */
	static String half(String site) {
		return site + ", half";
	}

	private static void cut(Path file) throws IOException {
		try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(channel.size() / 2);
		}
	}

	/** Opening for reading leaves nothing behind. */
	private static boolean mayMake(Set<? extends OpenOption> options) {
		return options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW)
				|| options.contains(StandardOpenOption.TRUNCATE_EXISTING);
	}
}
