package org.certbench.deployment.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Progress;
import org.certbench.deployment.DeploymentException;
import org.certbench.testing.Programs;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Handing over in an encrypted file")
class EncryptedFileTargetTest {

	private static final DistinguishedName INTEGRATOR = DistinguishedName.parse("CN=INTEGRATOR NOWHERE,C=BE");
	private static final TestPki PKI = TestPki.rsa();

	@TempDir
	private Path folder;
	private Path keystore;
	private final EncryptedFileTarget target = new EncryptedFileTarget();

	@BeforeEach
	void keystore() throws Exception {
		keystore = Files.write(folder.resolve("SSIN=85999900189 20300301-120000.p12"), "not secret\r\n\n".getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	@DisplayName("OpenSSL opens it with the integrator's RSA key, and nothing of the keystore is in clear")
	void rsa() throws Exception {
		opens(TestKeys.rsa("integrator"), valid(TestKeys.rsa("integrator")));
	}

	private void opens(KeyPair key, X509Certificate certificate) throws Exception {
		var out = Files.createDirectory(folder.resolve("out"));
		var delivery = target.deploy(keystore, settings(write(certificate), out), Progress.NONE);

		var file = Path.of(delivery.facts().getFirst().value());
		assertEquals(out.resolve(keystore.getFileName() + ".p7m"), file);
		assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("not secret"));
		var pem = Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key.getPrivate().getEncoded()));
		Programs.run(folder, "openssl", "cms", "-decrypt", "-inform", "DER", "-in", file.toString(), "-inkey", pem.toString(),
				"-out", "opened.p12");
		assertArrayEquals(Files.readAllBytes(keystore), Files.readAllBytes(folder.resolve("opened.p12")));
		assertEquals("INTEGRATOR NOWHERE", delivery.facts().get(1).value());
	}

	@Test
	@DisplayName("the same with an EC key of a certificate that says nothing about its use")
	void ec() throws Exception {
		var pem = folder.resolve("ec.pem");
		Programs.run(folder, "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
				"/CN=INTEGRATOR NOWHERE", "-keyout", pem.toString(), "-out", "ec.crt");
		var out = Files.createDirectory(folder.resolve("out"));

		var delivery = target.deploy(keystore, settings(folder.resolve("ec.crt"), out), Progress.NONE);

		Programs.run(folder, "openssl", "cms", "-decrypt", "-inform", "DER", "-in", delivery.facts().getFirst().value(), "-inkey",
				pem.toString(), "-recip", "ec.crt", "-out", "opened.p12");
		assertArrayEquals(Files.readAllBytes(keystore), Files.readAllBytes(folder.resolve("opened.p12")));
	}

	@Test
	@DisplayName("nothing is encrypted for a certificate that has expired, has a short key or is not for encryption")
	void unsuitable() throws Exception {
		var now = Instant.now();
		var expired = PKI.issue(INTEGRATOR, TestKeys.rsa("integrator").getPublic(), now.minus(Duration.ofDays(9)),
				now.minus(Duration.ofDays(1))).getFirst();
		var weak = valid(TestKeys.rsa(1024));
		var signing = PKI.root();
		for (var certificate : List.of(expired, weak, signing)) {
			var settings = settings(write(certificate), folder);
			assertThrows(DeploymentException.UnsuitableCertificate.class, () -> target.deploy(keystore, settings, Progress.NONE));
			assertEquals("certificate", target.check(settings).getFirst().setting());
		}
		var later = new EncryptedFileTarget(InstantSource.fixed(now.minus(Duration.ofDays(30))));
		assertThrows(DeploymentException.UnsuitableCertificate.class,
				() -> later.deploy(keystore, settings(write(valid(TestKeys.rsa("integrator"))), folder), Progress.NONE));
		assertFalse(Files.exists(folder.resolve(keystore.getFileName() + ".p7m")));
	}

	@Test
	@DisplayName("what holds no certificate is said while one types")
	void noCertificate() throws Exception {
		assertThrows(DeploymentException.NoCertificate.class,
				() -> target.deploy(keystore, settings(keystore, folder), Progress.NONE));
		assertEquals(2, target.check(Map.of("certificate", keystore.toString(), "folder", "nowhere")).size());
		assertTrue(target.check(settings(write(valid(TestKeys.rsa("integrator"))), folder)).isEmpty());
	}

	private static X509Certificate valid(KeyPair key) {
		var now = Instant.now();
		return PKI.issue(INTEGRATOR, key.getPublic(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))).getFirst();
	}

	private Path write(X509Certificate certificate) throws Exception {
		return Files.writeString(folder.resolve("integrator.pem"), pem("CERTIFICATE", certificate.getEncoded()));
	}

	private static String pem(String type, byte[] der) {
		return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der));
	}

	private static Map<String, String> settings(Path certificate, Path out) {
		return Map.of("certificate", certificate.toString(), "folder", out.toString());
	}
}
