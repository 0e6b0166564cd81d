package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;

/**
 * A keystore that another program renewed, without the encryption keys of the one before it.
 *
 * @param old     the password of the oldest keystore
 * @param present that of the newest
 */
record OtherRenewal(String old, String present) implements Beginning {

	private static final String AUTHENTICATION = "authentication";

	@Override
	public void prepare(Home home) throws IOException {
		try {
			var newest = home.newestKeystore();
			var store = KeyStore.getInstance(newest.toFile(), present.toCharArray());
			var left = KeyStore.getInstance(home.oldestKeystore().toFile(), old.toCharArray());
			for (var alias : Collections.list(left.aliases())) {
				if (left.isKeyEntry(alias) && !alias.equals(AUTHENTICATION)) {
					store.deleteEntry(alias);
				}
			}
			try (var out = Files.newOutputStream(newest)) {
				store.store(out, present.toCharArray());
			}
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	@Override
	public List<String> command(Home home) throws IOException {
		return List.of("old-keys", home.newestKeystore().toString(), "--old", home.oldestKeystore().toString());
	}

	/** Whether the newest keystore has all encryption keys of the oldest one. */
	static boolean isWhole(Home home, List<String> passwords) throws IOException {
		var wanted = Keys.in(home.oldestKeystore(), passwords);
		wanted.values().removeIf(AUTHENTICATION::equals);
		return Keys.in(home.newestKeystore(), passwords).keySet().containsAll(wanted.keySet());
	}
}
