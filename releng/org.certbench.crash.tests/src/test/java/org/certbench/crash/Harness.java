package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.product.Product;
import org.certbench.product.Program.Ended;

/**
 * Runs a flow of the built product in a home of its own and kills it: each command is a process, and so is
 * each restart. Thread-safe: runs beside each other have homes of their own.
 */
final class Harness {

	/** Issued at once, and the first certificate so that it can be renewed at once. */
	private static final String SETTINGS = """
			{"issuer": "EC", "issuing": "AT_ONCE", "delay": "PT1M", "manualValidation": false, "validityMonths": 36,
			"replacementMonths": 3, "startDelay": "PT0S", "backdating": "NEXT", "backdatedDays": 60}
			""";
	/** A person is asked for the contact data again where the order was not signed yet. */
	private static final List<String> RESUME = List.of("resume", "--accept-terms", "--email", "jane.doe@example.org",
			"--phone", "02 555 01 01");
	private static final String PIN = "1234";

	private final Path folder;
	private final Path agent;
	private final String sabotage;
	private final ClassLoader productClasses;
	private final Map<Flow, Prepared> prepared = new LinkedHashMap<>();

	/**
	 * A flow that can be run as often as one likes.
	 *
	 * @param before   the home in which it begins
	 * @param instants at which it can be killed: their names, the first is number 1
	 * @param after    the home that it leaves
	 */
	record Prepared(Home before, List<String> instants, Home after) {
	}

	/** @param folder a new one, for everything */
	Harness(Path folder) throws IOException {
		this(folder, "NONE");
	}

	/** @param sabotage the rule that is broken on purpose, by its name in the agent */
	Harness(Path folder, String sabotage) throws IOException {
		this.folder = folder;
		this.sabotage = sabotage;
		this.agent = AgentJar.write(folder.resolve("agent.jar"));
		this.productClasses = Service.classesOf(Product.withHome(folder).plugins());
	}

	/** Runs a flow once to its end, after those before it, and counts its instants. */
	synchronized Prepared prepare(Flow flow) throws IOException {
		var known = prepared.get(flow);
		if (known == null) {
			var before = flow.after().isPresent() ? prepare(flow.after().get()).after() : newHome();
			known = count(flow, before);
			prepared.put(flow, known);
		}
		return known;
	}

	/** A home of somebody who did nothing yet, but for what is slow: the cards and the keys of the service are there. */
	private Home newHome() throws IOException {
		var made = new Home(folder.resolve("made"));
		made.useService();
		try (var service = serve(made)) {
			begin(Flow.REQUEST, made).expecting(0);
		}
		var home = new Home(folder.resolve("new"));
		home.useService();
		new Home(made.cards()).copyTo(home.cards());
		new Home(made.service().resolve("ca")).copyTo(home.service().resolve("ca"));
		Files.writeString(home.service().resolve("settings.json"), SETTINGS);
		return home;
	}

	private static Map<String, String> flowSecrets(Flow flow) {
		return Map.of("CERTBENCH_PASSWORD", flow.opens(), "CERTBENCH_NEW_PASSWORD", flow.saves());
	}

	private Prepared count(Flow flow, Home before) throws IOException {
		var after = before.copyTo(folder.resolve("after-" + flow.name().replace(' ', '-')));
		after.useService();
		var log = folder.resolve("instants-" + flow.name().replace(' ', '-'));
		try (var service = serve(after)) {
			runKilled(flow, after, 0, log).expecting(0);
			var pending = pending(after);
			if (!flow.isDone(service.received(), pending)) {
				throw new AssertionError(flow + " is not done without a crash: " + service.received() + " " + pending);
			}
		}
		return new Prepared(before, names(log), after);
	}

	/** The names of the instants that a process wrote down. */
	private static List<String> names(Path log) throws IOException {
		return Files.readAllLines(log).stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
	}

	/** Kills a flow at an instant and goes on; what was violated by that. */
	Outcome killAt(int instant, Flow flow) throws IOException {
		var start = prepare(flow);
		var home = start.before().copyTo(Files.createTempDirectory(folder, "run").resolve("home"));
		home.useService();
		try (var service = serve(home)) {
			return new Trial(this, flow, home, service).killAt(instant);
		} finally {
			home.delete();
			Files.deleteIfExists(home.folder().resolveSibling("died"));
			Files.delete(home.folder().getParent());
		}
	}

	/** Runs a flow's own command with the agent: to be killed at an instant, or not at all at 0. */
	Ended runKilled(Flow flow, Home home, int instant, Path log) throws IOException {
		var vmOptions = List.of("-javaagent:" + agent, "-Dosgi.parentClassloader=app", "-Dorg.osgi.framework.bundle.parent=app",
				"-Dorg.osgi.framework.bootdelegation=org.certbench.crash.runtime", "-Dcrash.log=" + log, "-Dcrash.at=" + instant,
				"-Dcrash.sabotage=" + sabotage);
		return start(home, secrets(flowSecrets(flow), true), vmOptions, flow.command());
	}

	/** Runs a flow's own command, as the person does who sees that nothing was begun. */
	Ended begin(Flow flow, Home home) throws IOException {
		return start(home, secrets(flowSecrets(flow), true), List.of(), flow.command());
	}

	/** Goes on with what is under way. */
	Ended resume(Flow flow, Home home, boolean withPin) throws IOException {
		var secrets = Map.of("CERTBENCH_PASSWORD", flow.saves());
		return start(home, secrets(secrets, withPin), List.of(), RESUME);
	}

	/** What is under way. */
	Pending pending(Home home) throws IOException {
		return Pending.parse(start(home, Map.of(), List.of(), List.of("pending", "--json")).expecting(0).out());
	}

	private static Map<String, String> secrets(Map<String, String> passwords, boolean withPin) {
		var secrets = new HashMap<>(passwords);
		if (withPin) {
			secrets.put("CERTBENCH_PIN", PIN);
		}
		return secrets;
	}

	private Ended start(Home home, Map<String, String> secrets, List<String> vmOptions, List<String> command) {
		var environment = new HashMap<>(secrets);
		// one archive of classes for all homes: it halves the time of a start
		environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
		environment.put("CERTBENCH_ARCHIVE", "on");
		return Product.withHome(home.folder()).with(vmOptions.toArray(String[]::new)).run(environment,
				command.toArray(String[]::new));
	}

	private Service serve(Home home) throws IOException {
		return Service.serve(home, productClasses);
	}
}
