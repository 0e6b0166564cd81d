package org.certbench.guide.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The user's own integrator, as named in a file of properties, in UTF-8: {@code name}, and of {@code phone},
 * {@code email} and {@code website} those that there are.
 *
 * @param name  empty where the integrator is not known
 * @param reach how to reach the integrator, or empty
 */
record Integrator(String name, String reach) {

	/** Nobody named one. */
	static final Integrator UNKNOWN = new Integrator("", "");

	/**
	 * Reads the file.
	 *
	 * @throws IOException where it cannot be read, is no file of properties, or has no name
	 */
	static Integrator read(Path file) throws IOException {
		var preset = new Properties();
		try (var in = Files.newBufferedReader(file)) {
			preset.load(in);
		} catch (IllegalArgumentException malformed) {
			throw new IOException(malformed);
		}
		var name = preset.getProperty("name", "").strip();
		if (name.isEmpty()) {
			throw new IOException("it has no name");
		}
		return new Integrator(name, Stream.of("phone", "email", "website").map(key -> preset.getProperty(key, "").strip())
				.filter(value -> !value.isEmpty()).collect(Collectors.joining(", ")));
	}

	boolean isKnown() {
		return !name.isEmpty();
	}
}
