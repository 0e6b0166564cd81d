package org.certbench.keystore.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import org.certbench.core.FailureKind;
import org.certbench.core.Progress;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException.InUse;
import org.certbench.keystore.Keystores;
import org.certbench.testing.OtherProcess;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** B02: two at once on one keystore; the second is told, and nothing is mixed. */
class ClaimsTest {

	@TempDir
	private Path folder;
	private Keystores keystores;
	private Keystore keystore;

	@BeforeEach
	void claimable() throws Exception {
		keystores = TestKeystores.keystores(InstantSource.system(), folder.resolve("data"));
		keystore = Samples.completed(folder);
	}

	@Test
	@DisplayName("in one program: told who has it and since when, that nothing was changed, and that waiting helps")
	void twoWindows() throws Exception {
		try (var first = keystores.claim(keystore.file())) {
			var told = assertThrows(InUse.class, () -> keystores.claim(keystore.file()));

			assertEquals(FailureKind.NOT_YET, told.kind());
			assertEquals("keystore-in-use", told.problem());
			assertTrue(told.getMessage().matches(".* is in use by Certbench already: in another window of this program, since .*\\."),
					told::getMessage);
			assertEquals("Finish there first, or close it; then try again. Nothing was changed.", told.remedy());
		}
		keystores.claim(keystore.file()).close();
	}

	@Test
	@DisplayName("with another process: told too; when that is killed, the keystore is free at once")
	void twoProcesses() throws Exception {
		keystores.claim(keystore.file()).close();
		try (var other = OtherProcess.holding(lock(), folder.resolve("classes"))) {
			assertThrows(InUse.class, () -> keystores.claim(keystore.file()));

			other.kill();
			keystores.claim(keystore.file()).close();
		}
	}

	@Test
	@DisplayName("who has it is told as well as it is known")
	void withoutNote() throws Exception {
		try (var first = keystores.claim(keystore.file())) {
			Files.delete(lock().resolveSibling(lock().getFileName() + "ed-by"));

			var told = assertThrows(InUse.class, () -> keystores.claim(keystore.file()));

			assertTrue(told.getMessage().endsWith("in another window or a command."), told::getMessage);
		}
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	@DisplayName("by whatever name it is reached, it is one keystore")
	void link() throws Exception {
		var link = Files.createSymbolicLink(folder.resolve("link.p12"), keystore.file());
		try (var first = keystores.claim(link)) {
			assertThrows(InUse.class, () -> keystores.claim(keystore.file()));
		}
	}

	@Test
	@DisplayName("looking into it needs no claim, nor does another keystore wait for it")
	void others() throws Exception {
		try (var first = keystores.claim(keystore.file()); var other = keystores.claim(folder.resolve("other.p12"))) {
			assertEquals(1, keystores.inspect(keystore.file()).keyEntries().size());
			keystores.open(keystore.file(), Samples.password(), Progress.NONE).close();
		}
	}

	private Path lock() throws Exception {
		try (var locks = Files.newDirectoryStream(folder.resolve("data/locks"), "*.claim")) {
			return locks.iterator().next();
		}
	}
}
