package org.certbench.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.keystore.Backup;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreClaim;
import org.certbench.keystore.KeystoreEdit;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.Keystores;
import org.certbench.testing.Absent;

/** Keystores that can only be opened, with any password; tells which were closed. */
final class StoredKeystores implements Keystores {

	private final Map<Path, KeyIdentifier> stored = new HashMap<>();
	final List<Path> closed = new ArrayList<>();

	void add(String file, KeyIdentifier key) {
		stored.put(Path.of(file), key);
	}

	@Override
	public Keystore open(Path file, Secret password, Progress progress) throws KeystoreException {
		if (!stored.containsKey(file)) {
			throw new KeystoreException.Missing(file);
		}
		return Absent.except(Keystore.class, Map.of("file", none -> file, "keyIdentifier", none -> stored.get(file), "stage",
				none -> Keystore.Stage.COMPLETED, "authenticationChain", none -> List.of(), "close", none -> {
					closed.add(file);
					return null;
				}));
	}

	@Override
	public KeystoreClaim claim(Path file) {
		return () -> {
			// nobody else works on it
		};
	}

	@Override
	public Inspection inspect(Path file) {
		throw new UnsupportedOperationException();
	}

	@Override
	public KeystoreEdit create(Path folder, Holder holder, Environment environment) {
		throw new UnsupportedOperationException();
	}

	@Override
	public KeystoreEdit edit(Keystore keystore) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Backup> backups(Keystore keystore, List<Secret> passwords, Progress progress) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Backup> deleteSuperfluousBackups(Keystore keystore, List<Secret> passwords, Progress progress) {
		throw new UnsupportedOperationException();
	}
}
