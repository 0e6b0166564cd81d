package org.certbench.core;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kept a file from being read or written, as a person understands it and can cure it. Systems say it in
 * words of their own, in whatever language they are set to, so that the disk itself is looked at as well.
 */
public enum DiskFault {
	/** There is no room on the disk, or none that this user may take. */
	FULL("disk-full", "no space|not enough space|quota|aucun espace|espace insuffisant|geen ruimte|onvoldoende schijfruimte|"
			+ "kein speicherplatz|nicht genügend speicherplatz"),
	/** Another program holds the file. */
	IN_USE("file-in-use", "busy|occup|bezet|belegt|used by another|utilisé par un autre|ander proces|anderen prozess"),
	/** The file, its folder or its disk is protected, or this user has no right to it. */
	NOT_ALLOWED("file-not-allowed", "read-only|not permitted|lecture seule|non permise|alleen-lezen|niet toegestaan|"
			+ "schreibgeschützt|nicht erlaubt|nur lesbar"),
	/** The folder, or the disk that it lay on, is not there. */
	GONE("folder-gone", "stale|not connected"),
	/** A file stands where a folder should be, or the other way round. */
	IN_THE_WAY("name-taken", "not a directory|is a directory"),
	/** The disk, or the connection to it, does not work as it should. */
	BROKEN("disk-error", "input/output");

	/** Less than a keystore and its backup need, in bytes. */
	private static final long NO_ROOM = 64 * 1024;

	private final String problem;
	private final Pattern words;

	DiskFault(String problem, String words) {
		this.problem = problem;
		this.words = Pattern.compile(words);
	}

	/**
	 * What went wrong with a file, or a folder.
	 *
	 * @param file that was read or written: its place is looked at as it is now
	 */
	public static DiskFault of(Path file, IOException failure) {
		for (var fault : values()) {
			if (fault.isSaidBy(failure)) {
				return fault;
			}
		}
		if (isInTheWay(file, failure)) {
			return IN_THE_WAY;
		}
		if (failure instanceof NoSuchFileException || !Files.isDirectory(folder(file))) {
			return GONE;
		}
		return ofPresent(file, failure);
	}

	private boolean isSaidBy(IOException failure) {
		// a whole message names the file as well, which may be called anything
		var said = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
		return said != null && words.matcher(said.toLowerCase(Locale.ROOT)).find();
	}

	private static boolean isInTheWay(Path file, IOException failure) {
		return failure instanceof FileAlreadyExistsException || failure instanceof DirectoryNotEmptyException
				|| failure instanceof NotDirectoryException || !Files.isDirectory(nearestAbove(file));
	}

	private static DiskFault ofPresent(Path file, IOException failure) {
		// Windows denies access to what another program has open
		boolean windows = OperatingSystem.current() == OperatingSystem.WINDOWS;
		if (failure instanceof AccessDeniedException && !windows || !isFree(file)) {
			return NOT_ALLOWED;
		}
		if (windows) {
			return IN_USE;
		}
		return hasRoom(file) ? BROKEN : FULL;
	}

	private static boolean isFree(Path file) {
		return Files.isWritable(folder(file)) && (Files.notExists(file) || Files.isReadable(file) && Files.isWritable(file));
	}

	private static boolean hasRoom(Path file) {
		try {
			return Files.getFileStore(folder(file)).getUsableSpace() >= NO_ROOM;
		} catch (IOException unknown) {
			return true;
		}
	}

	private static Path folder(Path file) {
		var absolute = file.toAbsolutePath();
		return absolute.getParent() == null ? absolute : absolute.getParent();
	}

	private static Path nearestAbove(Path file) {
		var above = folder(file);
		while (above.getParent() != null && Files.notExists(above)) {
			above = above.getParent();
		}
		return above;
	}

	/** Id of its page of the problem catalogue. */
	public String problem() {
		return problem;
	}

	/** What is wrong, in the user's language: the second half of a sentence, without its end. */
	public String words() {
		return text("words");
	}

	/** What the person can do, one sentence. */
	public String remedy() {
		return text("remedy");
	}

	private String text(String key) {
		return Texts.of(DiskFault.class).get("disk." + name() + "." + key);
	}
}
