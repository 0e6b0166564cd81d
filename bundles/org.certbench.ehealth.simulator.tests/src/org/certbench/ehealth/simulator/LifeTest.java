package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.simulator.Sandbox.AMBULANCE_SERVICE;
import static org.certbench.ehealth.simulator.Sandbox.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;

import org.certbench.authority.CertificateRecord.Status;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.authority.RevocationOffice;
import org.certbench.authority.RevocationOffice.Reason;
import org.certbench.authority.TokenDepot;
import org.certbench.authority.TokenDepot.Answer;
import org.certbench.authority.TokenOffice;
import org.certbench.authority.TokenReceipt;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.eid.CardKey;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystores;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of certificates over loopback, with the real client and real keystores. */
class LifeTest {

	private static final KeyPair AUTHENTICATION = TestKeys.rsa("authentication");
	private static final KeyPair ENCRYPTION = TestKeys.rsa("encryption");

	@TempDir
	Path folder;

	private final Secret password = Secret.taking("life-test-1".toCharArray());
	private final Keystores keystores = TestKeystores.keystores();

	@ParameterizedTest
	@CsvSource({ VirtualCards.RSA_READER + ",EC", VirtualCards.EC_READER + ",RSA" })
	@DisplayName("M04-M26: requested, completed, renewed, completed, activated")
	void aWholeLife(String reader, Issuer issuer) throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			sandbox.simulator.change(
					SimulatorSettings.DEFAULT.withIssuer(issuer).withBackdating(Backdating.NEXT));
			var holder = sandbox.self(reader);

			var first = complete(sandbox, order(sandbox, reader, holder, false));
			assertFalse(register(sandbox, first).toBeActivated());
			assertEquals(TokenStatus.VALID_ACTIVE, status(sandbox, first));
			var due = sandbox.client().lookUp(first.authenticationSigner(), Progress.NONE);
			assertTrue(due.replaceable());
			assertTrue(due.renewalWindow().orElseThrow().contains(sandbox.clock.instant()));

			var second = complete(sandbox, order(sandbox, reader, holder, true));
			var receipt = register(sandbox, second);
			assertTrue(receipt.toBeActivated());
			assertEquals(TokenStatus.WAIT_FOR_ACTIVATION, status(sandbox, second));
			assertEquals(TokenStatus.VALID_ACTIVE, status(sandbox, first));

