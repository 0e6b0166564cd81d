package org.certbench.inventory.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.keystore.Keystores;

/**
 * One look at folders and files. What did not change since it was last seen is not inspected
 * again; what is found goes into the index at once, so that a cancelled scan was not in vain.
 */
final class FolderScan {

	private static final System.Logger LOG = System.getLogger(FolderScan.class.getName());
	private static final Texts TEXTS = Texts.of(FolderScan.class);
	/** How often the person is told how far it is. */
	private static final int FILES_PER_REPORT = 100;

	private final SharedMap<Path, SeenFile> index;
	private final Map<Path, SeenFile> known;
	private final Keystores keystores;
	private final Progress progress;
	private final Set<Path> files = new HashSet<>();
	private final Set<Path> folders = new HashSet<>();

	FolderScan(SharedMap<Path, SeenFile> index, Keystores keystores, Progress progress) {
		this.index = index;
		this.known = index.entries();
		this.keystores = keystores;
		this.progress = progress;
	}

	/** Whether a file's name is that of a keystore; siblings being written and backups are named otherwise. */
	static boolean isKeystore(Path file) {
		var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return !name.startsWith(".") && Stream.of(".p12", ".acc-p12", ".pfx", ".jks").anyMatch(name::endsWith);
	}

	/** Looks at a folder and all below it. */
	void lookIntoFolder(Path folder) throws Cancelled {
		progress.doing(TEXTS.get("scan.folder", folder));
		try {
			Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor());
		} catch (IOException e) {
			LOG.log(Level.WARNING, "the folder cannot be read: " + folder, e);
		}
		progress.checkCancelled();
	}

	/** Looks at a single file, whatever its name. */
	void lookAtFile(Path file) throws Cancelled {
		progress.checkCancelled();
		try {
			var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			if (attributes.isRegularFile()) {
				look(file, attributes);
			}
		} catch (IOException e) {
			LOG.log(Level.DEBUG, "not there: " + file, e);
		}
	}

	/** The keystores that were found. */
	Set<Path> files() {
		return files;
	}

	/** The folders that were looked into. */
	Set<Path> folders() {
		return folders;
	}

	private void look(Path file, BasicFileAttributes attributes) throws IOException {
		var stamp = SeenFile.Stamp.of(file, attributes);
		var before = known.get(file);
		if (before == null || !before.isStill(stamp)) {
			index.put(file, SeenFile.inspect(file, stamp, keystores));
		}
		if (files.add(file) && files.size() % FILES_PER_REPORT == 0) {
			progress.doing(TEXTS.get("scan.files", files.size()));
		}
	}

	/** A folder or file that cannot be visited is passed over: others can. */
	private final class Visitor extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
			folders.add(folder);
			return next();
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
			if (attributes.isRegularFile() && isKeystore(file)) {
				try {
					look(file, attributes);
				} catch (IOException e) {
					LOG.log(Level.DEBUG, "gone while it was looked at: " + file, e);
				}
			}
			return next();
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException failure) {
			LOG.log(Level.DEBUG, "cannot be visited: " + file, failure);
			return next();
		}

		@Override
		public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
			return next();
		}

		private FileVisitResult next() {
			return progress.isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
		}
	}
}
