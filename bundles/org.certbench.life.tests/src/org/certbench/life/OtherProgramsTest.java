package org.certbench.life;

import static org.certbench.testing.Programs.keytool;
import static org.certbench.testing.Programs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;

import org.certbench.core.LifeCycleState;
import org.certbench.ehealth.simulator.Simulator;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Keystores and other programs, over a whole life")
class OtherProgramsTest {

	private static final String PHARMACY = "/CN=NIHII-PHARMACY\\=99999971/OU=eHealth-platform Belgium"
			+ "/OU=PHARMACIE DE L'EXEMPLE/OU=NIHII-PHARMACY\\=99999971/O=Federal Government/C=BE";

	@TempDir
	private Path folder;

	@Test
	@DisplayName("M21, M26: a keystore that openssl made is completed with a token, renewed and activated")
	void opensslsKeystore() throws Exception {
		try (var installation = new Installation(folder.resolve("data"))) {
			var old = byOpenssl(installation.simulator());
			var manager = Manager.jane(installation);
			manager.complete(old, Manager.PASSWORD);
			assertEquals(LifeCycleState.RENEWAL_DUE, installation.life(old).state());

			var renewed = manager.renew(old, Manager.PASSWORD);
			manager.complete(renewed, Manager.PASSWORD);
			manager.activate(renewed, Manager.PASSWORD);

			try (var before = installation.open(old, Manager.PASSWORD);
					var after = installation.open(renewed, Manager.PASSWORD)) {
				assertEquals(before.holder(), after.holder());
				assertEquals(1, before.encryptionEntries().size());
				assertTrue(after.encryptionEntries().containsAll(before.encryptionEntries()));
				assertEquals(after.currentEncryptionEntry().stream().toList(), installation.published(after));
			}
		}
	}

	/** A key of openssl, a certificate of the simulator, both put together by openssl. */
	private Path byOpenssl(Simulator simulator) throws Exception {
		run(folder, "openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-outform", "DER",
				"-out", "request.der", "-utf8", "-subj", PHARMACY);
		var pem = new StringBuilder();
		for (var certificate : simulator.certify(Files.readAllBytes(folder.resolve("request.der")), true)) {
			pem.append(pem(certificate));
		}
		Files.writeString(folder.resolve("chain.pem"), pem);
		Files.writeString(folder.resolve("password"), Manager.PASSWORD);
		run(folder, "openssl", "pkcs12", "-export", "-name", "authentication", "-inkey", "key.pem", "-in", "chain.pem",
				"-out", "pharmacy.p12", "-passout", "file:password");
		return folder.resolve("pharmacy.p12");
	}

	private static String pem(X509Certificate certificate) throws Exception {
		return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
				+ "\n-----END CERTIFICATE-----\n";
	}

	@Test
	@DisplayName("keytool and openssl open the keystores of both generations, with every entry under its alias")
	void readByOthers() throws Exception {
		try (var installation = new Installation(folder.resolve("data"))) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
			var manager = Manager.jane(installation);
			var old = manager.request();
			manager.complete(old, Manager.PASSWORD);
			var renewed = manager.renew(old, Manager.PASSWORD);
			manager.complete(renewed, Manager.PASSWORD);
			Files.writeString(folder.resolve("password"), Manager.PASSWORD);

			try (var keystore = installation.open(renewed, Manager.PASSWORD)) {
				var listed = run(folder, keytool(), "-J-Duser.language=en", "-list", "-keystore", renewed.toString(),
						"-storepass:file", "password");
				assertTrue(listed.contains("authentication, "), listed);
				for (var entry : keystore.encryptionEntries()) {
					assertTrue(listed.contains(entry.alias() + ", "), listed);
				}
				assertEquals(3, listed.split("PrivateKeyEntry", -1).length - 1, listed);
			}
			for (var file : installation.keystoreFiles()) {
				run(folder, "openssl", "pkcs12", "-in", file.toString(), "-passin", "file:password", "-nodes", "-out",
						"content.pem");
				assertTrue(Files.readString(folder.resolve("content.pem")).contains("BEGIN PRIVATE KEY"));
			}
		}
	}
}
