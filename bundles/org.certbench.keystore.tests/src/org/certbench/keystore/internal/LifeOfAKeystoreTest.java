package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PKI;
import static org.certbench.keystore.internal.Samples.complete;
import static org.certbench.keystore.internal.Samples.completed;
import static org.certbench.keystore.internal.Samples.open;
import static org.certbench.keystore.internal.Samples.password;
import static org.certbench.keystore.internal.Samples.requested;
import static org.certbench.keystore.internal.Samples.secret;
import static org.certbench.keystore.internal.Samples.waiting;
import static org.certbench.keystore.internal.Samples.withToken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import javax.crypto.Cipher;
import javax.security.auth.x500.X500Principal;

import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.certbench.core.Environment;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.EncryptionEntry;
import org.certbench.keystore.Keystore.Stage;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages of a keystore's life, from its first key to the renewal that keeps the old ones. */
class LifeOfAKeystoreTest {

	@TempDir
	Path folder;

	@Test
	@DisplayName("M11: a new keystore holds a placeholder that names nobody and is valid no more")
	void requestedStage() throws Exception {
		var keystore = requested(folder);

		assertEquals(Stage.REQUESTED, keystore.stage());
		assertEquals(HOLDER, KeystoreName.of(keystore.file()).orElseThrow().holder());
		var placeholder = keystore.authenticationChain().getFirst();
		assertEquals(1, keystore.authenticationChain().size());
		assertEquals(new X500Principal("C=Dummy"), placeholder.getSubjectX500Principal());
		assertEquals(BigInteger.ZERO, placeholder.getSerialNumber());
		assertEquals(60_000, placeholder.getNotAfter().getTime() - placeholder.getNotBefore().getTime());
		assertTrue(placeholder.getNotAfter().toInstant().isBefore(Instant.now()));
		assertTrue(placeholder.getCriticalExtensionOIDs().contains("2.5.29.15"));
		boolean[] onlyEncipherment = { false, false, true, true, false, false, false, false, false };
		assertArrayEquals(onlyEncipherment, placeholder.getKeyUsage());
		assertTrue(keystore.holder().isEmpty());
		assertTrue(keystore.encryptionEntries().isEmpty(), "the placeholder is no encryption entry");
	}

