package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.core.ProblemException;
import org.certbench.life.LifeWithoutFaults.Recorder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The computer dies right after each single thing that leaves something behind, on disk or at the
 * authority; the product is started again, and goes on with what its journal says.
 */
@DisplayName("B02: a crash loses no key and no request, and makes no second one")
class CrashTest {

	/** The power is cut: nothing that runs now can do anything any more. */
	private static final class PowerCut extends Error {
		private static final long serialVersionUID = 1L;
	}

	/** Cuts the power after one of the calls that a {@link Recorder} counts. */
	private static final class CutAfter implements Faults {

		private final Recorder recorder = new Recorder();
		private final int last;

		CutAfter(int last) {
			this.last = last;
		}

		@Override
		public void on(String call, boolean made) {
			if (recorder.calls().size() > last) {
				throw new PowerCut();
			}
			recorder.on(call, made);
			if (recorder.calls().size() > last) {
				throw new PowerCut();
			}
		}
	}

	@TempDir
	private static Path folder;
	private static LifeWithoutFaults life;

	@BeforeAll
	static void live() throws IOException, ProblemException {
		life = new LifeWithoutFaults(folder, Files.createDirectory(folder.resolve("computer")));
	}

	@TestFactory
	Stream<DynamicNode> crashes() {
		return life.calls().entrySet().stream().map(phase -> DynamicContainer.dynamicContainer(phase.getKey().toString(),
				IntStream.range(0, phase.getValue().size())
						.mapToObj(i -> DynamicTest.dynamicTest("%d after %s".formatted(i + 1, phase.getValue().get(i)),
								() -> crashAfter(i, phase.getKey())))));
	}

	private static void crashAfter(int call, Phase phase) throws ProblemException {
		life.goBackTo(phase);
		try (var installation = life.installation(new CutAfter(call))) {
			assertThrows(PowerCut.class, () -> phase.goOn(installation));
		}
		try (var restarted = life.installation(Faults.NONE)) {
			Phase.assertEveryKeyIsThere(restarted);
			phase.goOn(restarted);
			Phase.assertEveryKeyIsThere(restarted);
			phase.assertDone(restarted);
		}
	}
}
