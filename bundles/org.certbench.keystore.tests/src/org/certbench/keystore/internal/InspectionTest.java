package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PASSWORD;
import static org.certbench.keystore.internal.Samples.PKI;
import static org.certbench.keystore.internal.Samples.withToken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certbench.core.CertificateFacts;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.Inspection.KeyEntry;
import org.certbench.keystore.Keystore;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B01: what a keystore shows without its password, and how sure that is. */
class InspectionTest {

	private static final KeyPair PAIR = TestKeys.rsa("holder");
	private static final List<X509Certificate> CHAIN = PKI.issue(HOLDER, NAME, PAIR.getPublic());
	private static final String EHEALTH_NAME = "NIHII-AMBU_SERVICE=79690052 20190507-144322.p12";

	@TempDir
	Path folder;

	@Test
	@DisplayName("a file of the JDK shows aliases, times and protection; its certificates are hidden")
	void fileOfTheJdk() throws Exception {
		var before = Instant.now().minusSeconds(1);

		var inspection = KEYSTORES.inspect(jdk("PKCS12", EHEALTH_NAME));

		assertEquals(Format.PKCS12, inspection.format());
		assertEquals(HOLDER, inspection.ehealthName().orElseThrow().holder());
		assertEquals(List.of(Keystore.AUTHENTICATION), inspection.keyEntries().stream().map(KeyEntry::alias).toList());
		assertTrue(inspection.created().orElseThrow().isAfter(before));
		assertTrue(inspection.certificates().isEmpty());
		assertEquals(new Inspection.Protection("HmacPBESHA256", 10_000, 30_000), inspection.protection());
	}

	@Test
	@DisplayName("our own files show as much as the JDK's")
	void ourFile() throws Exception {
		var inspection = KEYSTORES.inspect(withToken(folder).file());

		assertEquals(List.of("authentication", "111"), inspection.keyEntries().stream().map(KeyEntry::alias).toList());
		assertTrue(Duration.between(inspection.created().orElseThrow(), Instant.now()).compareTo(Duration.ofMinutes(5)) < 0);
		assertEquals("HmacPBESHA256", inspection.protection().mac());
	}

	@ParameterizedTest
	@DisplayName("JKS files show their certificates, which nobody has verified")
	@EnumSource(names = { "JKS", "JCEKS" })
	void oldJavaFile(Format format) throws Exception {
		var inspection = KEYSTORES.inspect(jdk(format.name(), EHEALTH_NAME));

		assertEquals(format, inspection.format());
		assertEquals(CHAIN.stream().map(CertificateFacts::of).toList(), inspection.certificates());
		assertNull(inspection.protection());
	}

	@Test
	@DisplayName("certificates that were not encrypted are shown, as unverified")
	void certificatesInClear() throws Exception {
		var property = "keystore.pkcs12.certProtectionAlgorithm";
		var before = Security.getProperty(property);
		try {
			Security.setProperty(property, "NONE");
			var inspection = KEYSTORES.inspect(jdk("PKCS12", "clear.p12"));

			assertEquals(CertificateFacts.of(CHAIN.getFirst()), inspection.certificates().getFirst());
		} finally {
			Security.setProperty(property, before == null ? "" : before);
		}
	}

	@Test
	void nameThatIsNotOfEhealth() throws Exception {
		assertTrue(KEYSTORES.inspect(jdk("PKCS12", "my keys.p12")).ehealthName().isEmpty());
	}

	@Test
	@DisplayName("a file of Bouncy Castle with PBMAC1 shows so; without a time inside, its name tells when it was made")
	void fileOfBouncyCastle() throws Exception {
		var file = KeystoreBuilder.ofType("PKCS12-PBMAC1", new BouncyCastleProvider())
				.key(Keystore.AUTHENTICATION, PAIR.getPrivate(), CHAIN, PASSWORD)
				.write(folder.resolve(EHEALTH_NAME), PASSWORD);

		var inspection = KEYSTORES.inspect(file);

		assertEquals("PBMAC1", inspection.protection().mac());
		assertTrue(inspection.protection().macIterations() > 0);
		assertEquals(LocalDateTime.of(2019, 5, 7, 14, 43, 22).atZone(ZoneId.systemDefault()).toInstant(),
				inspection.created().orElseThrow());
	}

	private Path jdk(String type, String name) {
		return KeystoreBuilder.ofType(type).key(Keystore.AUTHENTICATION, PAIR.getPrivate(), CHAIN, PASSWORD)
				.write(folder.resolve(name), PASSWORD);
	}
}
