package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.certbench.testing.OtherProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTurnTest {

	@TempDir
	Path folder;

	@Test
	@DisplayName("changes that read, then write, lose nothing of each other")
	void oneAtATime() throws Exception {
		var counter = Files.writeString(folder.resolve("counter"), "0");
		Callable<Void> count = () -> {
			try (var turn = FileTurn.take(folder.resolve("lock"))) {
				Files.writeString(counter, Integer.toString(Integer.parseInt(Files.readString(counter)) + 1));
			}
			return null;
		};
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (var done : threads.invokeAll(Collections.nCopies(200, count))) {
				done.get();
			}
		}

		assertEquals("200", Files.readString(counter));
	}

	@Test
	@DisplayName("during the turn the file is locked for other processes, afterwards it is not")
	void locked() throws Exception {
		var file = folder.resolve("lock");
		try (var turn = FileTurn.take(file); var other = FileChannel.open(file, StandardOpenOption.WRITE)) {
			assertThrows(OverlappingFileLockException.class, other::tryLock);
		}

		try (var other = FileChannel.open(file, StandardOpenOption.WRITE); var free = other.tryLock()) {
			assertTrue(free.isValid());
		}
	}

	@Test
	void noSecondTurnWithinTheFirst() throws Exception {
		try (var turn = FileTurn.take(folder.resolve("lock"))) {
			assertThrows(IllegalStateException.class, () -> FileTurn.take(folder.resolve("lock")));
		}
	}

	@Test
	@DisplayName("whoever does not want to wait is told: by another thread, by the same one, by another process")
	void told() throws Exception {
		var file = folder.resolve("lock");
		try (var turn = FileTurn.take(file); var thread = Executors.newSingleThreadExecutor()) {
			assertTrue(FileTurn.tryTake(file).isEmpty());
			assertTrue(thread.submit(() -> FileTurn.tryTake(file)).get().isEmpty());
		}
		try (var other = OtherProcess.holding(file, folder)) {
			assertTrue(FileTurn.tryTake(file).isEmpty());
		}
		try (var turn = FileTurn.tryTake(file).orElseThrow()) {
			assertTrue(Files.exists(file));
		}
	}

	@Test
	@DisplayName("a turn ends with the process that had it, however that ends")
	void killed() throws Exception {
		var file = folder.resolve("lock");
		OtherProcess.holding(file, folder).kill();

		FileTurn.tryTake(file).orElseThrow().close();
	}

	@Test
	@DisplayName("another thread may end a turn; ending it twice gives nobody else's away")
	void endedElsewhere() throws Exception {
		var file = folder.resolve("lock");
		var turn = FileTurn.take(file);
		try (var thread = Executors.newSingleThreadExecutor()) {
			thread.submit(() -> {
				turn.close();
				return null;
			}).get();
		}
		try (var next = FileTurn.take(file)) {
			turn.close();
			assertTrue(FileTurn.tryTake(file).isEmpty());
		}
	}

	@Test
	@DisplayName("a turn that could not be taken blocks no later one")
	void afterAFailure() throws Exception {
		var file = Files.createDirectory(folder.resolve("lock"));
		assertThrows(IOException.class, () -> FileTurn.take(file));
		Files.delete(file);

		try (var turn = FileTurn.take(file)) {
			assertTrue(Files.isRegularFile(file));
		}
		assertThrows(NoSuchFileException.class, () -> FileTurn.take(folder.resolve("missing/lock")));
	}
}
