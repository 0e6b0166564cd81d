package org.certbench.keystore.internal;

import java.security.cert.X509Certificate;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;

/** One thing in a keystore, decrypted: the unit in which PKCS#12 stores (RFC 7292 section 4.2). */
sealed interface Bag {

	BagAttributes attributes();

	/** A private key. */
	record Key(PrivateKeyInfo key, BagAttributes attributes) implements Bag {
	}

	/** An X.509 certificate: of a key, of a chain, or trusted for itself. */
	record Certificate(X509Certificate certificate, BagAttributes attributes) implements Bag {
	}

	/** A secret key as the JDK writes it, wrapped like a private key. */
	record SecretKey(PrivateKeyInfo key, BagAttributes attributes) implements Bag {
	}

	/** Anything else (a CRL, an SDSI certificate): not understood, kept as it is. */
	record Other(SafeBag bag) implements Bag {
		@Override
		public BagAttributes attributes() {
			return BagAttributes.of(bag.getBagAttributes());
		}
	}
}
