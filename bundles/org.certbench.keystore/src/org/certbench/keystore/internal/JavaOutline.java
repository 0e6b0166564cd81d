package org.certbench.keystore.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.certbench.core.Texts;
import org.certbench.keystore.KeystoreException;

/**
 * What a file of the JDK's old formats, JKS and JCEKS, shows in clear: all but its keys. It is read here
 * before the JDK reads it, which believes every length that stands in a file, derives whatever the file asks
 * for, and makes Java objects of what strangers wrote.
 *
 * @param entries in the order of the file
 */
record JavaOutline(List<Entry> entries) {

	private static final String X_509 = "X.509";
	private static final int PRIVATE_KEY = 1;
	private static final int TRUSTED = 2;
	private static final int SECRET_KEY = 3;

	/**
	 * An entry.
	 *
	 * @param created      nothing where the file tells no moment that can be
	 * @param wrappedKey   DER of the encrypted key; null for a certificate that is an entry of its own
	 * @param certificates the key's chain, leaf first, or the one certificate
	 */
	record Entry(String alias, Optional<Instant> created, byte[] wrappedKey, List<X509Certificate> certificates) {

		boolean isKey() {
			return wrappedKey != null;
		}

		/**
		 * Iterations of the key's derivation: only JCEKS has any.
		 *
		 * @throws IllegalArgumentException where the key is not of the form agreed
		 */
		BigInteger iterations() {
			var parameters = EncryptedPrivateKeyInfo.getInstance(wrappedKey).getEncryptionAlgorithm().getParameters();
			return parameters instanceof ASN1Sequence ? PKCS12PBEParams.getInstance(parameters).getIterations()
					: BigInteger.ZERO;
		}
	}

	/**
	 * Reads the structure.
	 *
	 * @throws IOException       where the bytes are broken
	 * @throws Derivation.Unknown for a secret key, which such a file holds as a Java object
	 */
	static JavaOutline read(StoredFile stored) throws IOException, CertificateException, Derivation.Unknown, KeystoreException {
		var in = new DataInputStream(new ByteArrayInputStream(stored.bytes()));
		in.readInt();
		boolean namesTypes = in.readInt() != 1;
		int count = in.readInt();
		StoredFile.checkEntries(stored.file(), count);
		var entries = new ArrayList<Entry>();
		int things = 0;
		for (int i = 0; i < count; i++) {
			var entry = entry(in, namesTypes);
			things += 1 + entry.certificates().size();
			StoredFile.checkEntries(stored.file(), things);
			entries.add(entry);
		}
		return new JavaOutline(List.copyOf(entries));
	}

	private static Entry entry(DataInputStream in, boolean namesTypes)
			throws IOException, CertificateException, Derivation.Unknown {
		int kind = in.readInt();
		var alias = in.readUTF();
		var created = BagAttributes.moment(in.readLong());
		return switch (kind) {
			case PRIVATE_KEY -> new Entry(alias, created, block(in), certificates(in, in.readInt(), namesTypes));
			case TRUSTED -> new Entry(alias, created, null, certificates(in, 1, namesTypes));
			case SECRET_KEY -> throw new Derivation.Unknown(Texts.of(KeystoreException.class).get("unsupported.secretKey"));
			default -> throw new IOException("no such kind of entry: " + kind);
		};
	}

	private static List<X509Certificate> certificates(DataInputStream in, int count, boolean namesTypes)
			throws IOException, CertificateException {
		var certificates = new ArrayList<X509Certificate>();
		for (int i = 0; i < count; i++) {
			if (namesTypes && !in.readUTF().equals(X_509)) {
				throw new CertificateException("not an X.509 certificate");
			}
			certificates.add((X509Certificate) CertificateFactory.getInstance(X_509)
					.generateCertificate(new ByteArrayInputStream(block(in))));
		}
		return List.copyOf(certificates);
	}

	private static byte[] block(DataInputStream in) throws IOException {
		int length = in.readInt();
		if (length < 0 || length > in.available()) {
			throw new EOFException("a block of " + length + " bytes");
		}
		return in.readNBytes(length);
	}

	/** The keys. */
	Stream<Entry> keys() {
		return entries.stream().filter(Entry::isKey);
	}
}
