package org.certbench.ehealth.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.testing.Stopped;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("M34 whether this machine reaches the service, and has its time")
class NetworkCheckTest {

	@AutoClose
	final ScriptedService service = new ScriptedService();

	@ParameterizedTest
	@CsvSource({ "0, FINE", "50, FINE", "-70, ADVICE", "290, ADVICE", "-310, LACKING", "86400, LACKING" })
	@DisplayName("clock-wrong: the clock against that of the service")
	void clock(long ahead, Observation.Outcome outcome) throws Exception {
		service.thenHttp(405, "", "");
		var seen = check(OperatingSystem.LINUX, Duration.ofSeconds(ahead));
		assertEquals(List.of("proxy", "service", "clock"), seen.stream().map(Observation::id).toList());
		assertEquals(outcome, seen.getLast().outcome());
		assertEquals(outcome == Observation.Outcome.FINE ? "" : "clock-wrong", seen.getLast().problem());
	}

	@Test
	@DisplayName("how to set the clock is said for each operating system")
	void setTheClock() throws Exception {
		for (var system : OperatingSystem.values()) {
			service.thenHttp(200, "", "");
			var remedy = check(system, Duration.ofDays(1)).getLast().remedy();
			assertEquals(system == OperatingSystem.WINDOWS, remedy.contains("Windows"), remedy);
			assertEquals(system == OperatingSystem.MACOS, remedy.contains("macOS"), remedy);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 407, 502, 503, 504 })
	@DisplayName("network-proxy: something answers, but it is not the service")
	void notTheService(int status) throws Exception {
		service.thenHttp(status, "", "");
		var answered = check(OperatingSystem.LINUX, Duration.ZERO).get(1);
		assertEquals("service network-proxy", answered.id() + " " + answered.problem());
		assertEquals(Observation.Outcome.LACKING, answered.outcome());
	}

	@Test
	@DisplayName("network-proxy: nobody answers")
	void nobody() throws Exception {
		service.close();
		var last = check(OperatingSystem.LINUX, Duration.ZERO).getLast();
		assertEquals("service network-proxy", last.id() + " " + last.problem());
		assertTrue(last.seen().contains("127.0.0.1") && !last.remedy().isBlank(), last::toString);
	}

	@Test
	@DisplayName("no simulator is there")
	void noSimulator() throws Exception {
		var alone = new EhealthAuthority(Optional::empty, Clock.systemUTC());
		var seen = alone.check(Environment.SIMULATOR, OperatingSystem.LINUX, Progress.NONE);
		assertEquals(Observation.Outcome.LACKING, seen.getLast().outcome());
	}

	@Test
	@DisplayName("cancelled, nobody is greeted")
	void cancelled() {
		assertThrows(Cancelled.class,
				() -> service.authority().check(Environment.SIMULATOR, OperatingSystem.LINUX, new Stopped()));
		assertEquals(0, service.received().size());
	}

	/** What is seen by a machine whose clock is ahead of the service's. */
	private List<Observation> check(OperatingSystem system, Duration ahead) throws Cancelled {
		return new EhealthAuthority(() -> Optional.of(service), Clock.offset(Clock.systemUTC(), ahead),
				new HttpTransport(ScriptedService.LIMITS)).check(Environment.SIMULATOR, system, Progress.NONE);
	}
}
