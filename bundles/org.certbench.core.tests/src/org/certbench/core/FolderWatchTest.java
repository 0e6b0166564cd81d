package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching folders, with real files. */
class FolderWatchTest {

	@TempDir
	private Path folder;
	private final Semaphore told = new Semaphore(0);
	@AutoClose
	private final FolderWatch watch = new FolderWatch("test", told::release);

	@Test
	void whatIsWatchedAnewAndANewFileAreTold() throws Exception {
		watch.watch(List.of(folder));
		assertTold();
		Files.writeString(folder.resolve("file"), "content");
		assertTold();
	}

	@Test
	void aFolderThatDoesNotExistYetIsAwaited() throws Exception {
		var missing = folder.resolve("one/two");
		watch.watch(List.of(missing));
		assertTold();
		Files.createDirectories(missing);
		assertTold();
		watch.watch(List.of(missing));
		assertTold();
		Files.writeString(missing.resolve("file"), "content");
		assertTold();
	}

	@Test
	void aSignalIsToldWithoutAnyChange() throws Exception {
		watch.signal();
		assertTold();
	}

	@Test
	void aListenerThatFailsIsCalledAgain() throws Exception {
		try (var failing = new FolderWatch("failing", () -> {
			told.release();
			throw new IllegalStateException("thrown by the test");
		})) {
			failing.signal();
			assertTold();
			failing.signal();
			assertTold();
		}
	}

	private void assertTold() throws InterruptedException {
		assertTrue(told.tryAcquire(20, TimeUnit.SECONDS), "the change was not told");
	}
}
