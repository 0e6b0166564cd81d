package org.certbench.eid.virtual.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.core.FileTurn;
import org.certbench.core.PrivateFiles;

/** Lets one thread of one process at a time work in a folder. */
final class FolderLock {

	private final Path folder;

	FolderLock(Path folder) {
		this.folder = folder;
	}

	/** What is done under the lock. */
	@FunctionalInterface
	interface Work<T, X extends Exception> {
		T run() throws IOException, X;
	}

	/** Waits for the folder, which is made where it is missing, and works in it. */
	<T, X extends Exception> T holding(Work<T, X> work) throws IOException, X {
		PrivateFiles.createFolder(folder);
		try (var turn = FileTurn.take(folder.resolve("lock"))) {
			return work.run();
		}
	}
}
