package org.certbench.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * Makes PKCS#12 files piece by piece, as no honest program does: with any algorithm, count and content, and
 * where a test needs it with a right MAC around all that. Not thread-safe.
 */
public final class Pkcs12Forge {

	/** No test waits for a derivation that it does not look at. */
	private static final int FEW = 2;
	private static final byte[] SALT = new byte[16];
	private static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
	private static final AlgorithmIdentifier HMAC_SHA_256 = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256,
			DERNull.INSTANCE);

	private final ASN1EncodableVector safes = new ASN1EncodableVector();
	private final String password;

	/** @param password of all that is really encrypted */
	public Pkcs12Forge(String password) {
		this.password = password;
	}

	/** Adds a safe in clear. */
	public Pkcs12Forge plain(ASN1Encodable... bags) {
		return data(sequence(bags));
	}

	/** The content of a safe. */
	public static byte[] sequence(ASN1Encodable... bags) {
		return der(new DERSequence(bags));
	}

	/** Adds a safe in clear with any content. */
	public Pkcs12Forge data(byte[] content) {
		return safe(PKCSObjectIdentifiers.data, new DEROctetString(content));
	}

	/** Adds a safe of any type. */
	public Pkcs12Forge safe(ASN1ObjectIdentifier type, ASN1Encodable content) {
		safes.add(new ContentInfo(type, content));
		return this;
	}

	/** Adds a safe that is encrypted. */
	public Pkcs12Forge sealed(ASN1Encodable... bags) {
		return sealedContent(sequence(bags));
	}

	/** Adds a safe with any content that is encrypted. */
	public Pkcs12Forge sealedContent(byte[] content) {
		var encryptor = encryptor();
		return encrypted(encryptor.getAlgorithmIdentifier(), encrypted(encryptor, content));
	}

	/** Adds a safe that says to be encrypted. */
	public Pkcs12Forge encrypted(AlgorithmIdentifier algorithm, byte[] content) {
		return safe(PKCSObjectIdentifiers.encryptedData,
				new EncryptedData(PKCSObjectIdentifiers.data, algorithm, new DEROctetString(content)));
	}

	/** Adds as many safes of one kind as somebody wants. */
	public Pkcs12Forge encrypted(int times, AlgorithmIdentifier algorithm) {
		for (int i = 0; i < times; i++) {
			encrypted(algorithm, new byte[16]);
		}
		return this;
	}

	/** The file with a MAC by its password. */
	public byte[] withMac() {
		return withMac(SALT);
	}

	/** The file with a MAC by its password and any salt. */
	public byte[] withMac(byte[] salt) {
		byte[] content = der(new DERSequence(safes));
		return file(content, mac(content, salt));
	}

	/** The file with a MAC that says to have so many iterations, and is not right. */
	public byte[] withMac(BigInteger iterations) {
		var parts = new ASN1EncodableVector();
		parts.add(new DigestInfo(SHA_256, new byte[32]));
		parts.add(new DEROctetString(SALT));
		parts.add(new ASN1Integer(iterations));
		return file(der(new DERSequence(safes)), MacData.getInstance(new DERSequence(parts)));
	}

	/** The file with a PBMAC1 (RFC 9579) that is not right. */
	public byte[] withPbmac1(int iterations, int keyLength) {
		var function = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2,
				new PBKDF2Params(SALT, iterations, keyLength, HMAC_SHA_256));
		var algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, new PBMAC1Params(function, HMAC_SHA_256));
		return file(der(new DERSequence(safes)), new MacData(new DigestInfo(algorithm, new byte[32]), new byte[8], 1));
	}

	/** The file with no MAC. */
	public byte[] withoutMac() {
		return file(der(new DERSequence(safes)), null);
	}

	/** The file with a MAC by its password, and lengths left open wherever that is allowed. */
	public byte[] indefinite() {
		byte[] content = der(new DERSequence(safes));
		var data = new BERSequence(new ASN1Encodable[] { PKCSObjectIdentifiers.data,
				new BERTaggedObject(true, 0, new BEROctetString(content, 100)) });
		return encoded(new BERSequence(new ASN1Encodable[] { new ASN1Integer(3), data, mac(content, SALT) }),
				ASN1Encoding.BER);
	}

	/** A key that is wrapped with the password. */
	public SafeBag key(String alias, PrivateKey key) {
		return key(alias, key.getEncoded());
	}

	/** What is wrapped with the password as a key is, whatever it may be. */
	public SafeBag key(String alias, byte[] content) {
		var encryptor = encryptor();
		return wrapped(alias, new EncryptedPrivateKeyInfo(encryptor.getAlgorithmIdentifier(), encrypted(encryptor, content)));
	}

	/** A key that says to be wrapped. */
	public static SafeBag key(String alias, AlgorithmIdentifier algorithm) {
		return wrapped(alias, new EncryptedPrivateKeyInfo(algorithm, new byte[16]));
	}

	/** A key in clear. */
	public static SafeBag clearKey(String alias, PrivateKey key) {
		return new SafeBag(PKCSObjectIdentifiers.keyBag, PrivateKeyInfo.getInstance(key.getEncoded()),
				attributes(alias));
	}

	public static SafeBag certificate(X509Certificate certificate) {
		return certificate("", certificate);
	}

	public static SafeBag certificate(String alias, X509Certificate certificate) {
		try {
			return new SafeBag(PKCSObjectIdentifiers.certBag, new CertBag(PKCSObjectIdentifiers.x509Certificate,
					new DEROctetString(certificate.getEncoded())), attributes(alias));
		} catch (CertificateEncodingException e) {
			throw new IllegalStateException(e);
		}
	}

	/** PBES2 with AES-256 and PBKDF2. */
	public static AlgorithmIdentifier pbes2(int iterations) {
		return pbes2(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(SALT, iterations, HMAC_SHA_256));
	}

	/** PBES2 with AES-256 and any derivation. */
	public static AlgorithmIdentifier pbes2(ASN1ObjectIdentifier derivation, ASN1Encodable parameters) {
		return new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(new KeyDerivationFunc(derivation, parameters),
				new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(SALT))));
	}

	/** An algorithm of PKCS#12's own. */
	public static AlgorithmIdentifier pbe(ASN1ObjectIdentifier algorithm, int iterations) {
		return new AlgorithmIdentifier(algorithm, new PKCS12PBEParams(SALT, iterations));
	}

	/** Something that is nested as deep as somebody wants, in definite lengths. */
	public static byte[] deep(int tag, int levels) {
		var heads = new byte[levels][];
		int length = 0;
		for (int i = levels - 1; i >= 0; i--) {
			heads[i] = new byte[] { (byte) tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length };
			length += heads[i].length;
		}
		var bytes = new ByteArrayOutputStream(length);
		for (byte[] head : heads) {
			bytes.writeBytes(head);
		}
		return bytes.toByteArray();
	}

	private static SafeBag wrapped(String alias, EncryptedPrivateKeyInfo key) {
		return new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, key, attributes(alias));
	}

	private static ASN1Set attributes(String alias) {
		return alias.isEmpty() ? null
				: new DERSet(new Attribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERSet(new DERBMPString(alias))));
	}

	private OutputEncryptor encryptor() {
		try {
			return new JcePKCSPBEOutputEncryptorBuilder(new PBKDF2Config.Builder().withPRF(PBKDF2Config.PRF_SHA256)
					.withIterationCount(FEW).build(), NISTObjectIdentifiers.id_aes256_CBC)
					.setProvider(new BouncyCastleProvider()).build(password.toCharArray());
		} catch (OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static byte[] encrypted(OutputEncryptor encryptor, byte[] clear) {
		var bytes = new ByteArrayOutputStream();
		try (var out = encryptor.getOutputStream(bytes)) {
			out.write(clear);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
		return bytes.toByteArray();
	}

	private MacData mac(byte[] content, byte[] salt) {
		try {
			var calculator = new BcPKCS12MacCalculatorBuilderProvider(
					BcDefaultDigestProvider.INSTANCE)
					.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, new PKCS12PBEParams(salt, FEW)))
					.build(password.toCharArray());
			try (var out = calculator.getOutputStream()) {
				out.write(content);
			}
			return new MacData(new DigestInfo(SHA_256, calculator.getMac()), salt, FEW);
		} catch (OperatorCreationException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static byte[] file(byte[] content, MacData mac) {
		var parts = new ASN1EncodableVector();
		parts.add(new ASN1Integer(3));
		parts.add(new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content)));
		if (mac != null) {
			parts.add(mac);
		}
		return der(new DERSequence(parts));
	}

	static byte[] der(ASN1Object object) {
		return encoded(object, ASN1Encoding.DER);
	}

	private static byte[] encoded(ASN1Object object, String encoding) {
		try {
			return object.getEncoded(encoding);
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
