package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.simulator.Sandbox.AMBULANCE_SERVICE;
import static org.certbench.ehealth.simulator.Sandbox.assertRefused;
import static org.certbench.eid.virtual.VirtualCards.EC_READER;
import static org.certbench.eid.virtual.VirtualCards.RSA_READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.core.Progress;
import org.certbench.ehealth.simulator.Mail.Occasion;
import org.certbench.ehealth.simulator.SimulatedRequest.Stage;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When certificates are issued, what they look like, and the mails about them. */
class IssuingTest {

	private static final KeyPair KEY = TestKeys.rsa("one");

	@TempDir
	Path folder;

	@AutoClose
	private Sandbox sandbox;

	@BeforeEach
	void start() throws SimulatorException {
		sandbox = new Sandbox(folder);
	}

	@ParameterizedTest
	@EnumSource
	void certificatesAreThoseOfEhealth(Issuer issuer) throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withIssuer(issuer));
		var receipt = sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY);
		var chain = sandbox.client().collect(receipt.key(), Progress.NONE);
		var leaf = chain.getFirst();

		assertEquals(2, chain.size(), "the root is not sent");
		assertEquals(issuer == Issuer.EC ? "SHA384withECDSA" : "SHA256withRSA", leaf.getSigAlgName());
		assertEquals(List.of("1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.4"), leaf.getExtendedKeyUsage());
		assertTrue(Arrays.equals(new boolean[] { true, true, true, false, false, false, false, false, false },
				leaf.getKeyUsage()));
		assertEquals(sandbox.clock.instant(), leaf.getNotBefore().toInstant());
		assertEquals(plusMonths(sandbox.clock.instant(), 36), leaf.getNotAfter().toInstant());
		requireTrusted(chain);
	}

	@Test
	void afterADelay() throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withDelay(Duration.ofDays(3)));
		var key = sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY).key();
		assertThrows(NotYetIssued.class, () -> sandbox.client().collect(key, Progress.NONE));
		sandbox.clock.advance(Duration.ofDays(3));
		sandbox.client().collect(key, Progress.NONE);
	}

	@Test
	void byHand() throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
		var key = sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY).key();
		sandbox.clock.advance(Duration.ofDays(10));
		assertThrows(NotYetIssued.class, () -> sandbox.client().collect(key, Progress.NONE));
		sandbox.simulator.issue(key);
		sandbox.client().collect(key, Progress.NONE);
		assertEquals(List.of(Occasion.ACCEPTED, Occasion.PRODUCED), occasions());
	}

	@Test
	@DisplayName("manual validation accepts or refuses")
	void manualValidation() throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withManualValidation(true));
		var receipt = sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY);
		assertFalse(receipt.automaticallyValidated());
		assertEquals(List.of(), occasions());
		assertThrows(NotYetIssued.class, () -> sandbox.client().collect(receipt.key(), Progress.NONE));
		sandbox.simulator.accept(receipt.key());
		sandbox.client().collect(receipt.key(), Progress.NONE);

		var refused = sandbox.order(EC_READER, sandbox.self(EC_READER), TestKeys.rsa("two")).key();
		sandbox.simulator.refuse(refused, "no such person");
		var answer = assertRefused("CERT_REFUSED", () -> sandbox.client().collect(refused, Progress.NONE));
		assertEquals("no such person", answer.parameters().get("Reason"));
		assertEquals(List.of(Occasion.ACCEPTED, Occasion.PRODUCED, Occasion.REFUSED), occasions());
		assertTrue(sandbox.simulator.mails().getLast().text().contains("no such person"));
		assertEquals(List.of(Stage.ISSUED, Stage.REFUSED),
				sandbox.simulator.requests().stream().map(SimulatedRequest::stage).toList());
	}

	@Test
	@DisplayName("M20: a mail when the replacement period begins, and none for what is renewed already")
	void expiringMails() throws Exception {
		sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY);
		sandbox.clock.advance(Duration.ofDays(32 * 30));
		assertEquals(List.of(Occasion.ACCEPTED, Occasion.PRODUCED), occasions());
		sandbox.clock.advance(Duration.ofDays(2 * 30));
		assertEquals(List.of(Occasion.ACCEPTED, Occasion.PRODUCED, Occasion.EXPIRING), occasions());
		assertEquals(3, occasions().size(), "once only");
		assertEquals(List.of("jane.doe@example.org", "info@example.org"), sandbox.simulator.mails().getLast().to());
	}

	@Test
	void theNextCertificateCanBeBackdatedIntoItsWindow() throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		var old = sandbox.client().collect(sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY).key(), Progress.NONE)
				.getFirst();
		var now = sandbox.clock.instant();
		assertEquals(now.plus(Duration.ofDays(60)), old.getNotAfter().toInstant());
		assertTrue(old.getNotBefore().toInstant().isBefore(now.minus(Duration.ofDays(900))));

		var young = sandbox.client()
				.collect(sandbox.order(EC_READER, sandbox.self(EC_READER), TestKeys.rsa("two")).key(), Progress.NONE)
				.getFirst();
		assertEquals(now, young.getNotBefore().toInstant());
	}

	private List<Occasion> occasions() throws SimulatorException {
		return sandbox.simulator.mails().stream().map(Mail::occasion).toList();
	}

	private void requireTrusted(List<X509Certificate> chain) throws Exception {
		var parameters = new PKIXParameters(trustAnchors(sandbox.simulator.trustAnchorsFile()).stream()
				.map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()));
		parameters.setRevocationEnabled(false);
		parameters.setDate(Date.from(sandbox.clock.instant()));
		CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509").generateCertPath(chain),
				parameters);
	}

	private static List<X509Certificate> trustAnchors(Path pem) throws IOException, GeneralSecurityException {
		try (var stream = Files.newInputStream(pem)) {
			return CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
					.map(X509Certificate.class::cast).toList();
		}
	}

	private static Instant plusMonths(Instant moment, int months) {
		return moment.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
	}
}
