package org.certbench.inventory.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import org.certbench.core.FileTurn;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Visible;

/**
 * A value in a JSON file that several processes share: readers always see a whole one, as it is
 * written beside and moved over.
 *
 * @param <T> the value
 */
final class JsonFile<T> {

	private static final System.Logger LOG = System.getLogger(JsonFile.class.getName());

	private final Path file;
	private final Type type;

	/** Tells one state of the file from another; each writing makes a new file. */
	record Stamp(Object fileKey, long size, FileTime modified) {
	}

	/** A change of the value, from what is in the file now. */
	@FunctionalInterface
	interface Change<T> {
		T apply(Optional<T> present);
	}

	JsonFile(Path file, Type type) {
		this.file = file;
		this.type = type;
	}

	/** The state of the file; nothing where there is none. */
	Optional<Stamp> stamp() {
		try {
			var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return Optional.of(new Stamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime()));
		} catch (IOException none) {
			return Optional.empty();
		}
	}

	/** The value; nothing where there is no file, or none that can be read and understood. */
	Optional<T> read() {
		try {
			return content();
		} catch (IOException e) {
			LOG.log(Level.WARNING, Visible.line("cannot be read: " + file + ": " + e.getMessage()));
			return Optional.empty();
		}
	}

	/** @throws IOException where there is a file that cannot be read now */
	private Optional<T> content() throws IOException {
		try {
			return Optional.ofNullable(Json.GSON.fromJson(Files.readString(file), type));
		} catch (NoSuchFileException notYet) {
			return Optional.empty();
		} catch (CharacterCodingException | RuntimeException e) {
			LOG.log(Level.WARNING, Visible.line("not understood, and begun anew: " + file + ": " + e.getMessage()));
			return Optional.empty();
		}
	}

	/** Changes the value, alone among all processes. What cannot be read now is left as it is: it may be all that is known. */
	void update(Change<T> change) {
		try {
			PrivateFiles.createFolder(file.getParent());
			try (var turn = FileTurn.take(file.resolveSibling(file.getFileName() + ".lock"))) {
				var json = Json.GSON.toJson(change.apply(content()), type);
				PrivateFiles.write(file, json.getBytes(StandardCharsets.UTF_8));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
