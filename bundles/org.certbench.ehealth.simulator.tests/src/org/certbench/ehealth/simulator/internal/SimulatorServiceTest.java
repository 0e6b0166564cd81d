package org.certbench.ehealth.simulator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.testing.InstalledCards;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One simulator for all processes: found where it runs, started where none does. */
class SimulatorServiceTest {

	@TempDir
	Path data;

	/** Two processes, as far as the service can tell. */
	@AutoClose
	private SimulatorService one;
	@AutoClose
	private SimulatorService two;

	@BeforeEach
	void install() {
		one = new SimulatorService(() -> data, InstalledCards.NONE, InstantSource.system());
		two = new SimulatorService(() -> data, InstalledCards.NONE, InstantSource.system());
	}

	@Test
	@DisplayName("W09: starts by itself on first use, and is the same from then on")
	void startsOnFirstUse() throws Exception {
		assertFalse(Files.exists(one.usualFolder()));
		var address = one.address();
		assertEquals(address, one.address());
		assertSame(one.control(one.usualFolder()), one.control(one.usualFolder()));
		assertEquals(1, one.trustAnchors().size());
	}

	@Test
	void anotherProcessUsesTheOneThatRuns() throws Exception {
		assertEquals(one.address(), two.address());
		var settings = SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND);
		two.control(two.usualFolder()).change(settings);
		assertEquals(settings, one.control(one.usualFolder()).settings());
		assertEquals(one.trustAnchors(), two.trustAnchors());
	}

	@Test
	void whenItsProcessEndsAnotherOneTakesOver() throws Exception {
		var first = one.address();
		one.close();
		assertNotEquals(first, two.address());
	}

	@Test
	void anAddressThatAKilledProcessLeftBehindIsNotBelieved() throws Exception {
		Files.createDirectories(one.usualFolder());
		Files.writeString(one.usualFolder().resolve("address"), "http://127.0.0.1:1");
		assertNotEquals("http://127.0.0.1:1", one.address().toString());
	}

	@Test
	void anotherSimulatorAtThatAddressIsNotTheOneMeant() throws Exception {
		var elsewhere = one.control(data.resolve("elsewhere"));
		Files.createDirectories(two.usualFolder());
		Files.writeString(two.usualFolder().resolve("address"), elsewhere.address().toString());
		assertNotEquals(elsewhere.address(), two.address());
		assertTrue(Files.exists(two.usualFolder().resolve("trust-anchors.pem")));
	}

	@Test
	@DisplayName("W09: a simulator that serves another state is used by all, as long as it serves")
	void anotherStateStandsIn() throws Exception {
		try (var other = one.serve(data.resolve("other state"), 0)) {
			assertEquals(other.address(), two.address());
			assertEquals(1, two.trustAnchors().size());
			assertFalse(Files.exists(two.usualFolder().resolve("trust-anchors.pem")));
		}
		var own = two.address();
		assertTrue(Files.exists(two.usualFolder().resolve("trust-anchors.pem")));
		assertEquals(own, two.control(two.usualFolder()).address());
	}
}
