package org.certbench.crash;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Looks at keys with the Java of this program, not with the product's own code. */
final class Keys {

	private Keys() {
	}

	/**
	 * The private keys that can be taken out of a keystore with one of the passwords.
	 *
	 * @return alias by the identifier of its public key
	 * @throws IOException where none of them opens it, or where a key cannot be taken out or is another one than
	 *                     its certificate's
	 */
	static Map<String, String> in(Path keystore, Collection<String> passwords) throws IOException {
		IOException failure = null;
		for (var password : passwords) {
			try {
				return in(KeyStore.getInstance(keystore.toFile(), password.toCharArray()), password.toCharArray());
			} catch (IOException e) {
				failure = e;
			} catch (GeneralSecurityException e) {
				throw new IOException(e);
			}
		}
		throw failure;
	}

	/** Whether a keystore opens with a password. */
	static boolean opens(Path keystore, String password) {
		try {
			KeyStore.getInstance(keystore.toFile(), password.toCharArray());
			return true;
		} catch (IOException | GeneralSecurityException wrong) {
			return false;
		}
	}

	private static Map<String, String> in(KeyStore store, char[] password) throws IOException, GeneralSecurityException {
		var keys = new TreeMap<String, String>();
		for (var aliases = store.aliases(); aliases.hasMoreElements();) {
			var alias = aliases.nextElement();
			if (store.isKeyEntry(alias)) {
				var secret = (RSAPrivateKey) store.getKey(alias, password);
				var open = (RSAPublicKey) store.getCertificate(alias).getPublicKey();
				if (!secret.getModulus().equals(open.getModulus())) {
					throw new IOException("the key of " + alias + " is not that of its certificate");
				}
				keys.put(identifier(open), alias);
			}
		}
		return keys;
	}

	/** Of a certificate in base64. */
	static String ofCertificate(String base64) {
		try {
			var certificate = CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
			return identifier(certificate.getPublicKey());
		} catch (GeneralSecurityException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** Of an RSA public key in base64. */
	static String ofPublicKey(String base64) {
		try {
			return identifier(KeyFactory.getInstance("RSA")
					.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64))));
		} catch (GeneralSecurityException e) {
			throw new IllegalArgumentException(e);
		}
	}

	/** RFC 5280, section 4.2.1.2: the SHA-1 of the bits of the public key, which for RSA come behind 24 bytes. */
	private static String identifier(PublicKey key) {
		try {
			var sha1 = MessageDigest.getInstance("SHA-1");
			var encoded = key.getEncoded();
			sha1.update(encoded, 24, encoded.length - 24);
			return HexFormat.of().withUpperCase().formatHex(sha1.digest());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
