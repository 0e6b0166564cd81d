package org.certbench.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Key pairs that tests share: making an RSA key takes longer than most tests. Thread-safe. */
public final class TestKeys {

	private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

	private TestKeys() {
	}

	/** An RSA pair of 2048 bits, the same each time for the same name. */
	public static KeyPair rsa(String name) {
		return MADE.computeIfAbsent("RSA " + name, key -> rsa(2048));
	}

	/** An EC pair on P-384, the same each time for the same name. */
	public static KeyPair ec(String name) {
		return MADE.computeIfAbsent("EC " + name, key -> ec());
	}

	/** A new RSA pair of some other size. */
	public static KeyPair rsa(int bits) {
		try {
			var generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(bits);
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static KeyPair ec() {
		try {
			var generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp384r1"));
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
