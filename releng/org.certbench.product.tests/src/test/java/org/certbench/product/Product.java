package org.certbench.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.certbench.product.Program.Ended;

/**
 * The built product, used as a person uses it: by its start script, with a home of its own in a
 * temporary folder.
 */
public final class Product {

	private static final String BUNDLES = "osgi.bundles";

	private final Path folder;
	private final Path home;
	private final List<String> vmOptions;

	private Product(Path folder, Path home, List<String> vmOptions) {
		this.folder = folder;
		this.home = home;
		this.vmOptions = vmOptions;
	}

	/** The product as the build made it for this system; its data go to a home of its own. */
	public static Product withHome(Path home) {
		return new Product(built(), home, List.of());
	}

	/** A copy from whose bundle list some are removed, and to which others are added. */
	Product copy(Path target, List<String> removed, List<Path> added) throws IOException {
		copy(folder, target);
		var configuration = new Properties();
		var file = target.resolve("configuration/config.ini");
		try (var in = Files.newInputStream(file)) {
			configuration.load(in);
		}
		var bundles = new ArrayList<>(List.of(configuration.getProperty(BUNDLES).split(",")));
		removed.forEach(bundle -> {
			if (!bundles.removeIf(entry -> entry.startsWith("reference:file:" + bundle + "_"))) {
				throw new AssertionError("not in the product's bundle list: " + bundle);
			}
		});
		added.forEach(jar -> bundles.add("reference:file:" + jar + "@4"));
		configuration.setProperty(BUNDLES, String.join(",", bundles));
		try (var out = Files.newOutputStream(file)) {
			configuration.store(out, null);
		}
		return new Product(target, home, vmOptions);
	}

	/** The same, started with more options of the virtual machine. */
	public Product with(String... moreVmOptions) {
		return new Product(folder, home, Stream.concat(vmOptions.stream(), Stream.of(moreVmOptions)).toList());
	}

	/** A bundle of the reactor that is not in the product. */
	static Path jar(String bundle) {
		return Path.of(System.getProperty("certbench.root"), "bundles", bundle, "target", bundle + "-1.0.0-SNAPSHOT.jar");
	}

	/** The bundles it is made of. */
	public Path plugins() {
		return folder.resolve("plugins");
	}

	/** A file in the home from which a command reads a secret: nobody else can read it. */
	Path secret(String name, String text) throws IOException {
		var file = Files.writeString(home.resolve(name), text);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		return file;
	}

	/** Where the product keeps its own data. */
	Path data() {
		return home.resolve("share/certbench");
	}

	Path home() {
		return home;
	}

	/** Runs a command to its end; without a command it is the workbench. */
	public Ended run(String... arguments) {
		return Program.run(environment(), command(arguments));
	}

	/** Runs a command with the invented PIN and passwords in its environment. */
	public Ended run(Map<String, String> secrets, String... arguments) {
		var environment = environment();
		environment.putAll(secrets);
		return Program.run(environment, command(arguments));
	}

	/** Starts a command that goes on until it is stopped. */
	Process start(Path output, String... arguments) throws IOException {
		return start(Map.of(), output, arguments);
	}

	/** Starts a command, with the invented PIN and passwords in its environment. */
	Process start(Map<String, String> secrets, Path output, String... arguments) throws IOException {
		var builder = new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().putAll(environment());
		builder.environment().putAll(secrets);
		return builder.start();
	}

	private List<String> command(String... arguments) {
		var command = new ArrayList<String>();
		command.add(folder.resolve("certbench").toString());
		command.addAll(List.of(arguments));
		return command;
	}

	private Map<String, String> environment() {
		var environment = new HashMap<String, String>();
		environment.put("HOME", home.toString());
		environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
		environment.put("XDG_DATA_HOME", home.resolve("share").toString());
		environment.put("CERTBENCH_JAVA", System.getProperty("java.home"));
		// Written in the background after a first start: of no use for a handful of processes.
		environment.put("CERTBENCH_ARCHIVE", "off");
		environment.put("CERTBENCH_VMARGS", String.join(" ", with("-Duser.home=" + home).vmOptions));
		return environment;
	}

	private static Path built() {
		var products = Path.of(System.getProperty("certbench.products"));
		var arch = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
		var system = System.getProperty("os.name").startsWith("Mac") ? "macosx/cocoa" : "linux/gtk";
		return products.resolve(system).resolve(arch).resolve("certbench");
	}

	private static void copy(Path from, Path to) throws IOException {
		try (var files = Files.walk(from)) {
			files.forEach(file -> {
				try {
					var target = to.resolve(from.relativize(file).toString());
					if (file.startsWith(from.resolve("plugins")) && Files.isRegularFile(file)) {
						Files.createLink(target, file);
					} else {
						Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
					}
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
	}
}