			sandbox.client(TokenOffice.class).activate(second.authenticationSigner(), Progress.NONE);
			assertEquals(TokenStatus.VALID_ACTIVE, status(sandbox, second));
			assertEquals(Status.REVOKED,
					sandbox.client().lookUp(first.authenticationSigner(), Progress.NONE).status());
			var published = sandbox.client(TokenDepot.class).find(holder, Progress.NONE);
			assertArrayEquals(receipt.token(), assertInstanceOf(Answer.Token.class, published).token());
			assertRefused("AUTH_CERT_REVOKED", () -> register(sandbox, first));
			first.close();
			second.close();
		}
	}

	@Test
	@DisplayName("M05: the first virtual person may ask for itself and for the organisations it manages")
	void whoMayAskForWhom() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			var jane = sandbox.person(VirtualCards.RSA_READER);
			var applicants = sandbox.client().applicants(jane.ssin(),
					sandbox.signer(VirtualCards.RSA_READER, CardKey.AUTHENTICATION), Progress.NONE);
			assertEquals(sandbox.self(VirtualCards.RSA_READER), applicants.getFirst().holder());
			assertTrue(applicants.stream().anyMatch(each -> each.holder().equals(AMBULANCE_SERVICE)));

			var john = sandbox.person(VirtualCards.EC_READER);
			assertEquals(1, sandbox.client().applicants(john.ssin(),
					sandbox.signer(VirtualCards.EC_READER, CardKey.AUTHENTICATION), Progress.NONE).size());
			assertRefused("WRONG_SIGNER", () -> sandbox.client().applicants(john.ssin(),
					sandbox.signer(VirtualCards.RSA_READER, CardKey.AUTHENTICATION), Progress.NONE));
		}
	}

	@Test
	@DisplayName("M30: a revoked certificate cannot be used any more, and its place is free again")
	void revoked() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			var certificate = sandbox.certified(VirtualCards.RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION);
			sandbox.register(certificate, AUTHENTICATION, ENCRYPTION);
			revoke(sandbox, KeyIdentifier.of(AUTHENTICATION.getPublic()));

			var known = sandbox.client().lookUpFor(sandbox.signer(VirtualCards.RSA_READER, CardKey.AUTHENTICATION),
					Progress.NONE);
			assertEquals(Status.REVOKED, known.getFirst().status());
			assertInstanceOf(Answer.None.class,
					sandbox.client(TokenDepot.class).find(AMBULANCE_SERVICE, Progress.NONE));
			sandbox.order(VirtualCards.RSA_READER, AMBULANCE_SERVICE, TestKeys.rsa("next"));
		}
	}

	@Test
	@DisplayName("M30: a request can be revoked before it is issued")
	void requestRevoked() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			sandbox.simulator.change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
			var key = sandbox.order(VirtualCards.RSA_READER, AMBULANCE_SERVICE, AUTHENTICATION).key();
			revoke(sandbox, key);
			assertRefused("CERT_REVOKED", () -> sandbox.client().collect(key, Progress.NONE));
			assertRefused("NOT_REVOCABLE", () -> revoke(sandbox, key));
		}
	}

	@Test
	@DisplayName("the depot names all that match where an application id is missing")
	void severalApplications() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			var one = new Holder(AMBULANCE_SERVICE.identifier(), "ONE");
			sandbox.register(sandbox.certified(VirtualCards.RSA_READER, one, AUTHENTICATION), AUTHENTICATION, ENCRYPTION);
			var two = new Holder(AMBULANCE_SERVICE.identifier(), "TWO");
			var key = TestKeys.rsa("next");
			sandbox.register(sandbox.certified(VirtualCards.RSA_READER, two, key), key, TestKeys.rsa("next encryption"));

			var depot = sandbox.client(TokenDepot.class);
			var several = assertInstanceOf(Answer.Several.class, depot.find(AMBULANCE_SERVICE, Progress.NONE));
			assertEquals(List.of(one, two), several.holders());
			for (var each : several.holders()) {
				assertInstanceOf(Answer.Token.class, depot.find(each, Progress.NONE));
			}
			assertRefused("400", () -> depot.find(Holder.parse("NIHII-UNHEARD_OF=1"), Progress.NONE));
		}
	}

	private static void revoke(Sandbox sandbox, KeyIdentifier key) throws ProblemException {
		var office = sandbox.client(RevocationOffice.class);
		var contract = office.draft(key, sandbox.person(VirtualCards.RSA_READER), Reason.SUPERSEDED, Progress.NONE);
		assertTrue(contract.text("fr").contains("simulateur"));
		assertRefused("WRONG_SIGNER", () -> office.revoke(key, contract,
				sandbox.signer(VirtualCards.EC_READER, CardKey.SIGNATURE), Progress.NONE));
		office.revoke(key, contract, sandbox.signer(VirtualCards.RSA_READER, CardKey.SIGNATURE), Progress.NONE);
	}

	private Keystore order(Sandbox sandbox, String reader, Holder holder, boolean renewal) throws ProblemException {
		var keystore = keystores.create(folder, holder, Environment.SIMULATOR).save(password, Progress.NONE);
		var contract = sandbox.contract(reader, holder);
		var receipt = sandbox.send(reader, contract, keystore.certificationRequest(contract.subject()));
		assertEquals(keystore.keyIdentifier(), receipt.key());
		assertEquals(renewal, receipt.replaces().isPresent());
		return keystore;
	}

	private Keystore complete(Sandbox sandbox, Keystore keystore) throws ProblemException {
		var chain = sandbox.client().collect(keystore.keyIdentifier(), Progress.NONE);
		return keystores.edit(keystore).installChain(chain).createEncryptionKey().save(password, Progress.NONE);
	}

	/** Registers, and keeps nothing: the token is all that matters here. */
	private static TokenReceipt register(Sandbox sandbox, Keystore keystore) throws ProblemException {
		var office = sandbox.client(TokenOffice.class);
		var signer = keystore.authenticationSigner();
		var serial = office.start(keystore.pendingEncryptionKey().orElseThrow(), keystore::decryptWithPendingKey, signer,
				Progress.NONE);
		return office.complete(keystore.issueEncryptionCertificate(serial), signer, Progress.NONE);
	}

	private static TokenStatus status(Sandbox sandbox, Keystore keystore) throws ProblemException {
		return sandbox.client().lookUp(keystore.authenticationSigner(), Progress.NONE).tokenStatus();
	}
}
