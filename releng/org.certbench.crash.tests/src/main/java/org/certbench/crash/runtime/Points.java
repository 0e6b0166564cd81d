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

	/** A point before something is sent. */
	public static void beforeSending(String site) {
		Forcing.beforeSending(site);
		Instants.reach(site);
		Sabotages.beforeSending();
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
		return open(file, Set.of(options), new FileAttribute<?>[0], site);
	}

	/** Opening leaves nothing behind where the file is there and stays what it is. */
	public static FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>[] attributes, String site)
			throws IOException {
		boolean isMade = !Files.exists(file);
		if (isMade || options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
			Instants.reach(site);
		}
		var channel = FileChannel.open(file, options, attributes);
		Forcing.opened(channel, file, isMade);
		return channel;
	}

	public static int write(FileChannel channel, ByteBuffer bytes, String site) throws IOException {
		Instants.reach(site);
		if (bytes.remaining() > 1) {
			Instants.reach(half(site), () -> channel.write(bytes.slice(bytes.position(), bytes.remaining() / 2)));
		}
		Forcing.written(channel);
		return channel.write(bytes);
	}

	public static FileChannel truncate(FileChannel channel, long size, String site) throws IOException {
		Instants.reach(site);
		Forcing.written(channel);
		return channel.truncate(size);
	}

	public static void force(FileChannel channel, boolean withMetadata, String site) throws IOException {
		Instants.reach(site);
		channel.force(withMetadata);
		Forcing.forced(channel);
	}

	public static Path write(Path file, byte[] bytes, OpenOption[] options, String site) throws IOException {
		Instants.reach(site);
		Instants.reach(half(site), () -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2), options));
		Forcing.written(file);
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
		Forcing.written(file);
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
		Forcing.written(to);
		return Files.copy(from, to, options);
	}

	public static long copy(InputStream from, Path to, CopyOption[] options, String site) throws IOException {
		Instants.reach(site);
		Instants.reach(half(site), () -> {
			Files.copy(from, to, options);
			cut(to);
		});
		Forcing.written(to);
		return Files.copy(from, to, options);
	}

	public static Path move(Path from, Path to, CopyOption[] options, String site) throws IOException {
		Instants.reach(site);
		Forcing.moved(from, to, site);
		return Files.move(from, to, options);
	}

	public static Path createLink(Path link, Path existing, String site) throws IOException {
		Instants.reach(site);
		var made = Files.createLink(link, existing);
		Forcing.moved(existing, link, site);
		return made;
	}

	public static Path createDirectory(Path folder, FileAttribute<?>[] attributes, String site) throws IOException {
		Instants.reach(site);
		Forcing.made(folder);
		return Files.createDirectory(folder, attributes);
	}

	public static Path createDirectories(Path folder, FileAttribute<?>[] attributes, String site) throws IOException {
		Instants.reach(site);
		for (var made = folder.toAbsolutePath(); !Files.exists(made); made = made.getParent()) {
			Forcing.made(made);
		}
		return Files.createDirectories(folder, attributes);
	}

	public static Path moveInPlace(Path from, Path to, CopyOption[] options, String site) throws IOException {
		return Sabotages.moveInPlace(from, to, site);
	}

	public static void moveAfterNextAnswer(Path from, Path to, String site) throws IOException {
		Sabotages.moveAfterNextAnswer(from, to);
	}

	public static void leaveUnforced(FileChannel channel, boolean withMetadata, String site) {
		// that is what is wrong
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
}
