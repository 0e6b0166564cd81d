package org.certbench.ui.wizard.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.certbench.core.DataFolder;
import org.junit.jupiter.api.condition.OS;

/**
 * A desktop whose file manager notes which folders it is to show. It is set up as any program of a Linux desktop,
 * in the folders that the build names in the environment.
 */
final class TestDesktop {

	private static final String PROGRAMS = "XDG_DATA_HOME";
	private static final String CHOICES = "XDG_CONFIG_HOME";

	private final Path opened;

	/** Whether there is a desktop that belongs to the test: a person's own programs are left alone. */
	static boolean isPossible() {
		var data = System.getProperty(DataFolder.PROPERTY);
		return OS.LINUX.isCurrentOs() && data != null && Stream.of(PROGRAMS, CHOICES).map(System::getenv)
				.allMatch(folder -> folder != null && Path.of(folder).startsWith(Path.of(data).getParent()));
	}

	TestDesktop(Path folder) throws IOException {
		opened = folder.resolve("opened");
		var program = Files.writeString(folder.resolve("file-manager"), """
				#!/bin/sh
				printf '%%s' "$1" > '%s.part' && mv '%s.part' '%s'
				""".formatted(opened, opened, opened));
		program.toFile().setExecutable(true);
		var applications = Files.createDirectories(Path.of(System.getenv(PROGRAMS), "applications"));
		Files.writeString(applications.resolve("file-manager.desktop"), """
				[Desktop Entry]
				Type=Application
				Name=Notes folders
				Exec="%s" %%f
				MimeType=inode/directory;
				""".formatted(program));
		Files.writeString(Files.createDirectories(Path.of(System.getenv(CHOICES))).resolve("mimeapps.list"), """
				[Default Applications]
				inode/directory=file-manager.desktop
				""");
	}

	/** The folder that was last to be shown, or empty. */
	String openedFolder() {
		try {
			return Files.exists(opened) ? Files.readString(opened) : "";
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
