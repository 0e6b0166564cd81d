package org.certbench.eid.pkcs11.internal;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.certbench.core.DataFolder;
import org.certbench.core.OperatingSystem;
import org.certbench.core.PrivateFiles;
import org.certbench.eid.pkcs11.ModulesException;
import org.certbench.eid.pkcs11.Pkcs11Modules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Modules named in the file {@code pkcs11-modules} of the data folder, and in the places where software puts them. */
@Component
public final class ModuleFiles implements Pkcs11Modules {

	private static final System.Logger LOGGER = System.getLogger(ModuleFiles.class.getName());
	private static final List<String> MULTIARCH = List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu",
			"/usr/lib64", "/usr/lib", "/usr/local/lib");

	private final DataFolder data;
	private final OperatingSystem system;
	private final Predicate<Path> exists;

	@Activate
	public ModuleFiles(@Reference DataFolder data) {
		this(data, OperatingSystem.current(), Files::isRegularFile);
	}

	ModuleFiles(DataFolder data, OperatingSystem system, Predicate<Path> exists) {
		this.data = data;
		this.system = system;
		this.exists = exists;
	}

	@Override
	public List<Path> chosen() {
		var property = System.getProperty(PROPERTY, "");
		return (property.isBlank() ? kept() : Stream.of(property.split(File.pathSeparator))).map(String::strip)
				.filter(line -> !line.isEmpty()).flatMap(ModuleFiles::path).toList();
	}

	/** What cannot be a file on this system is none. */
	private static Stream<Path> path(String text) {
		try {
			return Stream.of(Path.of(text));
		} catch (InvalidPathException e) {
			LOGGER.log(Level.DEBUG, "not a file: " + text, e);
			return Stream.empty();
		}
	}

	private Stream<String> kept() {
		try {
			return Files.readAllLines(file(), StandardCharsets.UTF_8).stream();
		} catch (NoSuchFileException nobodyChose) {
			return Stream.empty();
		} catch (IOException e) {
			LOGGER.log(Level.DEBUG, "the chosen modules cannot be read", e);
			return Stream.empty();
		}
	}

	@Override
	public void choose(List<Path> modules) throws ModulesException {
		var lines = String.join("\n", modules.stream().map(Path::toString).toList());
		try {
			PrivateFiles.createFolder(data.path());
			PrivateFiles.write(file(), lines.getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new ModulesException(file(), e);
		}
	}

	private Path file() {
		return data.path().resolve("pkcs11-modules");
	}

	@Override
	public List<Path> official() {
		return switch (system) {
			case WINDOWS -> first(Stream.of(systemFolder().resolve("beidpkcs11.dll")));
			case MACOS -> first(Stream.of("/Library/Belgium Identity Card/Pkcs11/libbeidpkcs11.dylib",
					"/Library/Belgium Identity Card/Pkcs11/beid-pkcs11.bundle/Contents/MacOS/libbeidpkcs11.dylib",
					"/usr/local/lib/libbeidpkcs11.dylib").map(Path::of));
			case DEBIAN, LINUX -> first(MULTIARCH.stream().map(folder -> Path.of(folder, "libbeidpkcs11.so.0")));
		};
	}

	@Override
	public List<Path> openSc() {
		return switch (system) {
			case WINDOWS -> first(Stream.of(systemFolder().resolve("opensc-pkcs11.dll"),
					Path.of("C:\\Program Files\\OpenSC Project\\OpenSC\\pkcs11\\opensc-pkcs11.dll")));
			case MACOS -> first(Stream.of("/Library/OpenSC/lib/opensc-pkcs11.so", "/usr/local/lib/opensc-pkcs11.so",
					"/opt/homebrew/lib/opensc-pkcs11.so").map(Path::of));
			case DEBIAN, LINUX -> first(MULTIARCH.stream().map(folder -> Path.of(folder, "opensc-pkcs11.so")));
		};
	}

	private static Path systemFolder() {
		var windows = System.getenv("SystemRoot");
		return Path.of(windows == null ? "C:\\Windows" : windows).resolve("System32");
	}

	private List<Path> first(Stream<Path> places) {
		return places.filter(exists).limit(1).toList();
	}
}
