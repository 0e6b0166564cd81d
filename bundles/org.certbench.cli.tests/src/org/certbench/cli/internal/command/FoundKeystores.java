package org.certbench.cli.internal.command;

import java.nio.file.Path;
import java.util.List;

import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.RenewalWindow;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.keystore.Keystore;

/** An inventory that finds these keystores wherever it looks. */
record FoundKeystores(List<CertificateLife> certificates) implements Inventory {

	@Override
	public List<CertificateLife> scan(Progress progress) {
		return certificates;
	}

	@Override
	public List<CertificateLife> scan(List<Path> places, Progress progress) {
		return certificates;
	}

	@Override
	public Path keystoreFolder(Environment environment) {
		throw new UnsupportedOperationException();
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
	public void remember(Keystore keystore, Environment environment) {
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
