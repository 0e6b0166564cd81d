package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.certbench.testing.KeySigner;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A signer behind the JCA")
class SignerProviderTest {

	private static final byte[] DATA = "a contract".getBytes(StandardCharsets.UTF_8);
	private static final Holder JANE = Holder.of(Identifier.ssin("85999900189"));

	static Stream<KeySigner> signers() {
		return Stream.of(signer(TestKeys.rsa("signer")), signer(TestKeys.ec("signer")));
	}

	@ParameterizedTest
	@MethodSource("signers")
	@DisplayName("signs in the form of XML, and in the form of CMS")
	void forms(KeySigner signer) throws Exception {
		for (var algorithm : List.of(signer.scheme().rawJcaName(), signer.scheme().jcaName())) {
			// several, since each curve point has its own length in DER
			for (var data : IntStream.range(0, 20).mapToObj(i -> new byte[i]).toList()) {
				assertTrue(verify(algorithm, signer, data, sign(algorithm, signer, data)), algorithm);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("signers")
	@DisplayName("signs CMS by Bouncy Castle")
	void cms(KeySigner signer) throws Exception {
		var content = new JcaContentSignerBuilder(signer.scheme().jcaName()).setProvider(new SignerProvider(signer))
				.build(SignerProvider.key(signer));
		var generator = new CMSSignedDataGenerator();
		generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
				.build(content, signer.certificate()));
		generator.addCertificates(new JcaCertStore(signer.chain()));

		var signed = new CMSSignedData(generator.generate(new CMSProcessableByteArray(DATA), true).getEncoded());

		assertArrayEquals(DATA, (byte[]) signed.getSignedContent().getContent());
		assertTrue(signed.getSignerInfos().getSigners().iterator().next()
				.verify(new JcaSimpleSignerInfoVerifierBuilder().build(signer.certificate().getPublicKey())));
	}

	@Test
	@DisplayName("what the signer throws comes out again")
	void failure() throws Exception {
		var cancelled = new Cancelled();
		var signer = new Refusing(signer(TestKeys.ec("signer")).chain(), cancelled);
		var failure = assertThrows(SignatureException.class, () -> sign(signer.scheme().jcaName(), signer, DATA));
		assertSame(cancelled, assertThrows(Cancelled.class, () -> SignerProvider.rethrowProblem(failure)));
	}

	@Test
	@DisplayName("takes no other key")
	void otherKey() throws Exception {
		var signer = signer(TestKeys.rsa("signer"));
		var signature = Signature.getInstance(signer.scheme().jcaName(), new SignerProvider(signer));
		assertThrows(InvalidKeyException.class, () -> signature.initSign(TestKeys.rsa("another").getPrivate()));
	}

	private static byte[] sign(String algorithm, Signer signer, byte[] data) throws GeneralSecurityException {
		var signature = Signature.getInstance(algorithm, new SignerProvider(signer));
		signature.initSign(SignerProvider.key(signer));
		signature.update(data);
		return signature.sign();
	}

	private static boolean verify(String algorithm, Signer signer, byte[] data, byte[] value) throws GeneralSecurityException {
		var signature = Signature.getInstance(algorithm);
		signature.initVerify(signer.certificate().getPublicKey());
		signature.update(data);
		return signature.verify(value);
	}
	/** Signs nothing. */
	private record Refusing(List<X509Certificate> chain, ProblemException problem) implements Signer {

		@Override
		public boolean usableIn(Environment environment) {
			return true;
		}

		@Override
		public byte[] sign(byte[] data) throws ProblemException {
			throw problem;
		}
	}

	/** With a certificate for the key. */
	private static KeySigner signer(KeyPair keys) {
		return new KeySigner(keys.getPrivate(), TestPki.ec().issue(JANE, "JANE DOE", keys.getPublic()));
	}
}
