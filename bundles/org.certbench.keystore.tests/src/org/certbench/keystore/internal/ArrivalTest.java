package org.certbench.keystore.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;

import org.certbench.keystore.KeystoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B02: a folder that another program copies to a cloud, and renames in when it likes. */
class ArrivalTest {

	private static final byte[] CONTENT = { 1, 2, 3 };

	@TempDir
	private Path folder;
	private Path file;

	@BeforeEach
	void place() {
		file = folder.resolve("keystore.p12");
	}

	private void await(Duration patience) throws Exception {
		new Arrival(file, new StoredFile(file, CONTENT), patience, InstantSource.system()).await();
	}

	@Test
	@DisplayName("a file that is shown late is waited for")
	void late() throws Exception {
		var waiting = new FutureTask<>(() -> {
			await(Duration.ofMinutes(1));
			return Files.readAllBytes(file);
		});
		var thread = Thread.ofPlatform().start(waiting);
		while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
			Thread.onSpinWait();
		}
		Files.write(file, CONTENT);

		assertArrayEquals(CONTENT, waiting.get());
	}

	@Test
	@DisplayName("a file that was given another name is named, and what was put into its place is left alone")
	void renamed() throws Exception {
		Files.write(file, new byte[] { 9 });
		var conflict = Files.write(folder.resolve("keystore (conflict).p12"), CONTENT);

		var told = assertThrows(KeystoreException.MovedAway.class, () -> await(Duration.ZERO));

		assertEquals(conflict, told.now());
		assertEquals("folder-synchronised", told.problem());
		assertTrue(told.getMessage().startsWith("keystore.p12 was saved, but another program"), told::getMessage);
		assertTrue(told.remedy().startsWith("What was saved is kept beside it as keystore (conflict).p12."), told::remedy);
		assertArrayEquals(new byte[] { 9 }, Files.readAllBytes(file));
	}

	@Test
	@DisplayName("a file that is nowhere any more is written beside its place: it may hold the only copy of a key")
	void gone() throws Exception {
		var told = assertThrows(KeystoreException.MovedAway.class, () -> await(Duration.ZERO));

		assertTrue(told.now().getFileName().toString().startsWith("keystore.p12.bak-"), told.now()::toString);
		assertArrayEquals(CONTENT, Files.readAllBytes(told.now()));
	}
}
