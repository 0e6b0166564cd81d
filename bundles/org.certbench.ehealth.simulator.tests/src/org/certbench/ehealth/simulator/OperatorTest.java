package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.simulator.Sandbox.AMBULANCE_SERVICE;
import static org.certbench.ehealth.simulator.Sandbox.assertRefused;
import static org.certbench.eid.virtual.VirtualCards.RSA_READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.certbench.core.CertificateFacts;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.ehealth.simulator.SimulatedRequest.Stage;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;
import org.certbench.ehealth.simulator.internal.control.RemoteSimulator;
import org.certbench.eid.CardKey;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator can do, from this process and from another one. */
class OperatorTest {

	private static final Holder PHARMACY = Holder.parse("NIHII-PHARMACY=99999971");

	@TempDir
	Path folder;

	@AutoClose
	private Sandbox sandbox;
	private SimulatorControl remote;

	@BeforeEach
	void start() throws SimulatorException {
		sandbox = new Sandbox(folder);
		remote = new RemoteSimulator(sandbox.simulator.address());
	}

	@Test
	void fromAnotherProcessTheSameIsSeenAndDone() throws Exception {
		remote.change(SimulatorSettings.DEFAULT.withManualValidation(true).withIssuer(Issuer.RSA));
		assertEquals(sandbox.simulator.settings(), remote.settings());
		var refused = sandbox.order(RSA_READER, AMBULANCE_SERVICE, TestKeys.rsa("one")).key();
		remote.refuse(refused, "Pas d'ambulance ici & ailleurs");
		var accepted = sandbox.order(RSA_READER, AMBULANCE_SERVICE, TestKeys.rsa("two")).key();
		remote.accept(accepted);
		var issued = sandbox.order(RSA_READER, PHARMACY, TestKeys.rsa("three")).key();
		remote.issue(issued);

		assertEquals(List.of(Stage.REFUSED, Stage.ISSUED, Stage.ISSUED),
				remote.requests().stream().map(SimulatedRequest::stage).toList());
		assertEquals(sandbox.simulator.requests(), remote.requests());
		assertEquals(sandbox.simulator.mails(), remote.mails());
		assertTrue(remote.mails().getFirst().text().contains("Pas d'ambulance ici & ailleurs"));
	}

	@Test
	void whatCannotBeDoneIsSaid() {
		var unknown = KeyIdentifier.of(TestKeys.rsa("unknown").getPublic());
		assertThrows(SimulatorException.Refused.class, () -> sandbox.simulator.issue(unknown));
		assertThrows(SimulatorException.Refused.class, () -> remote.issue(unknown));
		assertThrows(SimulatorException.Refused.class, () -> remote.certify(new byte[] { 1 }, false));
		sandbox.close();
		assertEquals("simulator-unavailable",
				assertThrows(SimulatorException.Unreachable.class, () -> remote.settings()).problem());
		assertThrows(SimulatorException.Unreachable.class,
				() -> new RemoteSimulator(URI.create("http://127.0.0.1:1")).about());
	}

	@Test
	void settingsOutOfRangeAreRefused() throws Exception {
		var wire = new Wire(sandbox.simulator);
		assertEquals(400, wire.put("/control/settings", "{\"validityMonths\": 0}").statusCode());
		assertEquals(400, wire.put("/control/settings", "nonsense").statusCode());
		assertEquals(SimulatorSettings.DEFAULT, sandbox.simulator.settings());
	}

	@Test
	@DisplayName("a key and a request that openssl made are certified, and the first virtual person can renew them")
	void openssl() throws Exception {
		assumeTrue(isInstalled("openssl"), "openssl is not installed");
		var holder = Holder.parse("NIHII-AMBU_SERVICE=79699851");
		var request = requestByOpenssl(holder, "SERVICE OF OPENSSL");
		var chain = remote.certify(request, true);

		var facts = CertificateFacts.of(chain.getFirst());
		assertEquals(new HolderSubject(holder, "SERVICE OF OPENSSL"), facts.holder().orElseThrow());
		assertTrue(facts.notBefore().isBefore(sandbox.clock.instant()));
		var jane = sandbox.person(RSA_READER);
		assertTrue(sandbox.client()
				.applicants(jane.ssin(), sandbox.signer(RSA_READER, CardKey.AUTHENTICATION), Progress.NONE).stream()
				.anyMatch(each -> each.holder().equals(holder)));
		var renewal = sandbox.order(RSA_READER, holder, TestKeys.rsa("renewed"));
		assertEquals(facts.keyIdentifier().hex(), renewal.replacedCertificate());
	}

	@Test
	void certifyingKeepsTheRules() throws Exception {
		var subject = new HolderSubject(AMBULANCE_SERVICE, "ANY NAME").toDistinguishedName();
		remote.certify(CertificateRequest.good(subject, TestKeys.rsa("one")), false);
		assertThrows(SimulatorException.Refused.class,
				() -> remote.certify(CertificateRequest.good(subject, TestKeys.rsa("two")), false));
		var noHolder = new HolderSubject(Holder.parse("NIHII-AMBU_SERVICE=79699851"), "").toDistinguishedName();
		assertThrows(SimulatorException.Refused.class, () -> remote
				.certify(CertificateRequest.by("SHA512withRSA", noHolder, TestKeys.rsa("three")), false));
		assertRefused("ALREADY_ACTIVE", () -> sandbox.order(RSA_READER, AMBULANCE_SERVICE, TestKeys.rsa("four")));
	}

	private byte[] requestByOpenssl(Holder holder, String name) throws IOException, InterruptedException {
		var file = folder.resolve("request.der");
		var subject = "/C=BE/O=Federal Government/OU=" + holder.identifier().toString().replace("=", "\\=") + "/OU=" + name
				+ "/OU=eHealth-platform Belgium/CN=" + holder.identifier().toString().replace("=", "\\=");
		var process = new ProcessBuilder("openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-sha256", "-subj",
				subject, "-keyout", folder.resolve("key.pem").toString(), "-outform", "DER", "-out", file.toString())
				.redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
		assertTrue(process.waitFor(60, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue(), Files.readString(folder.resolve("openssl.log")));
		return Files.readAllBytes(file);
	}

	private static boolean isInstalled(String program) throws InterruptedException {
		try {
			return new ProcessBuilder(program, "version").redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
					.waitFor() == 0;
		} catch (IOException absent) {
			return false;
		}
	}
}
