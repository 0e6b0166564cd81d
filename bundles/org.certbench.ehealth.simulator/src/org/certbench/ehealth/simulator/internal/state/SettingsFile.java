package org.certbench.ehealth.simulator.internal.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.certbench.core.PrivateFiles;
import org.certbench.ehealth.simulator.SimulatorSettings;

/** The settings, in {@code settings.json}. Not thread-safe. */
public final class SettingsFile {

	private final Path file;
	private SimulatorSettings settings;

	public SettingsFile(Path state) throws IOException {
		file = state.resolve("settings.json");
		settings = Files.exists(file) ? Json.read(Files.readString(file), SimulatorSettings.class)
				: SimulatorSettings.DEFAULT;
	}

	public SimulatorSettings get() {
		return settings;
	}

	public void set(SimulatorSettings changed) throws IOException {
		PrivateFiles.write(file, Json.write(changed).getBytes(StandardCharsets.UTF_8));
		settings = changed;
	}
}
