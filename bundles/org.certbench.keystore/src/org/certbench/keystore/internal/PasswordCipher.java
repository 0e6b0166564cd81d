package org.certbench.keystore.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.operator.DefaultSecretKeySizeProvider;
import org.bouncycastle.operator.MacCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilderProvider;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEInputDecryptorProviderBuilder;
import org.certbench.core.Progress;

/**
 * What can be done with a file's password: decrypting its parts, and computing its MAC. Nothing else takes
 * long in a keystore, and each of it ends with {@link StoppableDigest.Stopped} where the person wants to stop.
 * Not thread-safe.
 */
final class PasswordCipher {

	private final char[] password;
	private final StoppableDigest.Pace pace;

	/** @param password read while this object is used, not kept by it */
	PasswordCipher(char[] password, Progress progress) {
		this.password = password;
		this.pace = new StoppableDigest.Pace(progress);
	}

	/** Whether all programs write this password in the same way. */
	boolean isOfAscii() {
		return CharBuffer.wrap(password).chars().allMatch(character -> character < 0x80);
	}

	/**
	 * Decrypts a part.
	 *
	 * @throws IOException where the password is not the part's own
	 */
	byte[] decrypt(Pkcs12Outline.Encrypted part) throws IOException, Derivation.Unknown {
		return part.algorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)
				? pbes2(PBES2Parameters.getInstance(part.algorithm().getParameters()), part.content())
				: pkcs12(part);
	}

	/** The MAC that a file should have. */
	byte[] mac(Pkcs12Outline outline) throws Derivation.Unknown {
		return outline.usesPbmac1()
				? pbmac1(PBMAC1Params.getInstance(outline.macAlgorithm().getParameters()), outline.authenticatedSafe())
				: pkcs12Mac(outline);
	}

	private byte[] pbes2(PBES2Parameters parameters, byte[] content) throws IOException, Derivation.Unknown {
		var encryption = parameters.getEncryptionScheme();
		var scheme = new AlgorithmIdentifier(encryption.getAlgorithm(), encryption.getParameters());
		int bits = DefaultSecretKeySizeProvider.INSTANCE.getKeySize(scheme);
		if (bits <= 0 || scheme.getParameters() == null) {
			throw unknown(scheme);
		}
		byte[] key = pbkdf2(parameters.getKeyDerivationFunc(), bits);
		try {
			var algorithm = scheme.getAlgorithm().getId();
			var cipherParameters = AlgorithmParameters.getInstance(algorithm, BouncyCastle.provider());
			cipherParameters.init(scheme.getParameters().toASN1Primitive().getEncoded());
			var cipher = Cipher.getInstance(algorithm, BouncyCastle.provider());
			cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, algorithm), cipherParameters);
			return cipher.doFinal(content);
		} catch (BadPaddingException | IllegalBlockSizeException e) {
			throw new IOException("does not decrypt", e);
		} catch (GeneralSecurityException e) {
			throw unknown(scheme);
		} finally {
			Arrays.fill(key, (byte) 0);
		}
	}

	private byte[] pkcs12(Pkcs12Outline.Encrypted part) throws IOException, Derivation.Unknown {
		var decryptors = new BcPKCS12PBEInputDecryptorProviderBuilder(digest(Derivation.SHA_1)).build(password);
		try (var in = decryptors.get(part.algorithm()).getInputStream(new ByteArrayInputStream(part.content()))) {
			return in.readAllBytes();
		} catch (OperatorCreationException e) {
			throw unknown(part.algorithm());
		}
	}

	private byte[] pkcs12Mac(Pkcs12Outline outline) throws Derivation.Unknown {
		var algorithm = outline.macAlgorithm();
		var parameters = new PKCS12PBEParams(outline.mac().getSalt(), outline.mac().getIterationCount().intValueExact());
		try {
			var calculator = new BcPKCS12MacCalculatorBuilderProvider(any -> stoppable(algorithm))
					.get(new AlgorithmIdentifier(algorithm.getAlgorithm(), parameters)).build(password);
			return mac(calculator, outline.authenticatedSafe());
		} catch (OperatorCreationException e) {
			throw new Derivation.Unknown(outline.macName());
		}
	}

	private static byte[] mac(MacCalculator calculator, byte[] content) {
		try (var out = calculator.getOutputStream()) {
			out.write(content);
		} catch (IOException e) {
			throw new IllegalStateException("memory does not fail", e);
		}
		return calculator.getMac();
	}

	/** RFC 9579. */
	private byte[] pbmac1(PBMAC1Params parameters, byte[] content) throws Derivation.Unknown {
		var function = KeyDerivationFunc.getInstance(parameters.getKeyDerivationFunc());
		byte[] key = pbkdf2(function, Byte.SIZE * Derivation.macKeyLength(function));
		try {
			var algorithm = parameters.getMessageAuthScheme().getAlgorithm().getId();
			var mac = Mac.getInstance(algorithm, BouncyCastle.provider());
			mac.init(new SecretKeySpec(key, algorithm));
			return mac.doFinal(content);
		} catch (GeneralSecurityException e) {
			throw unknown(parameters.getMessageAuthScheme());
		} finally {
			Arrays.fill(key, (byte) 0);
		}
	}

	private byte[] pbkdf2(KeyDerivationFunc function, int bits) throws Derivation.Unknown {
		var parameters = PBKDF2Params.getInstance(function.getParameters());
		var generator = new PKCS5S2ParametersGenerator(digest(Derivation.digest(parameters)));
		byte[] characters = utf8();
		try {
			generator.init(characters, parameters.getSalt(), parameters.getIterationCount().intValueExact());
			return ((KeyParameter) generator.generateDerivedMacParameters(bits)).getKey();
		} finally {
			Arrays.fill(characters, (byte) 0);
		}
	}

	/** As all programs of today write it here; the older functions take two bytes for each character. */
	private byte[] utf8() {
		var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
		byte[] bytes = new byte[encoded.remaining()];
		encoded.get(bytes);
		Arrays.fill(encoded.array(), (byte) 0);
		return bytes;
	}

	private StoppableDigest digest(ASN1ObjectIdentifier algorithm) throws Derivation.Unknown {
		try {
			return stoppable(new AlgorithmIdentifier(algorithm));
		} catch (OperatorCreationException e) {
			throw new Derivation.Unknown(algorithm);
		}
	}

	private StoppableDigest stoppable(AlgorithmIdentifier algorithm) throws OperatorCreationException {
		return new StoppableDigest(BcDefaultDigestProvider.INSTANCE.get(algorithm), pace);
	}

	private static Derivation.Unknown unknown(AlgorithmIdentifier algorithm) {
		return new Derivation.Unknown(algorithm.getAlgorithm());
	}
}
