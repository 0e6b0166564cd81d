package org.certbench.keystore.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.certbench.core.Cancelled;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.keystore.Backup;
import org.certbench.keystore.Backup.Content;
import org.certbench.keystore.KeystoreException;

/**
 * The backups beside one keystore, by the names that {@link PrivateFiles#writeBackup} gives, which no search
 * for keystores finds. None is deleted whose keys are not all in the keystore.
 */
final class Backups {

	private static final System.Logger LOG = System.getLogger(Backups.class.getName());
	private static final Pattern ENDING = Pattern.compile("\\.bak-(\\d{8}-\\d{6})(?:-(\\d{1,4}))?");
	private static final int NEWEST_KEPT = 10;

	private final Path keystore;

	/** What a name tells, to put the newest first. */
	private record Named(Path file, String moment, int number) {
	}

	private Backups(Path keystore) {
		this.keystore = keystore;
	}

	/** @param keystore where it really lies: backups are beside the file, not beside a link to it */
	static Backups of(Path keystore) throws IOException {
		return new Backups(keystore.toRealPath());
	}

	/** All of them, the newest first. */
	List<Path> files() throws IOException {
		try (var siblings = Files.list(keystore.getParent())) {
			return siblings.flatMap(file -> named(file).stream())
					.sorted(Comparator.comparing(Named::moment).thenComparing(Named::number).reversed()).map(Named::file)
					.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList();
		}
	}

	private Optional<Named> named(Path file) {
		var name = file.getFileName().toString();
		var own = keystore.getFileName().toString();
		return Optional.of(name).filter(any -> any.startsWith(own)).map(any -> ENDING.matcher(any.substring(own.length())))
				.filter(Matcher::matches).map(ending -> new Named(file, ending.group(1),
						ending.group(2) == null ? 1 : Integer.parseInt(ending.group(2))));
	}

	/** Looks into them with each of the passwords. */
	List<Backup> compare(Contents contents, List<Secret> passwords, Progress progress) throws IOException, Cancelled {
		var backups = new ArrayList<Backup>();
		for (var file : files()) {
			progress.checkCancelled();
			backups.add(compare(file, contents, passwords, progress));
		}
		return backups;
	}

	private static Backup compare(Path file, Contents contents, List<Secret> passwords, Progress progress)
			throws Cancelled {
		for (var password : passwords) {
			var old = read(file, password, progress);
			if (old.isPresent()) {
				return new Backup(file, contents.holdsAllOf(old.get()) ? Content.NOTHING_MORE : Content.MORE_KEYS);
			}
		}
		return new Backup(file, Content.LOCKED);
	}

	/** Nothing where it does not open, for whatever reason: then it is left alone. */
	private static Optional<Contents> read(Path file, Secret password, Progress progress) throws Cancelled {
		try {
			return Optional.of(StoredFile.read(file).contents(password, progress));
		} catch (KeystoreException e) {
			return Optional.empty();
		}
	}

	/** Deletes a backup that was compared; its folder is forced to disk, so that it stays deleted. */
	static void delete(Backup backup) throws IOException {
		Files.deleteIfExists(backup.file());
		PrivateFiles.forceFolder(backup.file().getParent());
	}

	/**
	 * Deletes those beyond the newest that are superfluous. The keystore is saved by now: that an old
	 * backup is left is no failure, and neither that the person does not wait for it.
	 */
	static void prune(Path keystore, Contents contents, Secret password, Progress progress) {
		try {
			var backups = of(keystore);
			for (var file : backups.files().stream().skip(NEWEST_KEPT).toList()) {
				var backup = compare(file, contents, List.of(password), progress);
				if (backup.isSuperfluous()) {
					delete(backup);
				}
			}
		} catch (Cancelled notWaitedFor) {
			LOG.log(Level.DEBUG, "old backups are left");
		} catch (IOException e) {
			LOG.log(Level.WARNING, "old backups of " + keystore.getFileName() + " are left", e);
		}
	}
}
