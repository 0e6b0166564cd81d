package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.certbench.testing.OtherProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of lines that are only appended to. */
class LineFileTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void inFolder() {
		file = folder.resolve("lines");
	}

	@Test
	@DisplayName("what is appended comes after what was there")
	void appended() throws Exception {
		LineFile.append(file, List.of("one", "deux à la fois"));
		LineFile.append(file, List.of("three"));

		assertEquals(List.of("one", "deux à la fois", "three"), LineFile.read(file));
	}

	@Test
	@DisplayName("half a line that a crash left behind does not swallow the next one")
	void afterCrash() throws Exception {
		Files.writeString(file, "one\nhal");
		LineFile.append(file, List.of("two"));

		assertEquals(List.of("one", "hal", "two"), LineFile.read(file));
	}

	@Test
	@DisplayName("whoever reads while others append does not let two append at once")
	void readMeanwhile() throws Exception {
		LineFile.append(file, List.of("one"));
		try (var threads = Executors.newFixedThreadPool(1);
				var other = OtherProcess.holding(folder.resolve(".appending"), folder)) {
			var append = threads.submit(() -> {
				LineFile.append(file, List.of("two"));
				return null;
			});
			LineFile.read(file);

			assertEquals(List.of("one"), LineFile.read(file));
			other.close();
			append.get();
		}
		assertEquals(List.of("one", "two"), LineFile.read(file));
	}

	@Test
	@DisplayName("lines of several threads are not mixed")
	void several() throws Exception {
		var line = "x".repeat(5000);
		try (var threads = Executors.newFixedThreadPool(4)) {
			var tasks = new ArrayList<Callable<Void>>();
			for (int i = 0; i < 40; i++) {
				tasks.add(() -> {
					LineFile.append(file, List.of(line));
					return null;
				});
			}
			for (var task : threads.invokeAll(tasks)) {
				task.get();
			}
		}

		var lines = LineFile.read(file);
		assertEquals(40, lines.size());
		assertTrue(lines.stream().allMatch(line::equals));
	}
}
