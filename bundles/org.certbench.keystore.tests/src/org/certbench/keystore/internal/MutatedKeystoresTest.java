package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PASSWORD;
import static org.certbench.keystore.internal.Samples.PKI;
import static org.certbench.keystore.internal.Samples.password;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import org.bouncycastle.asn1.ASN1Encodable;
import org.certbench.core.Cancelled;
import org.certbench.core.CertificateFacts;
import org.certbench.core.DistinguishedName;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.Mutations;
import org.certbench.testing.Pkcs12Forge;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of broken keystores, the same in every run: each opens, or is refused by a failure of a keystore.
 * None throws anything else, and none works for longer than a few questions whether it shall stop.
 */
class MutatedKeystoresTest {

	/** More than a good file of this size asks; one that has become costly is given up. */
	private static final int ENOUGH = 5;

	private static final List<X509Certificate> CHAIN = PKI.issue(HOLDER, NAME, TestKeys.rsa("holder").getPublic());

	@TempDir
	Path folder;
	private Path file;

	@BeforeEach
	void name() {
		file = folder.resolve("NIHII-AMBU_SERVICE=79690052 20250101-120000.p12");
	}

	@Test
	@DisplayName("PKCS#12 with a MAC, whose broken parts are mostly noticed by it")
	void withMac() {
		var forge = new Pkcs12Forge(PASSWORD);
		Mutations.ofDer(forge.plain(key(forge)).sealed(certificates()).withMac(), 0.12, this::tryOut);
	}

	@Test
	@DisplayName("PKCS#12 in clear as far as it can be, so that broken parts are met deep inside")
	void withoutMac() {
		var forge = new Pkcs12Forge(PASSWORD);
		Mutations.ofDer(forge.plain(key(forge)).plain(certificates()).withoutMac(), 0.18, this::tryOut);
	}

	@Test
	@DisplayName("what is behind the password, broken before it was encrypted")
	void behindThePassword() {
		var forge = new Pkcs12Forge(PASSWORD);
		byte[] bags = Pkcs12Forge.sequence(Stream.concat(Stream.of(key(forge)), Stream.of(certificates())).toArray(ASN1Encodable[]::new));
		Mutations.ofDer(bags, 0.12, broken -> tryOut(new Pkcs12Forge(PASSWORD).sealedContent(broken).withMac()));
	}

	@Test
	void jks() throws Exception {
		Mutations.ofBytes(java("JKS"), 0.05, this::tryOut);
	}

	@Test
	void jceks() throws Exception {
		Mutations.ofBytes(java("JCEKS"), 0.01, this::tryOut);
	}

	private void tryOut(byte[] broken) throws Exception {
		Files.write(file, broken);
		try {
			KEYSTORES.inspect(file).certificates().forEach(MutatedKeystoresTest::canBeKept);
		} catch (KeystoreException told) {
			assertFalse(told.getMessage().isBlank() || told.remedy().isBlank());
		}
		try (var keystore = KEYSTORES.open(file, password(), new CountingProgress(ENOUGH))) {
			lookInto(keystore);
		} catch (KeystoreException told) {
			assertFalse(told.getMessage().isBlank() || told.remedy().isBlank());
		} catch (Cancelled givenUp) {
			assertFalse(givenUp.getMessage().isBlank());
		}
	}

	/** Names are written into files of ours, and read again: blanks at the ends may go then, and nothing after that. */
	private static void canBeKept(CertificateFacts certificate) {
		var kept = DistinguishedName.parse(certificate.subject().toString());
		assertEquals(kept, DistinguishedName.parse(kept.toString()));
		assertNotNull(certificate.holder());
	}

	/** Whatever opened can be looked at, used and compared. */
	private static void lookInto(Keystore keystore) throws Exception {
		keystore.authenticationChain().stream().map(CertificateFacts::of).forEach(MutatedKeystoresTest::canBeKept);
		assertNotNull(keystore.stage());
		assertNotNull(keystore.holder());
		assertNotNull(keystore.encryptionEntries());
		assertNotNull(keystore.pendingEncryptionKey());
		assertNotNull(keystore.keyIdentifier());
		assertNotNull(keystore.authenticationSigner().sign(new byte[] { 1 }));
		var contents = OpenKeystore.of(keystore).contents();
		assertTrue(contents.isSameAs(contents) && contents.holdsAllOf(contents));
	}

	private byte[] java(String type) throws Exception {
		return Files.readAllBytes(KeystoreBuilder.ofType(type)
				.key(Keystore.AUTHENTICATION, TestKeys.rsa("holder").getPrivate(), CHAIN, PASSWORD).trusted("root", PKI.root())
				.write(file, PASSWORD));
	}

	private static ASN1Encodable key(Pkcs12Forge forge) {
		return forge.key(Keystore.AUTHENTICATION, TestKeys.rsa("holder").getPrivate());
	}

	private static ASN1Encodable[] certificates() {
		return CHAIN.stream().map(certificate -> Pkcs12Forge.certificate("a certificate", certificate)).toArray(ASN1Encodable[]::new);
	}
}
