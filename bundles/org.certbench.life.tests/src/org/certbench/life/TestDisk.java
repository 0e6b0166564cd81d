package org.certbench.life;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.certbench.testing.Programs;

/**
 * A disk of its own that can be filled, protected and pulled out: a small one in memory, seen at a place of
 * the folders. Linux lets root alone make one.
 */
final class TestDisk implements AutoCloseable {

	private static final String SIZE = "4m";
	private static final int BLOCK = 4096;

	private final Path memory;
	private final Path place;
	private boolean isIn;

	/**
	 * Makes it; the test is skipped where that is not allowed.
	 *
	 * @param folder for what it needs, and it itself
	 */
	TestDisk(Path folder) throws IOException {
		memory = Files.createDirectory(folder.resolve("memory"));
		place = Files.createDirectory(folder.resolve("disk"));
		try {
			Programs.run(folder, "mount", "-t", "tmpfs", "-o", "size=" + SIZE, "certbench-test", memory.toString());
		} catch (AssertionError notAllowed) {
			assumeTrue(false, notAllowed.getMessage());
		}
		putIn();
	}

	/** Where it is seen. */
	Path place() {
		return place;
	}

	/** Leaves no room on it, but what is free in the last block of each file. */
	void fill() {
		try (var filler = Files.newOutputStream(filler())) {
			while (true) {
				filler.write(new byte[BLOCK]);
			}
		} catch (IOException full) {
			// as it should be
		}
	}

	void makeRoom() {
		try {
			Files.delete(filler());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Path filler() {
		return memory.resolve("filler");
	}

	/** Nothing that is on it can be changed, and nothing be added, not even by root. */
	void protect() {
		run("chattr", "-R", "+i", memory.toString());
	}

	void release() {
		run("chattr", "-R", "-i", memory.toString());
	}

	/** Its place is an empty folder then. */
	void pullOut() {
		run("umount", "--lazy", place.toString());
		isIn = false;
	}

	/** What was written into its place meanwhile is gone: others would find it there. */
	void putIn() {
		Folders.empty(place);
		run("mount", "--bind", memory.toString(), place.toString());
		isIn = true;
	}

	private void run(String... command) {
		Programs.run(memory.getParent(), command);
	}

	@Override
	public void close() {
		if (isIn) {
			pullOut();
		}
		run("umount", "--lazy", memory.toString());
	}
}