	@Test
	@DisplayName("M09: the certificate request is PKCS#10, signed with SHA-256, without extensions")
	void certificationRequest() throws Exception {
		var keystore = requested(folder);
		var subject = new HolderSubject(HOLDER, NAME).toDistinguishedName();

		var request = new JcaPKCS10CertificationRequest(keystore.certificationRequest(subject));

		assertArrayEquals(subject.toPrincipal().getEncoded(), request.getSubject().getEncoded());
		assertEquals(keystore.keyIdentifier(), KeyIdentifier.of(request.getPublicKey()));
		assertEquals("1.2.840.113549.1.1.11", request.getSignatureAlgorithm().getAlgorithm().getId());
		assertEquals(0, request.getAttributes().length);
		assertTrue(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(request.getPublicKey())));
	}

	@Test
	@DisplayName("M13: the issued chain replaces the placeholder; those above the leaf become trusted entries")
	void completedStage() throws Exception {
		var keystore = completed(folder);

		assertEquals(Stage.COMPLETED, keystore.stage());
		assertEquals(HOLDER, keystore.holder().orElseThrow().holder());
		assertEquals(3, keystore.authenticationChain().size());
		var java = java(keystore.file());
		assertEquals(Set.of("authentication", alias(PKI.issuing()), alias(PKI.root())), Set.copyOf(Collections.list(java.aliases())));
		assertTrue(java.isCertificateEntry(alias(PKI.issuing())));
		assertEquals(keystore.authenticationChain(), List.of(java.getCertificateChain("authentication")));
	}

	@Test
	@DisplayName("M13: the encryption key waits under alias 0, then goes by its certificate's serial number")
	void tokenStage() throws Exception {
		var waiting = waiting(folder);

		var key = waiting.pendingEncryptionKey().orElseThrow();
		assertEquals(Stage.COMPLETED, waiting.stage());
		assertTrue(java(waiting.file()).isKeyEntry("0"));
		assertTrue(waiting.encryptionEntries().isEmpty());

		var serial = new BigInteger("340282366920938463463374607431768211455");
		var certificate = waiting.issueEncryptionCertificate(serial);
		var done = KEYSTORES.edit(waiting).installEncryptionCertificate(certificate).save(password(), Progress.NONE);

		assertEquals(Stage.TOKEN_PREPARED, done.stage());
		assertTrue(done.pendingEncryptionKey().isEmpty());
		assertEquals(new EncryptionEntry(serial.toString(), certificate), done.currentEncryptionEntry().orElseThrow());
		assertEquals(key, certificate.getPublicKey());
		assertFalse(java(done.file()).containsAlias("0"));
		assertEquals(certificate, java(done.file()).getCertificate(serial.toString()));
	}

	@Test
	@DisplayName("M13: the encryption certificate has the rules' subject, issuer, validity, usage and signature")
	void encryptionCertificate() throws Exception {
		var keystore = waiting(folder);
		var authentication = keystore.authenticationChain().getFirst();

		var certificate = keystore.issueEncryptionCertificate(BigInteger.TEN);

		assertArrayEquals(authentication.getSubjectX500Principal().getEncoded(), certificate.getSubjectX500Principal().getEncoded());
		assertEquals(certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal());
		assertEquals(authentication.getNotBefore(), certificate.getNotBefore());
		assertEquals(authentication.getNotAfter(), certificate.getNotAfter());
		assertEquals(Set.of("2.5.29.15"), certificate.getCriticalExtensionOIDs());
		assertTrue(Certificates.isForEncryption(certificate));
		certificate.verify(authentication.getPublicKey());
	}

	@Test
	@DisplayName("M13: the waiting key decrypts the challenge")
	void challenge() throws Exception {
		var keystore = waiting(folder);
		var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
		cipher.init(Cipher.ENCRYPT_MODE, keystore.pendingEncryptionKey().orElseThrow());

		assertArrayEquals(new byte[] { 7, 7 }, keystore.decryptWithPendingKey(cipher.doFinal(new byte[] { 7, 7 })));
		assertThrows(IllegalArgumentException.class, () -> keystore.decryptWithPendingKey(new byte[256]));
	}

	@Test
	void creatingTheEncryptionKeyTwiceKeepsTheFirst() throws Exception {
		var once = waiting(folder);

		var twice = KEYSTORES.edit(once).createEncryptionKey().save(password(), Progress.NONE);

		assertEquals(once.pendingEncryptionKey(), twice.pendingEncryptionKey());
	}

	@Test
	@DisplayName("M26: the renewed keystore keeps every old encryption entry, under its old alias")
	void renewal() throws Exception {
		var first = withToken(folder);
		var second = withToken(renewalOf(first), 222);
		var third = renewalOf(second);

		assertEquals(Set.of("111", "222"), aliases(third));
		assertEquals(first.encryptionEntries().getFirst(), entry(third, "111"));
		assertTrue(third.currentEncryptionEntry().isEmpty(), "the old ones are not of the new key");
		assertEquals(Stage.COMPLETED, third.stage());
		var java = java(third.file());
		assertEquals(java(first.file()).getKey("111", Samples.PASSWORD.toCharArray()),
				java.getKey("111", Samples.PASSWORD.toCharArray()));

		var done = withToken(third, 333);
		assertEquals("333", done.currentEncryptionEntry().orElseThrow().alias());
		assertEquals(Set.of("111", "222", "333"), aliases(done));
	}

	@Test
	void carryingOverTwiceChangesNothing() throws Exception {
		var old = withToken(folder);
		var renewed = renewalOf(old);

		var again = KEYSTORES.edit(renewed).carryOver(old).save(password(), Progress.NONE);

		assertEquals(renewed.encryptionEntries(), again.encryptionEntries());
	}

	@Test
	void anAliasIsNeverGivenToAnotherKey() throws Exception {
		var one = withToken(folder);
		var other = withToken(completed(folder), 111);

		assertThrows(KeystoreException.Unsupported.class, () -> KEYSTORES.edit(one).carryOver(other));
	}

	@Test
	void aCertificateForAnotherKeyIsRefused() throws Exception {
		var keystore = waiting(folder);
		var chain = PKI.issue(HOLDER, NAME, TestKeys.rsa("another").getPublic());

		assertThrows(KeystoreException.OtherKey.class, () -> KEYSTORES.edit(keystore).installChain(chain));
		assertThrows(KeystoreException.OtherKey.class,
				() -> KEYSTORES.edit(keystore).installEncryptionCertificate(chain.getFirst()));
	}

	@Test
	@DisplayName("M35: a new password opens, the old one no more, and nothing else changes")
	void changedPassword() throws Exception {
		var keystore = withToken(folder);

		KEYSTORES.edit(keystore).save(secret("Changed-22"), Progress.NONE);

		var changed = KEYSTORES.open(keystore.file(), secret("Changed-22"), Progress.NONE);
		assertEquals(keystore.authenticationChain(), changed.authenticationChain());
		assertEquals(keystore.encryptionEntries(), changed.encryptionEntries());
		assertThrows(KeystoreException.WrongPassword.class, () -> open(keystore.file()));
	}

	@Test
	void theAuthenticationKeySigns() throws Exception {
		var signer = completed(folder).authenticationSigner();
		byte[] data = { 1, 2, 3 };

		var signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(signer.certificate().getPublicKey());
		signature.update(data);
		assertTrue(signature.verify(signer.sign(data)));
		assertTrue(signer.usableIn(Environment.PRODUCTION));
	}

	@Test
	@DisplayName("an elliptic key signs in the raw form r||s of XML signatures")
	void ellipticKey() throws Exception {
		var pair = TestKeys.ec("holder");
		var file = KeystoreBuilder.pkcs12().key(Keystore.AUTHENTICATION, pair.getPrivate(),
				PKI.issue(HOLDER, NAME, pair.getPublic()), Samples.PASSWORD).write(folder.resolve("ec.p12"), Samples.PASSWORD);

		var value = open(file).authenticationSigner().sign(new byte[] { 1 });

		assertEquals(96, value.length);
		var signature = Signature.getInstance("SHA384withECDSAinP1363Format");
		signature.initVerify(pair.getPublic());
		signature.update((byte) 1);
		assertTrue(signature.verify(value));
	}

	@Test
	void aClosedKeystoreSignsNoMore() throws Exception {
		var keystore = completed(folder);
		var signer = keystore.authenticationSigner();

		keystore.close();

		assertThrows(IllegalStateException.class, () -> signer.sign(new byte[1]));
		assertThrows(IllegalStateException.class, keystore::encryptionEntries);
		assertEquals(3, keystore.authenticationChain().size(), "what is public stays known");
	}

	private Keystore renewalOf(Keystore old) throws ProblemException {
		return complete(KEYSTORES.create(folder, HOLDER, Environment.SIMULATOR).carryOver(old).save(password(), Progress.NONE));
	}

	private static Set<String> aliases(Keystore keystore) {
		return Set.copyOf(keystore.encryptionEntries().stream().map(EncryptionEntry::alias).toList());
	}

	private static EncryptionEntry entry(Keystore keystore, String alias) {
		return keystore.encryptionEntries().stream().filter(entry -> entry.alias().equals(alias)).findFirst().orElseThrow();
	}

	private static KeyStore java(Path file) {
		return Samples.java(file, Samples.PASSWORD);
	}

	private static String alias(X509Certificate certificate) {
		return certificate.getSubjectX500Principal().getName().toLowerCase();
	}
}
