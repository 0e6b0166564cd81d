package org.certbench.doctor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.certbench.authority.Authorities;
import org.certbench.authority.AuthorityConnection;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("M34 what each check looks at")
class ChecksTest {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("the Java that runs these tests has all that is needed")
	void java() {
		var seen = new JavaCheck().look(SampleMachine.of(OperatingSystem.LINUX, folder), Progress.NONE);
		assertEquals(List.of("system", "java", "java-card-readers", "java-card-modules"),
				seen.stream().map(Observation::id).toList());
		assertTrue(seen.stream().allMatch(each -> each.outcome() == Outcome.FINE), seen::toString);
		assertTrue(seen.get(1).seen().contains(Runtime.version().toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.smartcardio", "jdk.crypto.cryptoki" })
	@DisplayName("a Java that lacks a module, and where to get a complete one on each system")
	void modules(String module) {
		var remedies = new HashSet<String>();
		for (var system : OperatingSystem.values()) {
			var lacking = new JavaCheck(name -> !name.equals(module)).look(SampleMachine.of(system, folder), Progress.NONE).stream()
					.filter(each -> each.outcome() == Outcome.LACKING).toList();
			assertEquals(1, lacking.size());
			assertTrue(lacking.getFirst().seen().contains(module));
			remedies.add(lacking.getFirst().remedy());
		}
		assertEquals(OperatingSystem.values().length, remedies.size());
	}

	@Test
	@DisplayName("folders that are not there yet can be made, and nothing is left in them")
	void folders() throws Exception {
		var seen = new FolderCheck().look(SampleMachine.of(OperatingSystem.LINUX, folder), Progress.NONE);
		assertEquals(List.of(Outcome.FINE, Outcome.FINE), seen.stream().map(Observation::outcome).toList());
		try (var left = Files.list(folder)) {
			assertEquals(0, left.count());
		}
	}

	@Test
	@DisplayName("data-folder: where a file is in the way, nothing can be written")
	void fileInTheWay() throws Exception {
		Files.writeString(folder.resolve("data"), "");
		var seen = new FolderCheck().look(SampleMachine.of(OperatingSystem.LINUX, folder), Progress.NONE);
		assertEquals(Outcome.LACKING, seen.getFirst().outcome());
		assertEquals("data-folder", seen.getFirst().problem());
		assertFalse(seen.getFirst().remedy().isBlank());
		assertEquals(Outcome.FINE, seen.getLast().outcome());
	}

	@Test
	@DisplayName("every card provider is asked, with the operating system")
	void cards() throws Exception {
		var machine = SampleMachine.of(OperatingSystem.MACOS, folder, Map.of("a", provider("first"), "b", provider("second")),
				Map.of());
		assertEquals(List.of("first MACOS", "second MACOS"), words(new CardCheck().look(machine, Progress.NONE)));
	}

	@Test
	@DisplayName("every authority that offers the environment is asked")
	void network() throws Exception {
		var machine = SampleMachine.of(OperatingSystem.WINDOWS, folder, Map.of(),
				Map.of("a", authority(Environment.PRODUCTION), "b", authority(Environment.ACCEPTANCE)));
		assertEquals(List.of("ACCEPTANCE WINDOWS"), words(new NetworkCheck().look(machine, Progress.NONE)));
	}

	@Test
	@DisplayName("no-authority: nothing that is installed reaches the environment")
	void noAuthority() throws Exception {
		var machine = SampleMachine.of(OperatingSystem.LINUX, folder, Map.of(), Map.of("a", authority(Environment.PRODUCTION)));
		var seen = new NetworkCheck().look(machine, Progress.NONE);
		assertEquals("no-authority", seen.getFirst().problem());
		assertEquals(1, seen.size());
	}

	private static List<String> words(List<Observation> seen) {
		return seen.stream().map(Observation::seen).toList();
	}

	private static CardProvider provider(String name) {
		return new CardProvider() {
			@Override
			public Set<Environment> environments() {
				return Set.of(Environment.values());
			}

			@Override
			public List<CardReader> readers() {
				return List.of();
			}

			@Override
			public Watch watch(Runnable changed) {
				return () -> {
					// nothing changes
				};
			}

			@Override
			public List<Observation> check(OperatingSystem system, Progress progress) {
				return List.of(Observation.fine("reader", "Reader", name + " " + system));
			}
		};
	}

	private static Authorities.Authority authority(Environment offered) {
		return new Authorities.Authority() {
			@Override
			public List<Environment> environments() {
				return List.of(offered);
			}

			@Override
			public AuthorityConnection connect(Environment environment, Path trace) {
				throw new AssertionError("nothing is to be sent");
			}

			@Override
			public List<Observation> check(Environment environment, OperatingSystem system, Progress progress) {
				return List.of(Observation.fine("service", "Service", environment + " " + system));
			}
		};
	}
}
