package org.certbench.crash;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.certbench.crash.Outcome.Violation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a rule is broken on purpose the harness finds out: otherwise its silence would mean nothing. */
@DisplayName("B02: the harness finds a broken rule")
class SabotageTest {

	@TempDir
	static Path folder;

	private static Harness harness;

	@BeforeAll
	static void setUp() throws IOException {
		harness = new Harness(folder);
	}

	@Test
	@DisplayName("a file that is written in place is lost by a crash in the middle")
	void writtenInPlace() throws IOException {
		var broken = harness.breaking("IN_PLACE", Flow.COMPLETE);
		var complete = broken.prepare(Flow.COMPLETE);
		var halves = instants(complete, "OpenedFile.publish: Files.move, half");
		assertViolated(Invariant.B_FILES_STAY_WHOLE, broken.killAt(halves.getFirst(), complete));
	}

	@Test
	@DisplayName("a key that is sent before it is on disk is lost when the answer comes")
	void sentFirst() throws IOException {
		var broken = harness.breaking("SEND_FIRST", Flow.REQUEST);
		var request = broken.prepare(Flow.REQUEST);
		var answers = instants(request, ", receive");
		assertViolated(Invariant.A_KEY_IS_ON_DISK, broken.killAt(answers.getLast(), request));
	}

	/** A killed process leaves to the system what it wrote; a system that crashes does not. */
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "FILE_NOT_FORCED, moved into place", "FOLDER_NOT_FORCED, sent" })
	@DisplayName("what is relied on before it is forced to disk is found without a crash")
	void notForced(String rule, String found) throws IOException {
		var unforced = harness.breaking(rule, Flow.REQUEST).prepare(Flow.REQUEST).unforced();
		assertTrue(unforced.stream().anyMatch(each -> each.contains(found)), unforced::toString);
	}

	/** The numbers of the instants with such a name. */
	private static List<Integer> instants(Prepared flow, String name) {
		var all = flow.instants();
		var found = IntStream.range(0, all.size()).filter(i -> all.get(i).endsWith(name)).mapToObj(i -> i + 1).toList();
		assertFalse(found.isEmpty(), () -> "no instant " + name + " in " + all);
		return found;
	}

	private static void assertViolated(Invariant invariant, Outcome outcome) {
		var violated = outcome.violations().stream().map(Violation::invariant).collect(Collectors.toSet());
		assertTrue(violated.contains(invariant), outcome::toString);
	}
}
