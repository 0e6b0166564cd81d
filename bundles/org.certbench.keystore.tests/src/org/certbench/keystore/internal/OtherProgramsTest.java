package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PASSWORD;
import static org.certbench.keystore.internal.Samples.PKI;
import static org.certbench.keystore.internal.Samples.open;
import static org.certbench.keystore.internal.Samples.password;
import static org.certbench.keystore.internal.Samples.withToken;
import static org.certbench.testing.Programs.keytool;
import static org.certbench.testing.Programs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.Stage;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What openssl, keytool, the JDK and Bouncy Castle write is read, and they read what we write. */
class OtherProgramsTest {

	private static final KeyPair PAIR = TestKeys.rsa("holder");
	private static final List<X509Certificate> CHAIN = PKI.issue(HOLDER, NAME, PAIR.getPublic());

	private static final byte[] PROBE = { 1, 2, 3 };
	private static final SecretKey SECRET_KEY = new SecretKeySpec(new byte[32], "AES");

	@TempDir
	Path folder;

	@BeforeEach
	void filesForPrograms() throws Exception {
		Files.writeString(folder.resolve("password"), PASSWORD);
		Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", PAIR.getPrivate().getEncoded()));
		var certificates = new StringBuilder();
		for (var certificate : CHAIN) {
			certificates.append(pem("CERTIFICATE", certificate.getEncoded()));
		}
		Files.writeString(folder.resolve("chain.pem"), certificates);
	}

	@ParameterizedTest
	@DisplayName("openssl's files open: modern, legacy, without a name, with one in capitals, under another name")
	@ValueSource(strings = { "-name authentication", "-name AUTHENTICATION", "-name other", "",
			"-name authentication -macalg sha1 -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES",
			"-name authentication -certpbe NONE", "-name authentication -nomac", "-name authentication -noiter -nomaciter" })
	void openssl(String options) {
		var keystore = openOrFail(openssl(options.isEmpty() ? new String[0] : options.split(" ")));

		assertEquals(Stage.COMPLETED, keystore.stage());
		assertEquals(CHAIN, keystore.authenticationChain());
		assertEquals(HOLDER, keystore.holder().orElseThrow().holder());
		assertEquals(signature(keystore), signature(PAIR.getPrivate()), "RSA PKCS#1 signatures do not vary");
	}

	@Test
	void opensslWithoutAMacStillTellsAWrongPassword() {
		var file = openssl("-name", "authentication", "-nomac");

		assertThrows(KeystoreException.WrongPassword.class,
				() -> KEYSTORES.open(file, Samples.secret("Not-this-1"), Progress.NONE));
	}

	@Test
	void opensslWithoutAnyProtectionIsNoKeystoreToTrust() {
		var file = openssl("-name", "authentication", "-nomac", "-keypbe", "NONE", "-certpbe", "NONE");

		assertThrows(KeystoreException.Unsupported.class, () -> open(file));
	}

	@Test
	@DisplayName("M26: the encryption entry of a file that the JDK wrote is carried over")
	void renewalOfAFileOfTheJdk() throws Exception {
		var token = Certificates.encryption(TestKeys.rsa("old token").getPublic(), BigInteger.valueOf(77), CHAIN.getFirst(),
				PAIR.getPrivate());
		var old = open(KeystoreBuilder.pkcs12().key(Keystore.AUTHENTICATION, PAIR.getPrivate(), CHAIN, PASSWORD)
				.key("77", TestKeys.rsa("old token").getPrivate(), List.of(token), PASSWORD)
				.write(folder.resolve("old.p12"), PASSWORD));

		var renewed = KEYSTORES.create(folder, HOLDER, Environment.SIMULATOR).carryOver(old).save(password(), Progress.NONE);

		assertEquals("77", old.currentEncryptionEntry().orElseThrow().alias());
		assertEquals(List.of(new Keystore.EncryptionEntry("77", token)), renewed.encryptionEntries());
	}

