package org.certbench.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Makes files of the JDK's old formats piece by piece, as the JDK would not. Not thread-safe. */
public final class JavaForge {

	private static final int JKS = 0xfeedfeed;
	private static final int JCEKS = 0xcececece;
	/** How JCEKS protects keys. */
	private static final ASN1ObjectIdentifier PBE_MD5_3DES = new ASN1ObjectIdentifier("1.3.6.1.4.1.42.2.19.1");

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final DataOutputStream out = new DataOutputStream(bytes);
	private long created = 1_700_000_000_000L;

	private JavaForge(int magic, int entries) {
		numbers(magic, 2, entries);
	}

	/** @param entries that it says to hold */
	public static JavaForge jks(int entries) {
		return new JavaForge(JKS, entries);
	}

	/** @param entries that it says to hold */
	public static JavaForge jceks(int entries) {
		return new JavaForge(JCEKS, entries);
	}

	/** When all entries from now on were made, in milliseconds since 1970. */
	public JavaForge created(long moment) {
		created = moment;
		return this;
	}

	/** A key that nobody can unwrap, whose derivation costs so much. */
	public JavaForge key(String alias, int iterations, X509Certificate... chain) {
		var algorithm = new AlgorithmIdentifier(PBE_MD5_3DES, new PKCS12PBEParams(new byte[8], iterations));
		entry(1, alias).block(Pkcs12Forge.der(new EncryptedPrivateKeyInfo(algorithm, new byte[16]))).numbers(chain.length);
		List.of(chain).forEach(this::certificate);
		return this;
	}

	public JavaForge trusted(String alias, X509Certificate certificate) {
		return entry(2, alias).certificate(certificate);
	}

	/** The beginning of an entry: its kind, its alias, when it was made. */
	public JavaForge entry(int kind, String alias) {
		return numbers(kind).write(() -> {
			out.writeUTF(alias);
			out.writeLong(created);
		});
	}

	public JavaForge numbers(int... numbers) {
		return write(() -> {
			for (int number : numbers) {
				out.writeInt(number);
			}
		});
	}

	public JavaForge block(byte[] content) {
		return numbers(content.length).write(() -> out.write(content));
	}

	/** What was written so far. */
	public byte[] unfinished() {
		return bytes.toByteArray();
	}

	/** With the digest by which the JDK knows the password. */
	public byte[] finished(String password) {
		try {
			var digest = MessageDigest.getInstance("SHA-1");
			digest.update(password.getBytes(StandardCharsets.UTF_16BE));
			digest.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
			bytes.writeBytes(digest.digest(bytes.toByteArray()));
			return bytes.toByteArray();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private JavaForge certificate(X509Certificate certificate) {
		try {
			return write(() -> out.writeUTF("X.509")).block(certificate.getEncoded());
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private interface Writing {
		void run() throws IOException;
	}

	private JavaForge write(Writing writing) {
		try {
			writing.run();
			return this;
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
