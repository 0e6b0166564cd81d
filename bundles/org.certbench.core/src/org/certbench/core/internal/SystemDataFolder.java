package org.certbench.core.internal;

import java.nio.file.Path;
import java.util.Locale;

import org.certbench.core.DataFolder;
import org.osgi.service.component.annotations.Component;

/** The folder of {@link DataFolder#PROPERTY}, else the system's own place for a user's data. */
@Component
public final class SystemDataFolder implements DataFolder {

	@Override
	public Path path() {
		var chosen = System.getProperty(PROPERTY, "");
		return chosen.isBlank() ? usual().toAbsolutePath() : Path.of(chosen).toAbsolutePath().normalize();
	}

	private static Path usual() {
		var home = Path.of(System.getProperty("user.home"));
		var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		if (system.contains("windows")) {
			return fromEnvironment("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Certbench");
		}
		if (system.contains("mac")) {
			return home.resolve("Library/Application Support/Certbench");
		}
		return fromEnvironment("XDG_DATA_HOME", home.resolve(".local/share")).resolve("certbench");
	}

	private static Path fromEnvironment(String variable, Path otherwise) {
		var value = System.getenv(variable);
		return value == null || value.isBlank() ? otherwise : Path.of(value);
	}
}
