package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a certificate can be renewed, what is remembered of it, and what follows from its key. */
class TimesAndKeysTest {

	private static final Instant END = Instant.parse("2026-05-31T10:00:00Z");
	private static final RenewalWindow WINDOW = RenewalWindow.assumedBefore(END);

	@Test
	@DisplayName("M20: where the authority does not tell, the window opens three months before the end")
	void assumedWindow() {
		assertEquals(new RenewalWindow(Instant.parse("2026-02-28T10:00:00Z"), END), WINDOW);
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-28T09:59:59Z, false", "2026-02-28T10:00:00Z, true", "2026-05-31T10:00:00Z, true",
			"2026-05-31T10:00:01Z, false" })
	void bothEndsBelongToTheWindow(Instant moment, boolean inside) {
		assertEquals(inside, WINDOW.contains(moment));
	}

	@ParameterizedTest
	@CsvSource({ "2026-05-31T10:00:00Z, 0", "2026-05-30T10:00:00Z, 1", "2026-05-30T10:00:01Z, 0", "2026-05-31T10:00:01Z, -1",
			"2026-06-01T10:00:00Z, -1", "2026-06-01T10:00:01Z, -2" })
	@DisplayName("days left are whole days, rounded down, and negative after the end")
	void daysLeft(Instant moment, long days) {
		assertEquals(days, WINDOW.daysLeft(moment));
	}

	@Test
	void factsOfACertificate() {
		var holder = Holder.parse("NIHII-AMBU_SERVICE=79690052");
		var key = TestKeys.rsa("facts").getPublic();
		var certificate = TestPki.ec().issue(holder, "Nowhere", key).getFirst();

		var facts = CertificateFacts.of(certificate);

		assertEquals(new HolderSubject(holder, "NOWHERE"), facts.holder().orElseThrow());
		assertEquals(KeyIdentifier.of(key), facts.keyIdentifier());
		assertEquals(certificate.getSerialNumber(), facts.serial());
		assertEquals(certificate.getNotBefore().toInstant(), facts.notBefore());
		assertEquals(certificate.getNotAfter().toInstant(), facts.notAfter());
	}

	@ParameterizedTest
	@MethodSource("keys")
	@DisplayName("the identifier of a key is the subject key identifier that Bouncy Castle computes")
	void keyIdentifier(PublicKey key) throws Exception {
		var expected = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key).getKeyIdentifier();

		assertEquals(HexFormat.of().withUpperCase().formatHex(expected), KeyIdentifier.of(key).toString());
	}

	static Stream<PublicKey> keys() {
		return Stream.of(TestKeys.rsa("facts"), TestKeys.ec("facts"), TestKeys.rsa(512), p256()).map(KeyPair::getPublic);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0123", "G123456789012345678901234567890123456789", "01234567890123456789012345678901234567 9" })
	void notAKeyIdentifier(String text) {
		assertThrows(IllegalArgumentException.class, () -> new KeyIdentifier(text));
	}

	@Test
	void keyIdentifiersDoNotDependOnCase() {
		assertEquals(new KeyIdentifier("ab".repeat(20)), new KeyIdentifier("AB".repeat(20)));
	}

	@Test
	@DisplayName("the signature scheme follows the key")
	void signatureSchemes() {
		assertEquals(SignatureScheme.RSA_SHA256, SignatureScheme.of(TestKeys.rsa("facts").getPublic()));
		assertEquals(SignatureScheme.ECDSA_SHA384, SignatureScheme.of(TestKeys.ec("facts").getPublic()));
		assertEquals(SignatureScheme.ECDSA_SHA256, SignatureScheme.of(p256().getPublic()));
		assertEquals(List.of("SHA256withRSA", "SHA256withECDSAinP1363Format", "SHA384withECDSAinP1363Format"),
				Stream.of(SignatureScheme.values()).map(SignatureScheme::rawJcaName).toList());
	}

	@Test
	void noSchemeForOtherKeys() throws Exception {
		var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();

		assertThrows(IllegalArgumentException.class, () -> SignatureScheme.of(key));
	}

	@Test
	@DisplayName("M01: environments by their names, and never one by accident")
	void environments() {
		for (var environment : Environment.values()) {
			assertEquals(environment, Environment.of(environment.id()));
		}
		assertThrows(IllegalArgumentException.class, () -> Environment.of("prod"));
		assertThrows(IllegalArgumentException.class, () -> Environment.of(""));
	}

	private static KeyPair p256() {
		try {
			var generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}
}
