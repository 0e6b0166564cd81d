package org.certbench.deployment.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.certbench.core.Holder;
import org.certbench.core.PrivateFiles;
import org.certbench.deployment.DeploymentTargets.Remembered;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/** How the keystores of each holder were handed over: a JSON file for each. Nothing secret is in them. */
final class SettingsMemory {

	private static final System.Logger LOG = System.getLogger(SettingsMemory.class.getName());
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private final Path folder;

	SettingsMemory(Path folder) {
		this.folder = folder;
	}

	Remembered read(Holder holder) {
		try {
			var read = GSON.fromJson(Files.readString(file(holder)), Remembered.class);
			return read == null ? Remembered.NOTHING : read;
		} catch (NoSuchFileException notYet) {
			return Remembered.NOTHING;
		} catch (IOException | JsonParseException | NullPointerException e) {
			LOG.log(Level.WARNING, "not understood, and begun anew: " + file(holder), e);
			return Remembered.NOTHING;
		}
	}

	/** What other targets were told stays. */
	void write(Holder holder, String target, Map<String, String> settings) {
		var all = new HashMap<>(read(holder).settings());
		all.put(target, Map.copyOf(settings));
		try {
			PrivateFiles.createFolder(folder);
			PrivateFiles.write(file(holder), GSON.toJson(new Remembered(target, all)).getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			LOG.log(Level.WARNING, "not remembered for the next time: " + file(holder), e);
		}
	}

	/** Some system allows any of these characters in no name. */
	private Path file(Holder holder) {
		return folder.resolve(holder.toString().replaceAll("[^A-Za-z0-9=,_-]", "_") + ".json");
	}
}
