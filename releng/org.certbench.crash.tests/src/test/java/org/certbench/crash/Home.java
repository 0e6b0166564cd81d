package org.certbench.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A person's home folder with all that the product keeps: its data and, beside them, the state of the
 * service, which is another computer's.
 *
 * @param folder the home
 */
record Home(Path folder) {

	/** Files in which the product writes where other files are. */
	private static final Set<String> WITH_PATHS = Set.of("json", "jsonl", "stand-in");

	/** What the product keeps. */
	Path data() {
		return folder.resolve("share/certbench");
	}

	/** What the service keeps. */
	Path service() {
		return folder.resolve("service");
	}

	/** Where keystores are. */
	Path keystores() {
		return data().resolve("simulator/keystore");
	}

	/** Where others find what is handed over to them. */
	Path handedOver() {
		return folder.resolve("handed-over");
	}

	/** The keystore of the first request. */
	Path oldestKeystore() throws IOException {
		return allKeystores().getFirst();
	}

	/** The keystore of the latest request. */
	Path newestKeystore() throws IOException {
		return allKeystores().getLast();
	}

	/** Their names begin with the holder, and go on with the moment. */
	private List<Path> allKeystores() throws IOException {
		try (Stream<Path> files = Files.list(keystores())) {
			return files.filter(file -> file.toString().endsWith(".p12")).sorted().toList();
		}
	}

	/** A home of its own as this one is now, with the paths in its files as if it had always been there. */
	Home copyTo(Path target) throws IOException {
		Files.createDirectories(target);
		for (var file : all(folder)) {
			var to = target.resolve(folder.relativize(file).toString());
			if (Files.isDirectory(file)) {
				Files.createDirectories(to);
			} else if (WITH_PATHS.contains(extension(file))) {
				Files.writeString(to, Files.readString(file).replace(folder.toString(), target.toString()));
				Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(file));
			} else {
				Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
		return new Home(target);
	}

	/** Makes the product find the service that this program serves. */
	void useService() throws IOException {
		var folders = Files.createDirectories(data().resolve("simulator"));
		Files.createDirectories(service());
		Files.writeString(folders.resolve("stand-in"), service().toRealPath().toString());
	}

	/** The files that the product writes: neither the service's, nor what the person's card holds. */
	List<Path> files() {
		return Stream.of(handedOver(), data()).filter(Files::exists).flatMap(place -> all(place).stream())
				.filter(Files::isRegularFile).filter(file -> !file.startsWith(cards()))
				.filter(file -> !file.getFileName().toString().equals("stand-in")).toList();
	}

	/** What the virtual cards keep. */
	Path cards() {
		return data().resolve("virtual-cards");
	}

	void delete() throws IOException {
		for (var file : all(folder).reversed()) {
			Files.delete(file);
		}
	}

	/** The part behind the last dot, or the whole name. */
	static String extension(Path file) {
		var name = file.getFileName().toString();
		return name.substring(name.lastIndexOf('.') + 1);
	}

	private static List<Path> all(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.sorted(Comparator.naturalOrder()).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
