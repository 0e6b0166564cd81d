package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.simulator.Sandbox.AMBULANCE_SERVICE;
import static org.certbench.ehealth.simulator.Sandbox.assertRefused;
import static org.certbench.eid.virtual.VirtualCards.EC_READER;
import static org.certbench.eid.virtual.VirtualCards.RSA_READER;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSSignedData;
import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.authority.TokenOffice;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.eid.CardKey;
import org.certbench.testing.KeySigner;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted as an encryption token. */
class TokenRulesTest {

	private static final KeyPair AUTHENTICATION = TestKeys.rsa("authentication");
	private static final KeyPair ENCRYPTION = TestKeys.rsa("encryption");

	@TempDir
	Path folder;

	@AutoClose
	private Sandbox sandbox;
	private TokenOffice office;

	@BeforeEach
	void start() throws ProblemException {
		sandbox = new Sandbox(folder);
		office = sandbox.client(TokenOffice.class);
	}

	@Test
	@DisplayName("the token: SignedData over the certificate, by ETK-RA alone, without signed attributes")
	void theToken() throws Exception {
		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		var certificate = draft(signer, sandbox.start(signer, ENCRYPTION)).sign();
		var token = new CMSSignedData(office.complete(certificate, signer, Progress.NONE).token());

		assertEquals(CMSObjectIdentifiers.data.getId(), token.getSignedContentTypeOID());
		assertArrayEquals(certificate.getEncoded(), (byte[]) token.getSignedContent().getContent());
		assertEquals(1, token.getSignerInfos().size());
		assertNull(token.getSignerInfos().iterator().next().getSignedAttributes());
		assertEquals(4, token.getCertificates().getMatches(null).size(), "ETK-RA, holder, issuing CA, root");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("spoilt")
	void eachRuleOfTheEncryptionCertificate(String rule, Consumer<EncryptionCertificate> spoil) throws Exception {
		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		var draft = draft(signer, sandbox.start(signer, ENCRYPTION));
		spoil.accept(draft);
		var refused = assertRefused("ENCRYPTION_CERTIFICATE_NOT_ACCEPTED",
				() -> office.complete(draft.sign(), signer, Progress.NONE));
		assertEquals(rule, refused.parameters().get("Rule"));
	}

	static Stream<Arguments> spoilt() {
		return Stream.of(
				rule("serial number", draft -> draft.serial = draft.serial.add(BigInteger.ONE)),
				rule("public key", draft -> draft.key = TestKeys.rsa("another").getPublic()),
				rule("subject", draft -> draft.subject = new X500Name("CN=SOMEBODY ELSE")),
				rule("issuer", draft -> draft.issuerName = new X500Name("CN=SOMEBODY ELSE")),
				rule("validity", draft -> draft.notAfter = Date.from(draft.notAfter.toInstant().plus(1, ChronoUnit.DAYS))),
				rule("key usage", draft -> draft.usage = KeyUsage.keyEncipherment),
				rule("key usage", draft -> draft.usage |= KeyUsage.digitalSignature),
				rule("key usage", draft -> draft.critical = false),
				rule("signature", draft -> draft.signBy(ENCRYPTION)));
	}

	private static Arguments rule(String rule, Consumer<EncryptionCertificate> spoil) {
		return Arguments.of(rule, spoil);
	}

	@Test
	@DisplayName("stale challenge: never given, used already, too old, replaced by a newer one")
	void staleChallenges() throws Exception {
		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		assertRefused("CHALLENGE_UNKNOWN",
				() -> office.complete(draft(signer, BigInteger.TEN).sign(), signer, Progress.NONE));

		var replaced = draft(signer, sandbox.start(signer, ENCRYPTION)).sign();
		var used = draft(signer, sandbox.start(signer, ENCRYPTION)).sign();
		assertRefused("ENCRYPTION_CERTIFICATE_NOT_ACCEPTED", () -> office.complete(replaced, signer, Progress.NONE));
		office.complete(used, signer, Progress.NONE);
		assertRefused("CHALLENGE_UNKNOWN", () -> office.complete(used, signer, Progress.NONE));

		var old = draft(signer, sandbox.start(signer, ENCRYPTION)).sign();
		sandbox.clock.advance(Duration.ofHours(25));
		assertRefused("CHALLENGE_EXPIRED", () -> office.complete(old, signer, Progress.NONE));
	}

	@Test
	void theEncryptionKeyMustBeNewAndLargeEnough() throws Exception {
		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		assertRefused("ENCRYPTION_KEY_NOT_ACCEPTED", () -> sandbox.start(signer, AUTHENTICATION));
		assertRefused("ENCRYPTION_KEY_NOT_ACCEPTED", () -> sandbox.start(signer, TestKeys.rsa(1024)));

		sandbox.start(signer, ENCRYPTION);
		var other = sandbox.certified(EC_READER, sandbox.self(EC_READER), TestKeys.rsa("another holder"));
		assertRefused("ENCRYPTION_KEY_NOT_ACCEPTED", () -> sandbox.start(other, ENCRYPTION));
	}

	@Test
	void onlyCertificatesOfTheSimulatorAreServed() throws Exception {
		var card = sandbox.signer(RSA_READER, CardKey.AUTHENTICATION);
		assertRefused("AUTH_CERT_UNKNOWN", () -> sandbox.start(card, ENCRYPTION));

		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		var another = new KeySigner(ENCRYPTION.getPrivate(), signer.chain());
		assertThrows(ProblemException.class, () -> sandbox.start(another, ENCRYPTION));
	}

	@Test
	@DisplayName("M14: too early says until when")
	void tooEarly() throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withStartDelay(Duration.ofHours(2)));
		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		var early = assertThrows(NotYetIssued.class, () -> sandbox.start(signer, ENCRYPTION));
		var until = early.until().orElseThrow();
		assertFalse(until.isBefore(signer.certificate().getNotBefore().toInstant()));

		sandbox.clock.advance(Duration.between(sandbox.clock.instant(), until));
		sandbox.start(signer, ENCRYPTION);
	}

	@Test
	void anExpiredCertificateIsNotServed() throws Exception {
		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		sandbox.clock.advance(Duration.ofDays(37 * 31));
		assertRefused("AUTH_CERT_EXPIRED", () -> sandbox.start(signer, ENCRYPTION));
	}

	@Test
	void activatingWantsATokenThatWaitsForIt() throws Exception {
		var signer = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
		assertRefused("ETK_UNKNOWN", () -> office.activate(signer, Progress.NONE));
		office.complete(draft(signer, sandbox.start(signer, ENCRYPTION)).sign(), signer, Progress.NONE);
		assertRefused("ETK_ALREADY_ACTIVE", () -> office.activate(signer, Progress.NONE));
	}

	private static EncryptionCertificate draft(Signer signer, BigInteger serial) {
		return new EncryptionCertificate(signer.certificate(), AUTHENTICATION, ENCRYPTION.getPublic(), serial);
	}
}
