package org.certbench.ehealth.simulator.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.certbench.core.Environment;
import org.certbench.core.Knowledge;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.DemoContent;
import org.certbench.inventory.Inventory;
import org.certbench.keystore.Keystores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the {@link DemoKeystore} known to the inventory: nobody has opened it with its password, so
 * that its dates would be an estimate, and its renewal window nobody's concern.
 */
@Component
public final class KnownDemo implements DemoContent {

	private final DemoKeystore demo;
	private final Keystores keystores;
	private final Inventory inventory;

	@Activate
	public KnownDemo(@Reference DemoKeystore demo, @Reference Keystores keystores, @Reference Inventory inventory) {
		this.demo = demo;
		this.keystores = keystores;
		this.inventory = inventory;
	}

	@Override
	public Path ensure(Progress progress) throws ProblemException {
		Path file = demo.ensure(progress);
		if (Files.exists(file) && !isKnown(file)) {
			try (var password = Secret.taking(DemoKeystore.PASSWORD.toCharArray());
					var keystore = keystores.open(file, password, progress)) {
				inventory.remember(keystore, Environment.SIMULATOR);
			}
		}
		return file;
	}

	private boolean isKnown(Path file) {
		return inventory.certificates().stream().filter(each -> each.file().equals(file)).map(CertificateLife::dates)
				.anyMatch(dates -> dates.filter(known -> known.knowledge() == Knowledge.VERIFIED).isPresent());
	}
}
