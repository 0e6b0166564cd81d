package org.certbench.keystore.internal;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.certbench.core.Texts;
import org.certbench.keystore.KeystoreException;

/**
 * What a password-based algorithm costs, told from its parameters, which are in clear: nothing is
 * derived here.
 */
final class Derivation {

	static final ASN1ObjectIdentifier SHA_1 = OIWObjectIdentifiers.idSHA1;

	/** In bytes. Longer keys than any cipher or MAC takes would multiply the cost unseen. */
	private static final BigInteger LONGEST_KEY = BigInteger.valueOf(64);

	/** In bytes, by RFC 9579: a shorter one would let a MAC be guessed without the password. */
	private static final BigInteger SHORTEST_MAC_KEY = BigInteger.valueOf(20);

	private static final Set<ASN1ObjectIdentifier> PKCS12_PBE = Set.of(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
			PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC,
			PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC);

	/** Those that files may have and nothing here reads, by the names that people look for. */
	private static final Map<ASN1ObjectIdentifier, String> NAMES = Map.of(MiscObjectIdentifiers.id_scrypt, "scrypt",
			PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4, "PBE-SHA1-RC4-128", PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4,
			"PBE-SHA1-RC4-40", PKCSObjectIdentifiers.pbeWithMD5AndDES_CBC, "PBE-MD5-DES");

	/** The digests under PBKDF2's functions. */
	private static final Map<ASN1ObjectIdentifier, ASN1ObjectIdentifier> DIGESTS = Map.of(
			PKCSObjectIdentifiers.id_hmacWithSHA1, SHA_1, PKCSObjectIdentifiers.id_hmacWithSHA224, NISTObjectIdentifiers.id_sha224,
			PKCSObjectIdentifiers.id_hmacWithSHA256, NISTObjectIdentifiers.id_sha256, PKCSObjectIdentifiers.id_hmacWithSHA384,
			NISTObjectIdentifiers.id_sha384, PKCSObjectIdentifiers.id_hmacWithSHA512, NISTObjectIdentifiers.id_sha512);

	private Derivation() {
	}

	/** Something that nothing here can read, and what it is: in the field's own word, or in the user's language. */
	static final class Unknown extends Exception {
		private static final long serialVersionUID = 1L;

		Unknown(String what) {
			super(what);
		}

		/** An algorithm; one that has no name here is told by its object identifier. */
		Unknown(ASN1ObjectIdentifier algorithm) {
			this(name(algorithm).equals(algorithm.getId())
					? Texts.of(KeystoreException.class).get("unsupported.algorithm", algorithm.getId()) : name(algorithm));
		}
	}

	/**
	 * The iterations of an encryption or of PBMAC1.
	 *
	 * @throws IllegalArgumentException where the parameters are not of the algorithm's form
	 */
	static BigInteger iterations(AlgorithmIdentifier algorithm) throws Unknown {
		var id = algorithm.getAlgorithm();
		if (id.equals(PKCSObjectIdentifiers.id_PBES2)) {
			return iterations(PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
		}
		if (id.equals(PKCSObjectIdentifiers.id_PBMAC1)) {
			var function = KeyDerivationFunc.getInstance(
					PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc());
			var iterations = iterations(function);
			macKeyLength(function);
			return iterations;
		}
		if (PKCS12_PBE.contains(id)) {
			return positive(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
		}
		throw new Unknown(id);
	}

	private static BigInteger iterations(KeyDerivationFunc function) throws Unknown {
		if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
			throw new Unknown(function.getAlgorithm());
		}
		var parameters = PBKDF2Params.getInstance(function.getParameters());
		digest(parameters);
		if (parameters.getKeyLength() != null && parameters.getKeyLength().compareTo(LONGEST_KEY) > 0) {
			throw keyLength("PBKDF2", parameters);
		}
		return positive(parameters.getIterationCount());
	}

	/** The digest under PBKDF2. */
	static ASN1ObjectIdentifier digest(PBKDF2Params parameters) throws Unknown {
		var function = parameters.getPrf().getAlgorithm();
		if (!DIGESTS.containsKey(function)) {
			throw new Unknown("PBKDF2, " + name(function));
		}
		return DIGESTS.get(function);
	}

	/** The length of PBMAC1's key in bytes. */
	static int macKeyLength(KeyDerivationFunc function) throws Unknown {
		var parameters = PBKDF2Params.getInstance(function.getParameters());
		if (parameters.getKeyLength() == null || parameters.getKeyLength().compareTo(SHORTEST_MAC_KEY) < 0) {
			throw keyLength("PBMAC1", parameters);
		}
		return parameters.getKeyLength().intValueExact();
	}

	private static Unknown keyLength(String algorithm, PBKDF2Params parameters) {
		return new Unknown(algorithm + ", " + parameters.getKeyLength() + " bytes");
	}

	static BigInteger positive(BigInteger iterations) {
		if (iterations.signum() <= 0) {
			throw new IllegalArgumentException("iterations: " + iterations);
		}
		return iterations;
	}

	/** The name of an algorithm, or its object identifier where it has none here. */
	static String name(ASN1ObjectIdentifier algorithm) {
		var name = NAMES.get(algorithm);
		return name == null ? new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm) : name;
	}
}
