package org.certbench.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Kills every flow of the built product, at a sample of its instants or, every night, at all of them. */
@DisplayName("B02: no crash, at any instant, loses a key or a request")
class CrashTest {

	@TempDir
	static Path folder;

	private static Harness harness;

	@BeforeAll
	static void setUp() throws IOException {
		Report.begin();
		harness = new Harness(folder);
	}

	@TestFactory
	Stream<DynamicTest> flows() {
		return Flow.ALL.stream().filter(flow -> flow.name().matches(System.getProperty("crash.flows", ".*")))
				.map(flow -> DynamicTest.dynamicTest(flow.name(), () -> assertNothingIsLost(flow)));
	}

	private static void assertNothingIsLost(Flow flow) throws IOException {
		var instants = harness.prepare(flow).instants();
		var chosen = Points.configured().chooseFrom(instants);
		var outcomes = Points.killAtAll(chosen, instant -> harness.killAt(instant, flow));
		Report.write(flow, instants, outcomes);
		assertEquals(List.of(), outcomes.stream().filter(outcome -> !outcome.isGood()).toList());
	}
}
