package org.certbench.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.certbench.crash.agent.Agent;
import org.objectweb.asm.ClassReader;

/** Packs the agent, which must be one jar together with the library that it weaves with. */
final class AgentJar {

	private AgentJar() {
	}

	/** Writes it. */
	static Path write(Path file) throws IOException {
		try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest())) {
			add(folderOf(Agent.class, "org/certbench/crash"), "org/certbench/crash", jar);
			try (var library = FileSystems.newFileSystem(location(ClassReader.class))) {
				add(library.getPath("org/objectweb/asm"), "org/objectweb/asm", jar);
			}
		}
		return file;
	}

	private static Manifest manifest() {
		var manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Premain-Class", Agent.class.getName());
		return manifest;
	}

	private static void add(Path folder, String name, JarOutputStream jar) throws IOException {
		try (var files = Files.walk(folder)) {
			for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
				jar.putNextEntry(new JarEntry(name + "/" + folder.relativize(file).toString().replace('\\', '/')));
				copy(file, jar);
			}
		}
	}

	private static void copy(Path file, OutputStream jar) throws IOException {
		Files.copy(file, jar);
	}

	private static Path folderOf(Class<?> type, String folder) {
		return location(type).resolve(folder);
	}

	private static Path location(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
