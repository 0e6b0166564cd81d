package org.certbench.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The kinds of operating system on which different things are to be done, and said (M34). */
public enum OperatingSystem {

	WINDOWS,
	MACOS,
	/** Debian, Ubuntu and what is made from them: packages come from {@code apt}. */
	DEBIAN,
	/** Every other Linux. */
	LINUX;

	private static final Path RELEASE = Path.of("/etc/os-release");
	private static final List<String> DEBIANS = List.of("debian", "ubuntu");

	/** That of this machine. */
	public static OperatingSystem current() {
		return of(System.getProperty("os.name"), RELEASE);
	}

	/**
	 * That of a machine.
	 *
	 * @param name    as Java gives it in {@code os.name}
	 * @param release the file in which a Linux says which one it is (os-release, freedesktop.org)
	 */
	static OperatingSystem of(String name, Path release) {
		var lower = name.toLowerCase(Locale.ROOT);
		if (lower.startsWith("windows")) {
			return WINDOWS;
		}
		if (lower.startsWith("mac")) {
			return MACOS;
		}
		return isDebian(release) ? DEBIAN : LINUX;
	}

	private static boolean isDebian(Path release) {
		try {
			return Files.readAllLines(release, StandardCharsets.UTF_8).stream()
					.filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
					.flatMap(line -> List.of(line.substring(line.indexOf('=') + 1).replace("\"", "").split(" ")).stream())
					.anyMatch(DEBIANS::contains);
		} catch (IOException unknown) {
			return false;
		}
	}

	/**
	 * A text that differs from system to system.
	 *
	 * @param key of the text; that of this system has its name appended: {@code noService.remedy.debian};
	 *            where there is none for it, the key itself counts
	 */
	public String text(Texts texts, String key, Object... arguments) {
		var own = key + "." + name().toLowerCase(Locale.ROOT);
		return texts.get(texts.has(own) ? own : key, arguments);
	}
}
