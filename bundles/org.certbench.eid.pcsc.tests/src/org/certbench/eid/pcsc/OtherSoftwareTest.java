package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Arrays;

import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.PinWatch;
import org.certbench.eid.emulator.VpcdConnection;
import org.certbench.testing.Programs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("OpenSC takes the emulated card of applet 1.7 for a Belgian eID")
class OtherSoftwareTest {

	@RegisterExtension
	static final CardServiceTurn TURN = new CardServiceTurn();

	@TempDir
	private Path folder;

	@Test
	@DisplayName("reads the identity, and signs with the authentication key")
	void openSc() throws Exception {
		assumeTrue(isInstalled("opensc-tool"), "opensc is not installed");
		var card = CardTable.make(CardModel.RSA_1_7);
		var document = Files.writeString(folder.resolve("document"), "a document");
		try (var service = TURN.start(); var inserted = new VpcdConnection(card, VpcdConnection.FIRST_PORT)) {
			assertEquals("Belpic cards", lastLine(run("opensc-tool", "--wait", "--name")));
			// This one ends with a failure whatever it has read.
			var identity = run("sh", "-c", "eidenv --print || true");
			assertTrue(identity.contains("BELPIC_NATIONALNUMBER: " + Person.JANE.number()), identity);
			run("pkcs11-tool", "--sign", "--mechanism", "SHA256-RSA-PKCS", "--id", "02", "--login", "--pin",
					String.valueOf(PinWatch.give(EmulatedCard.PIN)), "--input-file", "document", "--output-file", "signature");
			run("pkcs15-tool", "--read-certificate", "02", "--output", "certificate.pem");
		}
		var verifier = Signature.getInstance("SHA256withRSA");
		verifier.initVerify(CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("certificate.pem"))))
				.getPublicKey());
		verifier.update(Files.readAllBytes(document));
		assertTrue(verifier.verify(Files.readAllBytes(folder.resolve("signature"))));
		assertEquals(3, card.triesLeft());
	}

	private String run(String... command) {
		return Programs.run(folder, command);
	}

	private static String lastLine(String output) {
		return output.lines().toList().getLast();
	}

	private static boolean isInstalled(String program) {
		return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, program)));
	}
}
