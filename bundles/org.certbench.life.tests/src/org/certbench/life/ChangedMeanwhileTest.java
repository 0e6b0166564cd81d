package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.keystore.KeystoreException.ChangedMeanwhile;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Another program saves a keystore in the very moment in which a flow is about to. */
@DisplayName("B02: a keystore that another program changes meanwhile, at each saving")
class ChangedMeanwhileTest {

	private static final String SAVE = "KeystoreEdit.save";

	/** Knows of no claims: opens the keystore and saves it as it is, with salts of its own. */
	private static final class OtherProgram implements Faults {

		private final Path keystore;
		private int savings;
		private byte[] content;

		OtherProgram(Path keystore, int savings) {
			this.keystore = keystore;
			this.savings = savings;
		}

		@Override
		public void on(String call, boolean made) throws ProblemException {
			if (!made && call.equals(SAVE) && savings-- == 0) {
				save();
			}
		}

		private void save() throws ProblemException {
			try (var password = Secret.taking(Manager.PASSWORD.toCharArray());
					var open = TestKeystores.keystores().open(keystore, password, Progress.NONE)) {
				TestKeystores.keystores().edit(open).save(password, Progress.NONE).close();
				content = Files.readAllBytes(keystore);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
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
	Stream<DynamicTest> changes() {
		return Stream.of(Phase.COMPLETE, Phase.COMPLETE_RENEWAL)
				.flatMap(phase -> IntStream.range(0, Collections.frequency(life.calls().get(phase), SAVE)).mapToObj(
						saving -> DynamicTest.dynamicTest(phase + ", saving " + (saving + 1), () -> changeBefore(saving, phase))));
	}

	private static void changeBefore(int saving, Phase phase) throws Exception {
		life.goBackTo(phase);
		Path keystore;
		try (var installation = life.installation(Faults.NONE)) {
			keystore = installation.journal().requests().getLast().keystore();
		}
		var other = new OtherProgram(keystore, saving);
		try (var installation = life.installation(other)) {
			var told = assertThrows(ChangedMeanwhile.class, () -> phase.goOn(installation));

			assertEquals("Another program changed " + keystore.getFileName() + " in the meantime.", told.getMessage());
			assertEquals("Nothing was written. Start again with the file as it is now.", told.remedy());
			assertArrayEquals(other.content, Files.readAllBytes(keystore));
			phase.goOn(installation);
			Phase.assertEveryKeyIsThere(installation);
			phase.assertDone(installation);
		}
	}
}
