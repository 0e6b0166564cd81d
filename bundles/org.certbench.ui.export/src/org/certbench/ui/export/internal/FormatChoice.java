package org.certbench.ui.export.internal;

import java.nio.file.Path;
import java.util.List;

import org.certbench.export.Exports;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** In which formats can be exported, and in which one and where it was the last time. */
final class FormatChoice {

	private static final System.Logger LOG = System.getLogger(FormatChoice.class.getName());
	private static final String FORMAT = "format";
	private static final String FOLDER = "folder";

	private final List<Exports.Description> formats;
	private final Preferences memory;

	/**
	 * Where an export goes.
	 *
	 * @param file   as the person named it
	 * @param format id of the format
	 */
	record Target(Path file, String format) {
	}

	FormatChoice(List<Exports.Description> formats, Preferences memory) {
		this.formats = formats;
		this.memory = memory;
	}

	/** For people, in the order of the formats. */
	String[] names() {
		return formats.stream().map(format -> format.name() + " (*." + format.suffix() + ")").toArray(String[]::new);
	}

	/** Which files each format has. */
	String[] patterns() {
		return formats.stream().map(format -> "*." + format.suffix()).toArray(String[]::new);
	}

	/** The place of the last format, else the first. */
	int index() {
		var last = memory.get(FORMAT, "");
		return Math.max(0, formats.stream().map(Exports.Description::id).toList().indexOf(last));
	}

	/** The last folder, else the person's own. */
	String folder() {
		return memory.get(FOLDER, System.getProperty("user.home"));
	}

	/** A file's name with the ending of the last format. */
	String fileName(String name) {
		return name + "." + formats.get(index()).suffix();
	}

	/** The ending of the name says the format; where it says none, the chosen one counts. */
	Target target(Path file, int chosen) {
		var name = file.getFileName().toString();
		return new Target(file, formats.stream().filter(format -> name.endsWith("." + format.suffix())).findFirst()
				.orElse(formats.get(Math.max(0, chosen))).id());
	}

	void remember(Target target) {
		memory.put(FORMAT, target.format());
		memory.put(FOLDER, target.file().toAbsolutePath().getParent().toString());
		try {
			memory.flush();
		} catch (BackingStoreException e) {
			LOG.log(System.Logger.Level.WARNING, "not remembered for the next time", e);
		}
	}
}
