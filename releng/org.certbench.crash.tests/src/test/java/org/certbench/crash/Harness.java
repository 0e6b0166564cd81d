package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.crash.Outcome.Violation;
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

	private Harness(Path folder, Path agent, String sabotage, ClassLoader productClasses) {
		this.folder = folder;
		this.agent = agent;
		this.sabotage = sabotage;
		this.productClasses = productClasses;
	}

	/** @param folder a new one, for everything */
	Harness(Path folder) throws IOException {
		this(folder, AgentJar.write(folder.resolve("agent.jar")), "NONE",
				Service.classesOf(Product.withHome(folder).plugins()));
	}

	/** Runs a flow once to its end, after those before it, and counts its instants. */
	synchronized Prepared prepare(Flow flow) throws IOException {
		var known = prepared.get(flow);
		if (known == null) {
			known = count(flow, before(flow, folder));
			prepared.put(flow, known);
		}
		return known;
	}

	/** The home in which a flow begins. */
	private Home before(Flow flow, Path place) throws IOException {
		var left = flow.after().isPresent() ? prepare(flow.after().get()).after() : newHome();
		var before = left.copyTo(place.resolve("before-" + flow.fileName()));
		flow.beginning().prepare(before);
		return before;
	}

	/**
	 * One that runs a flow with a rule broken on purpose, after those before it without.
	 *
	 * @param rule by its name in the agent
	 */
	synchronized Harness breaking(String rule, Flow flow) throws IOException {
		var broken = new Harness(Files.createDirectory(folder.resolve(rule)), agent, rule, productClasses);
		broken.prepared.put(flow, broken.count(flow, before(flow, broken.folder)));
		return broken;
	}

	/** A home of somebody who did nothing yet, but for what is slow: the cards and the keys of the service are there. */
	private Home newHome() throws IOException {
		var home = new Home(folder.resolve("new"));
		if (Files.exists(home.folder())) {
			return home;
		}
		var made = new Home(folder.resolve("made"));
		made.useService();
		try (var service = serve(made)) {
			begin(Flow.REQUEST, made).expecting(0);
		}
		home.useService();
		new Home(made.cards()).copyTo(home.cards());
		new Home(made.service().resolve("ca")).copyTo(home.service().resolve("ca"));
		Files.writeString(home.service().resolve("settings.json"), SETTINGS);
		return home;
	}

	private Prepared count(Flow flow, Home before) throws IOException {
		var after = before.copyTo(folder.resolve("after-" + flow.fileName()));
		after.useService();
		var log = folder.resolve("instants-" + flow.fileName());
		try (var service = serve(after)) {
			runKilled(flow, after, 0, log).expecting(0);
			var standing = look(flow, after, service);
			if (!flow.isDone(standing)) {
				throw new AssertionError(flow + " is not done without a crash: " + standing);
			}
		}
		return new Prepared(flow, before, names(log), unforced(log), after);
	}

	/** The names of the instants that a process wrote down. */
	private static List<String> names(Path log) throws IOException {
		return Files.readAllLines(log).stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
	}

	/** What a process relied on before it was forced to disk. */
	private static List<String> unforced(Path log) throws IOException {
		var found = Path.of(log + ".unforced");
		return Files.exists(found) ? Files.readAllLines(found) : List.of();
	}

	/** Kills a flow at an instant and goes on; what was violated by that. */
	Outcome killAt(int instant, Prepared start) throws IOException {
		var home = start.before().copyTo(Files.createTempDirectory(folder, "run").resolve("home"));
		home.useService();
		try (var service = serve(home)) {
			return new Trial(this, start.flow(), home, service).killAt(instant);
		} catch (AssertionError endedOtherwise) {
			var what = new Violation(Invariant.C_KNOWS_AND_GOES_ON, endedOtherwise.getMessage());
			return new Outcome(start.flow(), instant, start.instants().get(instant - 1), List.of(what));
		} finally {
			new Home(home.folder().getParent()).delete();
		}
	}

	/** Runs a flow's own command with the agent: to be killed at an instant, or not at all at 0. */
	Ended runKilled(Flow flow, Home home, int instant, Path log) throws IOException {
		var vmOptions = List.of("-javaagent:" + agent, "-Dosgi.parentClassloader=app", "-Dorg.osgi.framework.bundle.parent=app",
				"-Dorg.osgi.framework.bootdelegation=org.certbench.crash.runtime", "-Dcrash.log=" + log, "-Dcrash.at=" + instant,
				"-Dcrash.sabotage=" + sabotage);
		return start(home, secrets(flow, true), vmOptions, flow.beginning().command(home));
	}

	/** Runs a flow's own command, as the person does who sees that nothing was begun. */
	Ended begin(Flow flow, Home home) throws IOException {
		return start(home, secrets(flow, true), List.of(), flow.beginning().command(home));
	}

	/** Goes on with what is under way, whose keystore has the new password. */
	Ended resume(Flow flow, Home home, boolean withPin) {
		var secrets = secrets(flow, withPin);
		secrets.put("CERTBENCH_PASSWORD", flow.saves());
		return start(home, secrets, List.of(), RESUME);
	}

	/** How things are: the product is started, and asked what it knows. */
	Standing look(Flow flow, Home home, Service service) throws IOException {
		var question = flow.goal().question();
		var answer = start(home, Map.of(), List.of(), question.command());
		if (!question.isAnswered(answer.code())) {
			answer.expecting(0);
		}
		return new Standing(home, service.received(), question.parse(answer.out()));
	}

	private static Map<String, String> secrets(Flow flow, boolean withPin) {
		var secrets = new HashMap<>(Map.of("CERTBENCH_PASSWORD", flow.opens(), "CERTBENCH_OLD_PASSWORD",
				flow.opensOldest(), "CERTBENCH_NEW_PASSWORD", flow.saves()));
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
		return Product.withHome(home.folder()).with(vmOptions.toArray(String[]::new))
				.with("-Djava.io.tmpdir=" + home.folder()).run(environment, command.toArray(String[]::new));
	}

	private Service serve(Home home) throws IOException {
		return Service.serve(home, productClasses);
	}
}
