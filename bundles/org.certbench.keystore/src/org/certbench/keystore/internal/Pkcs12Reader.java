package org.certbench.keystore.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.keystore.KeystoreException;

/**
 * Opens PKCS#12 files, and tells each way of failing apart. It works on the structure itself:
 * {@code java.security.KeyStore} reports a wrong password and a damaged file alike, reads no
 * PBMAC1, starts deriving before one knows what it costs, and drops what it does not know.
 */
final class Pkcs12Reader {

	/**
	 * The most that is derived for one file: some ten seconds of work, in which the person can stop it.
	 * Honest files stay below: the JDK's ask for 10,000 in each part, Bouncy Castle's for 1,200,000,
	 * which leaves room for a dozen of keys.
	 */
	static final BigInteger BUDGET = BigInteger.valueOf(20_000_000);

	/** The most for one derivation: neither the JDK nor Bouncy Castle reads what asks for more. */
	private static final BigInteger MOST_AT_ONCE = BigInteger.valueOf(5_000_000);

	private final Path file;
	private final PasswordCipher cipher;
	private BigInteger cost = BigInteger.ZERO;

	private Pkcs12Reader(Path file, PasswordCipher cipher) {
		this.file = file;
		this.cipher = cipher;
	}

	/** What a file holds. */
	static Contents read(StoredFile stored, char[] password, Progress progress) throws KeystoreException, Cancelled {
		var file = stored.file();
		try {
			return new Pkcs12Reader(file, new PasswordCipher(password, progress)).read(Pkcs12Outline.read(stored.bytes()));
		} catch (StoppableDigest.Stopped stopped) {
			throw new Cancelled();
		} catch (Derivation.Unknown e) {
			throw new KeystoreException.Unsupported(file, e.getMessage(), e);
		} catch (IOException | CertificateException | RuntimeException e) {
			throw new KeystoreException.Damaged(file, e);
		}
	}

	private Contents read(Pkcs12Outline outline)
			throws IOException, CertificateException, Derivation.Unknown, KeystoreException {
		check(outline);
		checkPassword(outline);
		var bags = new ArrayList<SafeBag>();
		for (var safe : outline.safes()) {
			switch (safe) {
				case Pkcs12Outline.Plain plain -> bags.addAll(plain.bags());
				case Pkcs12Outline.Encrypted encrypted -> {
					var inside = Pkcs12Outline.bags(open(encrypted));
					charge(Pkcs12Outline.derivations(inside));
					bags.addAll(inside);
				}
			}
			StoredFile.checkEntries(file, bags.size());
		}
		return contents(bags);
	}

	/** Tells why no password opens a file. */
	static void check(Path file, Pkcs12Outline outline) throws Derivation.Unknown, KeystoreException {
		new Pkcs12Reader(file, null).check(outline);
	}

	/** All that can be checked before anything is derived. */
	private void check(Pkcs12Outline outline) throws Derivation.Unknown, KeystoreException {
		StoredFile.checkEntries(file, outline.entries());
		charge(outline.derivations());
		if (outline.mac() == null && encryptedParts(outline).isEmpty()) {
			throw new KeystoreException.Unsupported(file, Texts.of(KeystoreException.class).get("unsupported.noProtection"),
					null);
		}
	}

	private void charge(List<BigInteger> derivations) throws KeystoreException {
		cost = derivations.stream().reduce(cost, BigInteger::add);
		if (cost.compareTo(BUDGET) > 0 || derivations.stream().anyMatch(each -> each.compareTo(MOST_AT_ONCE) > 0)) {
			throw new KeystoreException.TooExpensive(file, cost);
		}
	}

	/**
	 * The MAC proves the password and the integrity together. Where it fails and the password does
	 * decrypt, it is the integrity that is lost. Without a MAC, only what is encrypted can tell.
	 */
	private void checkPassword(Pkcs12Outline outline) throws KeystoreException, Derivation.Unknown {
		if (outline.mac() != null && isMacRight(outline)) {
			return;
		}
		if (!decryptsAny(encryptedParts(outline))) {
			throw new KeystoreException.WrongPassword(file, null);
		}
		if (outline.mac() != null) {
			throw new KeystoreException.Damaged(file, null);
		}
	}

