package org.certbench.ehealth.simulator.internal.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.PrivateFiles;

/**
 * A folder with one JSON file for each value. Not thread-safe.
 *
 * @param <T> what the values are
 */
final class JsonFolder<T> {

	private static final String SUFFIX = ".json";

	private final Path folder;
	private final Class<T> type;

	JsonFolder(Path folder, Class<T> type) throws IOException {
		PrivateFiles.createFolder(folder);
		this.folder = folder;
		this.type = type;
	}

	/** All values, in the order of their files' names. */
	List<T> all() throws IOException {
		List<Path> files;
		try (var found = Files.list(folder)) {
			files = found.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
		}
		var values = new ArrayList<T>();
		for (var file : files) {
			values.add(Json.read(Files.readString(file), type));
		}
		return values;
	}

	/** Writes a value, in the place of an older one of that name. */
	void put(String name, T value) throws IOException {
		PrivateFiles.write(folder.resolve(name + SUFFIX), Json.write(value).getBytes(StandardCharsets.UTF_8));
	}
}
