package org.certbench.keystore.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.pkcs.SecretBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.certbench.core.Texts;
import org.certbench.keystore.KeystoreException;

/**
 * What a PKCS#12 file shows in clear (RFC 7292 section 4): its safes, the bags of those that are
 * not encrypted, and with which algorithms and counts everything else is protected.
 *
 * @param authenticatedSafe the bytes over which the MAC is made
 * @param safes             each either plain or encrypted
 * @param mac               or null for none
 */
record Pkcs12Outline(byte[] authenticatedSafe, List<Safe> safes, MacData mac) {

	/** A part of the file. */
	sealed interface Safe {
	}

	/** A safe in clear; its keys are encrypted each on its own. */
	record Plain(List<SafeBag> bags) implements Safe {
	}

	/** A safe that is encrypted as a whole. */
	record Encrypted(AlgorithmIdentifier algorithm, byte[] content) implements Safe {
	}

	/**
	 * Reads the structure. Where the bytes are broken, this and all that reads on from it fails with
	 * {@link IOException} or with whatever {@link RuntimeException} the parser stumbled over.
	 *
	 * @throws Derivation.Unknown where it is protected with public keys instead of a password
	 */
	static Pkcs12Outline read(byte[] file) throws IOException, Derivation.Unknown {
		var pfx = Pfx.getInstance(new ASN1InputStream(file).readObject());
		var authenticated = contentOf(pfx.getAuthSafe());
		var safes = new ArrayList<Safe>();
		for (ASN1Encodable each : ASN1Sequence.getInstance(authenticated)) {
			safes.add(safe(ContentInfo.getInstance(each)));
		}
		return new Pkcs12Outline(authenticated, List.copyOf(safes), pfx.getMacData());
	}

	private static Safe safe(ContentInfo content) throws Derivation.Unknown {
		if (!content.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
			return new Plain(bags(contentOf(content)));
		}
		var data = EncryptedData.getInstance(content.getContent());
		return new Encrypted(data.getEncryptionAlgorithm(), data.getContent().getOctets());
	}

	private static byte[] contentOf(ContentInfo content) throws Derivation.Unknown {
		if (!content.getContentType().equals(PKCSObjectIdentifiers.data)) {
			throw new Derivation.Unknown(Texts.of(KeystoreException.class).get("unsupported.publicKey"));
		}
		return ASN1OctetString.getInstance(content.getContent()).getOctets();
	}

	/** The bags of a safe's decrypted content. */
	static List<SafeBag> bags(byte[] content) {
		return Stream.of(ASN1Sequence.getInstance(content).toArray()).map(SafeBag::getInstance).toList();
	}

	/** The wrapped key in a bag, where the bag is one of a private key or of a JDK's secret key. */
	static Optional<EncryptedPrivateKeyInfo> wrappedKey(SafeBag bag) {
		if (bag.getBagId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
			return Optional.of(EncryptedPrivateKeyInfo.getInstance(bag.getBagValue()));
		}
		if (bag.getBagId().equals(PKCSObjectIdentifiers.secretBag)) {
			var secret = SecretBag.getInstance(bag.getBagValue());
			if (secret.getSecretTypeId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
				return Optional.of(EncryptedPrivateKeyInfo
						.getInstance(ASN1OctetString.getInstance(secret.getSecretValue()).getOctets()));
			}
		}
		return Optional.empty();
	}

	/** The bags in clear. */
	Stream<SafeBag> plainBags() {
		return safes.stream().filter(Plain.class::isInstance).flatMap(safe -> ((Plain) safe).bags().stream());
	}

	/** How many things it holds, as far as that is in clear: bags, and safes whose bags are not. */
	int entries() {
		return safes.stream().mapToInt(safe -> safe instanceof Plain plain ? Math.max(1, plain.bags().size()) : 1).sum();
	}

	/** Iterations of the MAC's key derivation; 0 for no MAC. */
	BigInteger macIterations() throws Derivation.Unknown {
		if (mac == null) {
			return BigInteger.ZERO;
		}
		return usesPbmac1() ? Derivation.iterations(macAlgorithm()) : Derivation.positive(mac.getIterationCount());
	}

	/** Iterations of all that must be derived, see {@link #derivations()}. */
	BigInteger totalIterations() throws Derivation.Unknown {
		return derivations().stream().reduce(BigInteger.ZERO, BigInteger::add);
	}

	/**
	 * Iterations of each derivation, as far as they are in clear: a wrapped key inside an encrypted safe
	 * shows its own only after that was opened.
	 */
	List<BigInteger> derivations() throws Derivation.Unknown {
		var derivations = new ArrayList<BigInteger>();
		derivations.add(macIterations());
		for (var safe : safes) {
			switch (safe) {
				case Plain plain -> derivations.addAll(derivations(plain.bags()));
				case Encrypted encrypted -> derivations.add(Derivation.iterations(encrypted.algorithm()));
			}
		}
		return derivations;
	}

	/** Iterations of each wrapped key among the bags. */
	static List<BigInteger> derivations(List<SafeBag> bags) throws Derivation.Unknown {
		var derivations = new ArrayList<BigInteger>();
		for (var bag : bags) {
			var wrapped = wrappedKey(bag);
			if (wrapped.isPresent()) {
				derivations.add(Derivation.iterations(wrapped.get().getEncryptionAlgorithm()));
			}
		}
		return derivations;
	}

	/** PBMAC1 of RFC 9579, which the JDK up to 25 cannot read. */
	boolean usesPbmac1() {
		return macAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBMAC1);
	}

	AlgorithmIdentifier macAlgorithm() {
		return mac.getMac().getAlgorithmId();
	}

	/** As the JDK names it, e.g. {@code HmacPBESHA256}; empty for no MAC. */
	String macName() {
		if (mac == null) {
			return "";
		}
		return usesPbmac1() ? "PBMAC1" : "HmacPBE" + Derivation.name(macAlgorithm().getAlgorithm());
	}
}