	private boolean isMacRight(Pkcs12Outline outline) throws Derivation.Unknown {
		return MessageDigest.isEqual(cipher.mac(outline), outline.mac().getMac().getDigest());
	}

	private static List<Pkcs12Outline.Encrypted> encryptedParts(Pkcs12Outline outline) {
		var safes = outline.safes().stream().filter(Pkcs12Outline.Encrypted.class::isInstance)
				.map(Pkcs12Outline.Encrypted.class::cast);
		var keys = outline.plainBags().flatMap(bag -> Pkcs12Outline.wrappedKey(bag).stream())
				.map(Pkcs12Reader::encryptedPart);
		return Stream.concat(safes, keys).toList();
	}

	private static Pkcs12Outline.Encrypted encryptedPart(EncryptedPrivateKeyInfo key) {
		return new Pkcs12Outline.Encrypted(key.getEncryptionAlgorithm(), key.getEncryptedData());
	}

	private boolean decryptsAny(List<Pkcs12Outline.Encrypted> parts) throws Derivation.Unknown {
		for (var part : parts) {
			try {
				decrypt(part);
				return true;
			} catch (StoppableDigest.Stopped stopped) {
				throw stopped;
			} catch (IOException | RuntimeException e) {
				continue;
			}
		}
		return false;
	}

	/**
	 * A wrong password may leave right padding by chance, one time in 256, but hardly the frame of a structure too.
	 * What is inside of that may well be damaged.
	 */
	private byte[] decrypt(Pkcs12Outline.Encrypted part) throws IOException, Derivation.Unknown {
		var content = cipher.decrypt(part);
		try (var frame = new ASN1InputStream(content, true)) {
			if (!(frame.readObject() instanceof ASN1Sequence) || frame.available() > 0) {
				throw new IOException("decrypts to nothing that could be meant");
			}
		}
		return content;
	}

	/**
	 * The file's password is right when this is called, so a part that does not open has its own; or its
	 * program wrote accents in two ways, as the MAC and the parts take the password in different forms.
	 */
	private byte[] open(Pkcs12Outline.Encrypted part) throws Derivation.Unknown, KeystoreException {
		try {
			return decrypt(part);
		} catch (IOException e) {
			var what = cipher.isOfAscii() ? "unsupported.ownPassword" : "unsupported.accents";
			throw new KeystoreException.Unsupported(file, Texts.of(KeystoreException.class).get(what), e);
		}
	}

	private Contents contents(List<SafeBag> safeBags)
			throws IOException, CertificateException, Derivation.Unknown, KeystoreException {
		var bags = new ArrayList<Bag>();
		for (var bag : safeBags) {
			bags.add(bag(bag, BagAttributes.of(bag.getBagAttributes())));
		}
		return new Contents(bags);
	}

	private Bag bag(SafeBag bag, BagAttributes attributes)
			throws IOException, CertificateException, Derivation.Unknown, KeystoreException {
		var id = bag.getBagId();
		if (id.equals(PKCSObjectIdentifiers.keyBag)) {
			return new Bag.Key(PrivateKeyInfo.getInstance(bag.getBagValue()), attributes);
		}
		if (id.equals(PKCSObjectIdentifiers.safeContentsBag)) {
			throw new Derivation.Unknown(Texts.of(KeystoreException.class).get("unsupported.nested"));
		}
		var wrapped = Pkcs12Outline.wrappedKey(bag);
		if (wrapped.isPresent()) {
			var key = PrivateKeyInfo.getInstance(open(encryptedPart(wrapped.get())));
			return id.equals(PKCSObjectIdentifiers.secretBag) ? new Bag.SecretKey(key, attributes)
					: new Bag.Key(key, attributes);
		}
		if (id.equals(PKCSObjectIdentifiers.certBag)) {
			var certificate = CertBag.getInstance(bag.getBagValue());
			if (certificate.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
				return new Bag.Certificate(certificate(certificate), attributes);
			}
		}
		return new Bag.Other(bag);
	}

	static X509Certificate certificate(CertBag bag) throws CertificateException {
		byte[] der = ASN1OctetString.getInstance(bag.getCertValue()).getOctets();
		return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
	}
}
