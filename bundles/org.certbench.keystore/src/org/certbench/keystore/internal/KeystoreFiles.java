package org.certbench.keystore.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.keystore.Backup;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreClaim;
import org.certbench.keystore.KeystoreEdit;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;
import org.certbench.keystore.Keystores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keystores as files of this machine. */
@Component
public final class KeystoreFiles implements Keystores {

	private final InstantSource clock;
	private final KeystoreLocks locks;

	@Activate
	public KeystoreFiles(@Reference InstantSource clock, @Reference DataFolder data) {
		this.clock = clock;
		this.locks = new KeystoreLocks(data, clock);
	}

	@Override
	public KeystoreClaim claim(Path file) throws KeystoreException {
		return locks.claim(file);
	}

	@Override
	public Inspection inspect(Path file) throws KeystoreException {
		return Inspector.inspect(StoredFile.read(file));
	}

	@Override
	public Keystore open(Path file, Secret password, Progress progress) throws KeystoreException, Cancelled {
		progress.checkCancelled();
		progress.doing(Texts.of(KeystoreException.class).get("progress.opening", file.getFileName()));
		var stored = StoredFile.read(file);
		return OpenKeystore.of(file, stored.fingerprint(), stored.contents(password, progress));
	}

	@Override
	public KeystoreEdit create(Path folder, Holder holder, Environment environment) {
		var now = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
		var name = new KeystoreName(holder, now, environment == Environment.ACCEPTANCE);
		return new PendingEdit(Destination.NewFile.firstFree(folder, name), Contents.EMPTY, locks, clock)
				.withNewKey(Keystore.AUTHENTICATION);
	}

	@Override
	public KeystoreEdit edit(Keystore keystore) {
		var open = OpenKeystore.of(keystore);
		return new PendingEdit(new Destination.OpenedFile(open.file(), open.fingerprint()), open.contents(), locks, clock);
	}

	@Override
	public List<Backup> backups(Keystore keystore, List<Secret> passwords, Progress progress)
			throws KeystoreException, Cancelled {
		try {
			return Backups.of(keystore.file()).compare(OpenKeystore.of(keystore).contents(), passwords, progress);
		} catch (IOException e) {
			throw new KeystoreException.NotAccessible(keystore.file(), e);
		}
	}

	@Override
	public List<Backup> deleteSuperfluousBackups(Keystore keystore, List<Secret> passwords, Progress progress)
			throws KeystoreException, Cancelled {
		if (!StoredFile.read(keystore.file()).fingerprint().equals(OpenKeystore.of(keystore).fingerprint())) {
			throw new KeystoreException.ChangedMeanwhile(keystore.file());
		}
		var superfluous = backups(keystore, passwords, progress).stream().filter(Backup::isSuperfluous).toList();
		try {
			for (var backup : superfluous) {
				Backups.delete(backup);
			}
			return superfluous;
		} catch (IOException e) {
			throw new KeystoreException.NotAccessible(keystore.file(), e);
		}
	}
}
