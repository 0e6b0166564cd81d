package org.certbench.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
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

	private static Campaign campaign;

	@BeforeAll
	static void setUp() throws IOException {
		Report.begin();
		campaign = new Campaign(new Harness(folder), Points.configured());
	}

	@AfterAll
	static void close() {
		campaign.close();
	}

	@TestFactory
	Stream<DynamicTest> flows() {
		var flows = Flow.ALL.stream().filter(flow -> flow.name().matches(System.getProperty("crash.flows", ".*"))).toList();
		flows.forEach(campaign::begin);
		return flows.stream().map(flow -> DynamicTest.dynamicTest(flow.name(), () -> assertNothingIsLost(flow)));
	}

	private static void assertNothingIsLost(Flow flow) throws IOException {
		var result = campaign.await(flow);
		Report.write(result);
		assertEquals(List.of(), result.outcomes().stream().filter(outcome -> !outcome.isGood()).toList());
		assertEquals(List.of(), result.prepared().unforced());
	}
}
