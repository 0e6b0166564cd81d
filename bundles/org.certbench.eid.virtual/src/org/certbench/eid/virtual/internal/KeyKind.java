package org.certbench.eid.virtual.internal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The keys that Belgian eIDs have. */
enum KeyKind {

	/** RSA 2048, of applet 1.7 and earlier. */
	RSA {
		@Override
		KeyPair generate() throws GeneralSecurityException {
			var generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
	},

	/** EC P-384, of applet 1.8. */
	EC {
		@Override
		KeyPair generate() throws GeneralSecurityException {
			var generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp384r1"));
			return generator.generateKeyPair();
		}
	};

	abstract KeyPair generate() throws GeneralSecurityException;
}
