package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Software that reads a keystore from a folder of its own, and is told by a command of a new one. */
record Software() implements Receiver {

	private static Path copy(Home home) {
		return home.handedOver().resolve("ehealth.p12");
	}

	/** What the command does is not the product's, and is elsewhere. */
	private static Path loaded(Home home) {
		return home.folder().resolve("loaded");
	}

	/** It uses the keystore that was renewed. */
	@Override
	public void prepare(Home home) throws IOException {
		Files.createDirectories(home.handedOver());
		Files.copy(home.oldestKeystore(), copy(home));
	}

	@Override
	public List<String> command(Home home) throws IOException {
		return List.of("hand-over", home.newestKeystore().toString(), "--target", "folder", "--set",
				"folder=" + home.handedOver(), "--set", "name=" + copy(home).getFileName(), "--set",
				"command=cp {file} " + loaded(home));
	}

	@Override
	public boolean has(Path keystore, Home home) throws IOException {
		return Files.mismatch(keystore, copy(home)) < 0 && Files.exists(loaded(home))
				&& Files.mismatch(keystore, loaded(home)) < 0;
	}
}
