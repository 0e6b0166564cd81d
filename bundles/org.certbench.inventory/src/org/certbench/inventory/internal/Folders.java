package org.certbench.inventory.internal;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Environment;

import com.google.gson.reflect.TypeToken;

/** The folders that are scanned: each environment's own, and those the user chose. */
final class Folders {

	private static final System.Logger LOG = System.getLogger(Folders.class.getName());

	private final Path simulator;
	private final Path ehealth;
	private final JsonFile<List<Path>> chosen;

	/**
	 * @param data   the product's data folder
	 * @param home   the user's home, in which eHealth's own tools put keystores as well
	 * @param chosen the file that keeps the user's choice
	 */
	Folders(Path data, Path home, Path chosen) {
		this.simulator = data.resolve("simulator/keystore");
		this.ehealth = home.resolve("ehealth/keystore");
		this.chosen = new JsonFile<>(chosen, new TypeToken<List<Path>>() { }.getType());
	}

	/** Where an environment's keystores are put. */
	Path of(Environment environment) {
		return switch (environment) {
			case SIMULATOR -> simulator;
			case ACCEPTANCE, PRODUCTION -> ehealth;
		};
	}

	/** The environments', then the chosen ones. */
	List<Path> all() {
		return Stream.concat(Stream.of(simulator, ehealth), chosen.read().stream().flatMap(List::stream)).distinct().toList();
	}

	void choose(List<Path> folders) {
		var absolute = folders.stream().map(Requests::absolute).distinct().toList();
		try {
			chosen.update(before -> absolute);
		} catch (UncheckedIOException e) {
			LOG.log(Level.WARNING, "the choice of folders is not saved", e);
		}
	}

	/** Whether a file lies in one of these folders, or below. */
	static boolean contain(Collection<Path> folders, Path file) {
		return folders.stream().anyMatch(file::startsWith);
	}
}
