package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The product with a bundle less: it starts, and simply does not offer what is gone (W03). */
class WithoutBundleTest {

	/** Tells what the window shows, and closes it; not a part of the product. */
	private static final Path DRIVER = Product.jar("org.certbench.ui.driver");
	private static final Set<String> FLOWS = Set.of("request", "complete", "renew", "activate", "hand-over", "password", "old-keys",
			"revoke");
	private static final Set<String> LOOKING_UP = Set.of("lookup", "lookup-keystore");
	/** What the start page offers. */
	private static final Set<String> TASKS = Stream.concat(FLOWS.stream(), LOOKING_UP.stream())
			.collect(Collectors.toUnmodifiableSet());
	/** Looking up as flows and rules, and the command that compares. */
	private static final List<String> LOOK_UP_BUNDLES = List.of("org.certbench.lookup", "org.certbench.cli.lookup");

	@TempDir
	Path home;

	static Stream<Arguments> parts() {
		return Stream.concat(Stream.of(Arguments.of("nothing", List.of(), Set.of())),
				Stream.concat(
						FLOWS.stream().sorted().map(flow -> Arguments.of(flow, List.of(bundle(flow)), Set.of(flow))),
						Stream.of(Arguments.of("looking up", LOOK_UP_BUNDLES, LOOKING_UP),
								Arguments.of("any flow",
										Stream.concat(LOOK_UP_BUNDLES.stream(), FLOWS.stream().map(WithoutBundleTest::bundle)).toList(),
										TASKS),
								Arguments.of("the cards in readers", List.of("org.certbench.eid.pcsc"), Set.of()),
								Arguments.of("the cards by PKCS#11", List.of("org.certbench.eid.pkcs11", "org.certbench.ui.pkcs11"), Set.of()),
								Arguments.of("the findings about cards", List.of("org.certbench.eid.guide"), Set.of()),
								Arguments.of("the PKCS#11 modules in the window", List.of("org.certbench.ui.pkcs11"), Set.of()),
								Arguments.of("the reminders in the window", List.of("org.certbench.ui.reminder"), Set.of()),
								Arguments.of("the virtual cards", List.of("org.certbench.eid.virtual"), Set.of("demo", "simulator")),
								Arguments.of("the simulator",
										List.of("org.certbench.ehealth.simulator", "org.certbench.cli.simulator"),
										Set.of("demo", "simulator")),
								Arguments.of("the simulator, but not its commands", List.of("org.certbench.ehealth.simulator"),
										Set.of("demo", "simulator")))));
	}

	private static String bundle(String flow) {
		return "org.certbench.flow." + flow.replace("-", "");
	}

	@ParameterizedTest(name = "W03: without {0}")
	@DisplayName("the product with a bundle less")
	@MethodSource("parts")
	void withoutBundle(String what, List<String> removed, Set<String> commandsGone) throws IOException {
		var product = Product.withHome(home).copy(home.resolve("product"), removed, List.of(DRIVER));

		var shown = window(product);

		// a flow of two groups stands in each of them
		var tasks = shown.keySet().stream().filter(id -> id.startsWith("start.task.")).map(id -> id.substring(id.lastIndexOf('.') + 1))
				.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(without(TASKS, commandsGone), tasks, what);
		assertTrue(shown.containsKey("explorer.filter") && shown.containsKey("guide.tabs") && shown.containsKey("timeline.canvas"),
				shown::toString);
		assertEquals("", errors(product), what);

		var help = product.run("--help").expecting(0).out();
		for (var command : Stream.concat(TASKS.stream(), Stream.of("demo", "simulator", "list", "pending", "resume")).toList()) {
			assertEquals(!commandsGone.contains(command), help.lines().anyMatch(line -> line.strip().startsWith(command + " ")),
					() -> command + " in " + help);
		}
		commandsGone.forEach(command -> assertEquals(2, product.run(command).code()));
		assertFalse(product.run("list").expecting(0).out().contains("Exception"));
	}

	private Map<String, String> window(Product product) throws IOException {
		var dump = home.resolve("window");
		product.with("-Dcertbench.ui.dump=" + dump).run().expecting(0);
		return Files.readAllLines(dump).stream().map(line -> line.split("\t", 2))
				.collect(Collectors.toMap(parts -> parts[0], parts -> parts.length > 1 ? parts[1] : "", (first, second) -> first));
	}

	/**
	 * What the workbench wrote into its log that is an error, but for the framework's word that the
	 * simulator's commands lack what they work with.
	 */
	private static String errors(Product product) throws IOException {
		var log = product.data().resolve("workspace/.metadata/.log");
		return Files.exists(log) ? Files.readAllLines(log).stream().filter(line -> line.startsWith("!ENTRY") && line.contains(" 4 "))
				.filter(line -> !line.startsWith("!ENTRY org.certbench.cli.simulator "))
				.collect(Collectors.joining("\n")) : "";
	}

	private static Set<String> without(Set<String> all, Set<String> gone) {
		return all.stream().filter(each -> !gone.contains(each)).collect(Collectors.toCollection(TreeSet::new));
	}
}
