package org.certbench.keystore.internal;

import java.math.BigInteger;
import java.util.Set;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;

/**
 * What a password-based algorithm costs, told from its parameters, which are in clear: nothing is
 * derived here.
 */
final class Derivation {

	/** Longer keys than any cipher or MAC takes would multiply the cost unseen. */
	private static final BigInteger LONGEST_KEY = BigInteger.valueOf(64);

	private static final Set<ASN1ObjectIdentifier> PKCS12_PBE = Set.of(PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4,
			PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4, PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
			PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC,
			PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC);

	private Derivation() {
	}

	/** An algorithm that nothing here can derive a key for; the message is its name. */
	static final class Unknown extends Exception {
		private static final long serialVersionUID = 1L;

		Unknown(String algorithm) {
			super(algorithm);
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
			return iterations(KeyDerivationFunc.getInstance(
					PBMAC1Params.getInstance(algorithm.getParameters()).getKeyDerivationFunc()));
		}
		if (PKCS12_PBE.contains(id)) {
			return positive(PKCS12PBEParams.getInstance(algorithm.getParameters()).getIterations());
		}
		throw new Unknown(name(id));
	}

	private static BigInteger iterations(KeyDerivationFunc function) throws Unknown {
		if (!function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
			throw new Unknown(name(function.getAlgorithm()));
		}
		var parameters = PBKDF2Params.getInstance(function.getParameters());
		if (parameters.getKeyLength() != null && parameters.getKeyLength().compareTo(LONGEST_KEY) > 0) {
			throw new Unknown("PBKDF2, " + parameters.getKeyLength() + " bytes");
		}
		return positive(parameters.getIterationCount());
	}

	static BigInteger positive(BigInteger iterations) {
		if (iterations.signum() <= 0) {
			throw new IllegalArgumentException("iterations: " + iterations);
		}
		return iterations;
	}

	/** The name of an algorithm, or its object identifier where it has none here. */
	static String name(ASN1ObjectIdentifier algorithm) {
		return new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm);
	}
}
