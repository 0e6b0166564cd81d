package org.certbench.keystore.internal;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.List;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.pkcs.SecretBag;

/**
 * Writes PKCS#12 as the JDK lays it out: the keys, each wrapped on its own, in a plain safe, so
 * that their aliases can be read without the password; all else in an encrypted one.
 */
final class Pkcs12Writer {

	private final ModernProfile profile;

	private Pkcs12Writer(char[] password) {
		this.profile = new ModernProfile(password);
	}

	/** The bytes of a file, DER. */
	static byte[] write(Contents contents, char[] password) {
		return new Pkcs12Writer(password).write(contents);
	}

	private byte[] write(Contents contents) {
		var keys = new ArrayList<SafeBag>();
		var others = new ArrayList<SafeBag>();
		for (var bag : contents.bags()) {
			switch (bag) {
				case Bag.Key key -> keys.add(bag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, profile.wrap(key.key()), bag));
				case Bag.SecretKey key -> keys.add(bag(PKCSObjectIdentifiers.secretBag, secret(key), bag));
				case Bag.Certificate certificate -> others.add(bag(PKCSObjectIdentifiers.certBag, certificate(certificate), bag));
				case Bag.Other other -> others.add(other.bag());
			}
		}
		var safes = der(new DERSequence(new ASN1Encodable[] { plain(der(sequence(keys))),
				new ContentInfo(PKCSObjectIdentifiers.encryptedData, profile.encrypt(der(sequence(others)))) }));
		return der(new Pfx(plain(safes), profile.mac(safes)));
	}

	private static SafeBag bag(ASN1ObjectIdentifier type, ASN1Encodable value, Bag bag) {
		return new SafeBag(type, value, bag.attributes().toSet());
	}

	private SecretBag secret(Bag.SecretKey key) {
		return new SecretBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, new DEROctetString(der(profile.wrap(key.key()))));
	}

	private static CertBag certificate(Bag.Certificate bag) {
		try {
			return new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(bag.certificate().getEncoded()));
		} catch (CertificateEncodingException e) {
			throw new IllegalStateException("a certificate that was read can be written", e);
		}
	}

	private static ContentInfo plain(byte[] content) {
		return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content));
	}

	private static DERSequence sequence(List<SafeBag> bags) {
		return new DERSequence(bags.toArray(ASN1Encodable[]::new));
	}

	private static byte[] der(ASN1Object object) {
		try {
			return object.getEncoded(ASN1Encoding.DER);
		} catch (IOException e) {
			throw new IllegalStateException("memory does not fail", e);
		}
	}
}
