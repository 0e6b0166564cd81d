package org.certbench.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.certbench.authority.SignedOrder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.PrivateFiles;

/**
 * The signed orders on disk, one file each, so that a failed sending can be repeated without a new
 * key and without another signature (M12). They hold nothing secret.
 */
final class SignedOrderFiles {

	private final Path folder;

	SignedOrderFiles(FlowServices services) {
		this.folder = services.dataFolder().path().resolve("requests");
	}

	/** Keeps an order; it is on disk when this returns. */
	Path keep(SignedOrder order) throws FlowException {
		var file = folder.resolve(order.key().hex() + ".xml");
		try {
			PrivateFiles.createFolder(folder);
			PrivateFiles.write(file, order.message());
			return file;
		} catch (IOException e) {
			throw new FlowException.OrderNotKept(file, e);
		}
	}

	/** Reads an order that was kept. */
	static SignedOrder read(KeyIdentifier key, Path file) throws FlowException {
		try {
			return new SignedOrder(key, Files.readAllBytes(file));
		} catch (IOException e) {
			throw new FlowException.OrderNotKept(file, e);
		}
	}
}