	@Test
	void keytoolsFilesOpen() {
		run(folder, keytool(), "-genkeypair", "-alias", "authentication", "-keyalg", "RSA", "-keysize", "2048", "-dname",
				"C=Dummy", "-keystore", "keytool.p12", "-storetype", "PKCS12", "-storepass:file", "password");

		assertEquals(Stage.REQUESTED, openOrFail(folder.resolve("keytool.p12")).stage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "PKCS12", "JKS", "JCEKS" })
	void theJdksFilesOpenWhateverTheirName(String type) throws Exception {
		var file = KeystoreBuilder.ofType(type).key(Keystore.AUTHENTICATION, PAIR.getPrivate(), CHAIN, PASSWORD)
				.trusted("the issuing CA", PKI.issuing()).write(folder.resolve("whatever.p12"), PASSWORD);

		var keystore = open(file);
		assertEquals(CHAIN, keystore.authenticationChain());

		var saved = KEYSTORES.edit(keystore).save(password(), Progress.NONE);
		assertEquals(CHAIN, open(saved.file()).authenticationChain());
		assertTrue(Samples.java(saved.file(), PASSWORD).isCertificateEntry("the issuing CA"), "unknown entries are kept");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PKCS12", "PKCS12-PBMAC1" })
	@DisplayName("Bouncy Castle's files open, PBMAC1 (RFC 9579) too, and are saved so that the JDK reads them")
	void bouncyCastlesFilesOpen(String type) throws Exception {
		var file = KeystoreBuilder.ofType(type, new BouncyCastleProvider())
				.key(Keystore.AUTHENTICATION, PAIR.getPrivate(), CHAIN, PASSWORD).write(folder.resolve("bc.p12"), PASSWORD);

		var keystore = open(file);
		assertEquals(CHAIN, keystore.authenticationChain());

		KEYSTORES.edit(keystore).save(password(), Progress.NONE);
		assertTrue(Samples.java(file, PASSWORD).isKeyEntry(Keystore.AUTHENTICATION));
	}

	@Test
	@DisplayName("entries that the product does not know are kept, a secret key of the JDK too")
	void unknownEntriesAreKept() throws Exception {
		var file = KeystoreBuilder.pkcs12().key(Keystore.AUTHENTICATION, PAIR.getPrivate(), CHAIN, PASSWORD)
				.secretKey("a secret", SECRET_KEY, PASSWORD)
				.write(folder.resolve("with-secret.p12"), PASSWORD);

		KEYSTORES.edit(open(file)).save(Samples.secret("Changed-22"), Progress.NONE);

		assertEquals(SECRET_KEY, Samples.java(file, "Changed-22").getKey("a secret", "Changed-22".toCharArray()));
	}

	@Test
	void keytoolListsWhatWeWrite() throws Exception {
		var list = keytoolList(withToken(folder).file());

		assertTrue(list.contains("authentication, ") && list.contains("111, ") && list.contains("PrivateKeyEntry"), list);
		assertTrue(list.contains("trustedCertEntry"), list);
		assertTrue(list.contains("4 entries"), list);
	}

	@Test
	@DisplayName("openssl reads what we write, and shows the parameters: AES-256, SHA-256")
	void opensslShowsWhatWeWrite() throws Exception {
		var file = withToken(folder).file();

		var info = run(folder, "openssl", "pkcs12", "-in", file.toString(), "-passin", "file:password", "-info", "-nodes");

		assertTrue(info.contains("MAC: sha256, Iteration 40000"), info);
		assertTrue(info.contains("PBES2, PBKDF2, AES-256-CBC, Iteration 20000, PRF hmacWithSHA256"), info);
		assertTrue(info.contains("friendlyName: authentication") && info.contains("friendlyName: 111"), info);
		assertEquals(2, info.split("BEGIN PRIVATE KEY").length - 1);
		assertEquals(4, info.split("BEGIN CERTIFICATE").length - 1);
	}

	@Test
	@DisplayName("our files have the structure of the JDK's: the same algorithms in the same places")
	void sameStructureAsTheJdks() throws Exception {
		var jdk = Pkcs12Outline.read(Files.readAllBytes(KeystoreBuilder.pkcs12()
				.key(Keystore.AUTHENTICATION, PAIR.getPrivate(), CHAIN, PASSWORD).write(folder.resolve("jdk.p12"), PASSWORD)));
		var ours = Pkcs12Outline.read(Files.readAllBytes(Samples.completed(folder).file()));

		assertEquals(jdk.macName(), ours.macName());
		assertEquals(algorithms(jdk), algorithms(ours));
		assertEquals(jdk.plainBags().count(), ours.plainBags().count());
	}

	private static String signature(Keystore keystore) {
		try {
			return HexFormat.of().formatHex(keystore.authenticationSigner().sign(PROBE));
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	private static String signature(PrivateKey key) {
		try {
			var signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(key);
			signature.update(PROBE);
			return HexFormat.of().formatHex(signature.sign());
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}

	private static List<String> algorithms(Pkcs12Outline outline) {
		return outline.safes().stream().map(safe -> switch (safe) {
			case Pkcs12Outline.Plain plain -> "plain " + plain.bags().stream()
					.map(bag -> Pkcs12Outline.wrappedKey(bag).orElseThrow().getEncryptionAlgorithm().getAlgorithm()).toList();
			case Pkcs12Outline.Encrypted encrypted -> "encrypted " + encrypted.algorithm().getAlgorithm();
		}).toList();
	}

	private Path openssl(String... options) {
		var command = new ArrayList<>(List.of("openssl", "pkcs12", "-export", "-inkey", "key.pem", "-in",
				"chain.pem", "-out", "openssl.p12", "-passout", "file:password"));
		command.addAll(List.of(options));
		run(folder, command.toArray(String[]::new));
		return folder.resolve("openssl.p12");
	}

	private String keytoolList(Path file) {
		return run(folder, keytool(), "-J-Duser.language=en", "-list", "-keystore", file.toString(), "-storepass:file", "password");
	}

	private static Keystore openOrFail(Path file) {
		try {
			return open(file);
		} catch (Exception e) {
			throw new AssertionError("does not open", e);
		}
	}

	private static String pem(String type, byte[] der) {
		return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(type, Base64.getMimeEncoder().encodeToString(der));
	}
}
