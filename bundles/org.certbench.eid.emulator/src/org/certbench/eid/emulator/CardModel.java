package org.certbench.eid.emulator;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;

/** The kinds of Belgian eID that are in use. */
public enum CardModel {

	/** Applet 1.7: RSA keys of 2048 bits under an RSA certificate authority. */
	RSA_1_7(Keys.RSA, Keys.RSA, "3B9813400AA503010101AD1311", 0x17),
	/** Applet 1.7 with new certificates: RSA keys under an authority with an EC key. */
	REKEYED_1_7(Keys.RSA, Keys.EC, "3B9813400AA503010101AD1311", 0x17),
	/** Applet 1.8: EC keys on P-384. */
	EC_1_8(Keys.EC, Keys.EC, "3B7F96000080318065B085040120120FFF829000", 0x18);

	/** Kinds of keys. */
	enum Keys {
		RSA("SHA256withRSA"), EC("SHA384withECDSA");

		private final String signature;

		Keys(String signature) {
			this.signature = signature;
		}

		/** The JCA's name of the signatures that certificate authorities make with such a key. */
		String signature() {
			return signature;
		}

		KeyPair generate() throws GeneralSecurityException {
			var generator = KeyPairGenerator.getInstance(name());
			if (this == RSA) {
				generator.initialize(2048);
			} else {
				generator.initialize(new ECGenParameterSpec("secp384r1"));
			}
			return generator.generateKeyPair();
		}
	}

	private final Keys keys;
	private final Keys authority;
	private final String atr;
	private final int applet;

	CardModel(Keys keys, Keys authority, String atr, int applet) {
		this.keys = keys;
		this.authority = authority;
		this.atr = atr;
		this.applet = applet;
	}

	/** Whether the card's own keys are elliptic curve ones. */
	public boolean isEllipticCurve() {
		return keys == Keys.EC;
	}

	/** The answer to reset. */
	public byte[] atr() {
		return HexFormat.of().parseHex(atr);
	}

	Keys keys() {
		return keys;
	}

	Keys authority() {
		return authority;
	}

	/** The JCA's name of the digest of the photo that is in the identity. */
	String photoDigest() {
		return applet == 0x17 ? "SHA-1" : "SHA-384";
	}

	/** The version of the applet, as the card data say it. */
	int applet() {
		return applet;
	}
}
