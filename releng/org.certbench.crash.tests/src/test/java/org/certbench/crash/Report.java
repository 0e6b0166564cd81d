package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.certbench.crash.Campaign.Result;

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

	static synchronized void write(Result result) throws IOException {
		var outcomes = result.outcomes();
		var instants = result.prepared().instants();
		var violations = outcomes.stream().mapToInt(outcome -> outcome.violations().size()).sum();
		var summary = "%s: %d points, %d of them different, killed at %d (seed %d), %d violations, %d not forced in time"
				.formatted(result.prepared().flow(), instants.size(), Points.different(instants).size(),
						outcomes.stream().filter(Outcome::wasKilled).count(), Points.configured().seed(), violations,
						result.prepared().unforced().size());
		LOG.log(System.Logger.Level.INFO, summary);
		var lines = new ArrayList<String>(List.of(summary));
		for (int i = 0; i < instants.size(); i++) {
			int number = i + 1;
			var killed = outcomes.stream().filter(outcome -> outcome.instant() == number).findFirst();
			lines.add("  %4d  %s%s".formatted(number, instants.get(i), killed.map(Report::text).orElse("")));
		}
		result.prepared().unforced().forEach(each -> lines.add("  NOT FORCED  " + each));
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
