package org.certbench.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Progress;
import org.certbench.core.RenewalWindow;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Keystore;

/** An inventory in memory: knows what a test says is known, and finds the rest when it scans. */
final class KnownKeystores implements Inventory {

	final List<CertificateLife> known = new ArrayList<>();
	final List<CertificateLife> onlyOnDisk = new ArrayList<>();
	final List<Path> remembered = new ArrayList<>();

	/** A life of which only what the steps look at is known. */
	static CertificateLife life(String file, Environment environment, LifeCycleState state,
			Optional<RequestRecord> request) {
		return new CertificateLife(Path.of(file), environment, Holder.parse("SSIN=85999900189"), "JANE DOE", null, state,
				null, null, request.orElse(null), null, null, "", null);
	}

	@Override
	public List<CertificateLife> certificates() {
		return List.copyOf(known);
	}

	@Override
	public List<CertificateLife> scan(Progress progress) {
		known.addAll(onlyOnDisk);
		onlyOnDisk.clear();
		return certificates();
	}

	@Override
	public void remember(Keystore keystore, Environment environment) {
		remembered.add(keystore.file());
	}

	@Override
	public Path keystoreFolder(Environment environment) {
		return Path.of("keystores");
	}

	@Override
	public List<Path> folders() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void chooseFolders(List<Path> folders) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<CertificateLife> scan(List<Path> places, Progress progress) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void rememberWindow(KeyIdentifier key, RenewalWindow window) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Watch watch(Runnable changed) {
		throw new UnsupportedOperationException();
	}
}
