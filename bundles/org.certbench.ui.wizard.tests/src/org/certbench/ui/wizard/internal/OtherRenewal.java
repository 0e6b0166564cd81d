package org.certbench.ui.wizard.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Another program, which makes a keystore without the old encryption keys.
 *
 * @param keystore that it made
 */
record OtherRenewal(Path keystore, String password) {

	/** The keys in it. */
	Set<String> aliases() throws IOException, GeneralSecurityException {
		var content = load();
		var aliases = new TreeSet<String>();
		for (var alias : Collections.list(content.aliases())) {
			if (content.isKeyEntry(alias)) {
				aliases.add(alias);
			}
		}
		return aliases;
	}

	/** Its own key stays. */
	void leaveOut(Set<String> aliases) throws IOException, GeneralSecurityException {
		var content = load();
		for (var alias : aliases) {
			if (!alias.equals("authentication")) {
				content.deleteEntry(alias);
			}
		}
		try (var out = Files.newOutputStream(keystore)) {
			content.store(out, password.toCharArray());
		}
	}

	private KeyStore load() throws IOException, GeneralSecurityException {
		var content = KeyStore.getInstance("PKCS12");
		try (var in = Files.newInputStream(keystore)) {
			content.load(in, password.toCharArray());
		}
		return content;
	}
}
