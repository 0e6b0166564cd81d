package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What is told of each flow: in the log of the build, and in full in a file. */
final class Report {

	private static final System.Logger LOG = System.getLogger(Report.class.getName());
	private static final Path FILE = Path.of(System.getProperty("crash.report", "target/crash-points.txt"));

	private Report() {
	}

	/** Forgets what an earlier run told. */
	static void begin() throws IOException {
		Files.deleteIfExists(FILE);
	}

	static synchronized void write(Flow flow, List<String> instants, List<Outcome> outcomes) throws IOException {
		var violations = outcomes.stream().mapToInt(outcome -> outcome.violations().size()).sum();
		var summary = "%s: %d points, killed at %d of them (seed %d), %d violations, %d unused keystores".formatted(
				flow, instants.size(), outcomes.stream().filter(Outcome::wasKilled).count(), Points.configured().seed(), violations,
				outcomes.stream().filter(outcome -> outcome.unusedKeys() > 0).count());
		LOG.log(System.Logger.Level.INFO, summary);
		var lines = new ArrayList<String>(List.of(summary));
		for (int i = 0; i < instants.size(); i++) {
			int number = i + 1;
			var killed = outcomes.stream().filter(outcome -> outcome.instant() == number).findFirst();
			lines.add("  %4d  %s%s".formatted(number, instants.get(i), killed.map(Report::text).orElse("")));
		}
		Files.createDirectories(FILE.toAbsolutePath().getParent());
		Files.write(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private static String text(Outcome outcome) {
		if (!outcome.wasKilled()) {
			return "  done before it";
		}
		return outcome.isGood() ? "  killed, nothing lost" : "  VIOLATED " + outcome.violations();
	}
}
