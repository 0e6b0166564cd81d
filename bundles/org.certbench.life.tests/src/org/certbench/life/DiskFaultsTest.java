package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowRun;
import org.certbench.flow.StepKind;
import org.certbench.flow.handover.internal.HandOverFlow;
import org.certbench.flow.password.internal.PasswordFlow;
import org.certbench.life.LifeWithoutFaults.Recorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The disk under keystores, journal and signed orders lets nothing be written any more, from each instant of
 * a life: the person is told, mends it, and goes on in the same window.
 */
@DisplayName("B02: a disk that is full, protected or pulled out, at each call")
class DiskFaultsTest {

	/** What happens to the disk, what a person is told, and how it ends. */
	private enum Trouble {
		FULL("disk-full", "the disk is full", "Make room on the disk", TestDisk::fill, TestDisk::makeRoom),
		PROTECTED("file-not-allowed", "it is protected, or your user has no right to it", "Take the protection away",
				TestDisk::protect, TestDisk::release),
		PULLED_OUT("folder-gone", "the file or its folder is not there", "Put the stick in again", TestDisk::pullOut,
				TestDisk::putIn);

		private final String problem;
		private final String words;
		private final String remedy;
		private final Consumer<TestDisk> begin;
		private final Consumer<TestDisk> end;

		Trouble(String problem, String words, String remedy, Consumer<TestDisk> begin, Consumer<TestDisk> end) {
			this.problem = problem;
			this.words = words;
			this.remedy = remedy;
			this.begin = begin;
			this.end = end;
		}

		void assertToldBy(ProblemException told) {
			assertEquals(problem, told.problem(), told::toString);
			assertEquals(FailureKind.KEYSTORE, told.kind());
			assertTrue(told.getMessage().contains(words), told::getMessage);
			assertTrue(told.remedy().startsWith(remedy), told::remedy);
		}
	}

	/** Begins right after one of the calls that a {@link Recorder} counts; at 0 before the first of them, with the run. */
	private static final class TroubleAfter implements Faults {

		private final Recorder recorder = new Recorder();
		private final Trouble trouble;
		private final int calls;
		private boolean isThere;

		TroubleAfter(int calls, Trouble trouble) {
			this.calls = calls;
			this.trouble = trouble;
		}

		@Override
		public void on(String call, boolean made) {
			recorder.on(call, made);
			if (made && !isThere && recorder.calls().size() == calls) {
				isThere = true;
				trouble.begin.accept(disk);
			}
		}

		void end() {
			if (isThere) {
				trouble.end.accept(disk);
			}
		}
	}

	@TempDir
	private static Path folder;
	private static TestDisk disk;
	private static LifeWithoutFaults life;

	@BeforeAll
	static void live() throws IOException, ProblemException {
		disk = new TestDisk(folder);
		life = new LifeWithoutFaults(folder, disk.place());
	}

	@AfterAll
	static void takeOut() {
		if (disk != null) {
			disk.close();
		}
	}

	@TestFactory
	Stream<DynamicNode> troubles() {
		return Stream.of(Trouble.values()).flatMap(trouble -> life.calls().entrySet().stream()
				.map(phase -> DynamicContainer.dynamicContainer(phase.getKey() + ", " + trouble,
						IntStream.range(0, phase.getValue().size())
								.mapToObj(i -> DynamicTest.dynamicTest("before %d %s".formatted(i + 1, phase.getValue().get(i)),
										() -> goOnAfter(trouble, i, phase.getKey()))))));
	}

	private static void goOnAfter(Trouble trouble, int calls, Phase phase) throws ProblemException {
		life.goBackTo(phase);
		var faults = new TroubleAfter(calls, trouble);
		try (var installation = life.installation(faults)) {
			var manager = Manager.jane(installation);
			try (var run = phase.begin(manager, installation)) {
				var told = failure(manager, run);
				faults.end();
				if (told.isPresent()) {
					trouble.assertToldBy(told.get());
				} else {
					assertEquals(Trouble.FULL, trouble, "only a few bytes can have room where there is none");
				}
				Phase.assertEveryKeyIsThere(installation);
				manager.finish(run);
			}
			Phase.assertEveryKeyIsThere(installation);
			phase.assertDone(installation);
		}
	}

	/** A flow that is about to write, whatever went before. */
	@FunctionalInterface
	private interface Beginning {
		FlowRun begin(Manager manager, Path keystore) throws ProblemException;
	}

	private static FlowRun changePassword(Manager manager, Path keystore) throws ProblemException {
		return manager.choosing("Battery staple 2").begin("password", new PasswordFlow(), Manager.keystore(keystore, Manager.PASSWORD)
				.andThen(session -> session.put(new Answer<>("backups", String.class), "keep")));
	}

	private static FlowRun handOver(Manager manager, Path keystore) throws ProblemException {
		return manager.begin("hand-over", new HandOverFlow(HandOverTest.targets(folder)), Manager.keystore(keystore, Manager.PASSWORD)
				.andThen(session -> {
					session.put(new Answer<>("target", String.class), "folder");
					session.put(new Answer<>("folder", String.class), stick().toString());
				}));
	}

	private static FlowRun writeForm(Manager manager, Path keystore) throws ProblemException {
		return manager.begin("revoke", RevokeTest.flow(), RevokeTest
				.answers(Map.of("by", "form", "reason", "cessation", "folder", stick().toString()))
				.andThen(session -> session.put(Answer.KEYSTORE_FILE, keystore)));
	}

	private static Path stick() {
		return disk.place().resolve("stick");
	}

	static Stream<Arguments> others() {
		return Stream.of(Trouble.values()).flatMap(trouble -> Stream.of(
				Arguments.of("M35 password", StepKind.WORK, trouble, (Beginning) DiskFaultsTest::changePassword),
				Arguments.of("M25 hand-over", StepKind.WORK, trouble, (Beginning) DiskFaultsTest::handOver),
				Arguments.of("M30 form", StepKind.SUMMARY, trouble, (Beginning) DiskFaultsTest::writeForm)));
	}

	@ParameterizedTest(name = "{0}, {2}")
	@MethodSource("others")
	@DisplayName("changing a password, handing over onto a stick, writing a form onto it: the same")
	void others(String flow, StepKind writing, Trouble trouble, Beginning beginning) throws Exception {
		life.goBackTo(Phase.RENEW);
		Files.createDirectories(stick());
		try (var installation = life.installation(Faults.NONE)) {
			var manager = Manager.jane(installation);
			var keystore = installation.onlyRequest().keystore();
			try (var run = beginning.begin(manager, keystore)) {
				manager.goTo(run, writing);
				trouble.begin.accept(disk);
				var told = failure(manager, run);
				trouble.end.accept(disk);
				trouble.assertToldBy(told.orElseThrow());
				installation.open(keystore, Manager.PASSWORD).close();
				manager.goTo(run, StepKind.RESULT);
			}
		}
	}

	private static Optional<ProblemException> failure(Manager manager, FlowRun run) {
		try {
			manager.goTo(run, StepKind.RESULT);
			return Optional.empty();
		} catch (ProblemException told) {
			return Optional.of(told);
		}
	}
}
