package org.certbench.crash;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.certbench.crash.Outcome.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a rule is broken on purpose the harness finds out: otherwise its silence would mean nothing. */
@DisplayName("B02: the harness finds a broken rule")
class SabotageTest {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("a file that is written in place is lost by a crash in the middle")
	void writtenInPlace() throws IOException {
		var harness = new Harness(folder, "IN_PLACE");
		var halves = instants(harness, Flow.COMPLETE, "OpenedFile.publish: Files.move, half");
		assertViolated(Invariant.B_FILES_STAY_WHOLE, harness.killAt(halves.getFirst(), Flow.COMPLETE));
	}

	@Test
	@DisplayName("a key that is sent before it is on disk is lost when the answer comes")
	void sentFirst() throws IOException {
		var harness = new Harness(folder, "SEND_FIRST");
		var answers = instants(harness, Flow.REQUEST, ", receive");
		assertViolated(Invariant.A_KEY_IS_ON_DISK, harness.killAt(answers.getLast(), Flow.REQUEST));
	}

	/** The numbers of the instants with such a name. */
	private static List<Integer> instants(Harness harness, Flow flow, String name) throws IOException {
		var all = harness.prepare(flow).instants();
		var found = IntStream.range(0, all.size()).filter(i -> all.get(i).endsWith(name)).mapToObj(i -> i + 1).toList();
		assertFalse(found.isEmpty(), () -> "no instant " + name + " in " + all);
		return found;
	}

	private static void assertViolated(Invariant invariant, Outcome outcome) {
		var violated = outcome.violations().stream().map(Violation::invariant).collect(Collectors.toSet());
		assertTrue(violated.contains(invariant), outcome::toString);
	}
}
