package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PASSWORD;
import static org.certbench.keystore.internal.Samples.PKI;
import static org.certbench.keystore.internal.Samples.open;
import static org.certbench.keystore.internal.Samples.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.Pkcs12Forge;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M31: every way in which a keystore cannot be opened is told apart from the others. */
class FailuresTest {

	/** In the first bytes each one means something else; further on, only where something ends. */
	private static final int EACH_LENGTH = 300;
	private static final int FURTHER_LENGTHS = 29;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "PKCS12", "JKS", "JCEKS" })
	void wrongPassword(String type) {
		var file = keystore(type);

		var failure = assertThrows(KeystoreException.WrongPassword.class,
				() -> KEYSTORES.open(file, secret("Not-this-1"), Progress.NONE));

		assertEquals("password-lost", failure.problem());
		assertTrue(failure.getMessage().contains(file.getFileName().toString()));
		assertFalse(failure.getMessage().contains("Not-this-1"));
	}

	@ParameterizedTest
	@DisplayName("a changed byte in the MAC, the certificates or the keys is damage, not a wrong password")
	@ValueSource(doubles = { 0.3, 0.6, 0.99 })
	void changedByte(double where) throws Exception {
		var file = keystore("PKCS12");
		byte[] bytes = Files.readAllBytes(file);
		bytes[(int) (bytes.length * where)] ^= 1;
		Files.write(file, bytes);

		assertThrows(KeystoreException.Damaged.class, () -> open(file));
	}

	@ParameterizedTest
	@DisplayName("whatever bytes are broken, the failure is one of a keystore")
	@ValueSource(strings = { "PKCS12", "JKS", "JCEKS" })
	void brokenBytes(String type) throws Exception {
		var file = keystore(type);
		byte[] bytes = Files.readAllBytes(file);
		var random = new Random(1);
		for (int i = 0; i < 100; i++) {
			byte[] broken = bytes.clone();
			broken[4 + random.nextInt(100)] = (byte) random.nextInt();
			Files.write(file, broken);

			try {
				open(file);
			} catch (KeystoreException expected) {
				assertFalse(expected.remedy().isBlank());
			}
			try {
				KEYSTORES.inspect(file);
			} catch (KeystoreException expected) {
				assertFalse(expected.remedy().isBlank());
			}
		}
	}

	@Test
	void changedByteInAnOldJavaKeystore() throws Exception {
		var file = keystore("JKS");
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 1] ^= 1;
		Files.write(file, bytes);

		assertThrows(KeystoreException.Damaged.class, () -> open(file));
	}

	@ParameterizedTest
	@DisplayName("a file that was cut off, wherever that was, is damaged")
	@ValueSource(strings = { "PKCS12", "JKS", "JCEKS" })
	void cutOff(String type) throws Exception {
		var file = keystore(type);
		byte[] bytes = Files.readAllBytes(file);
		for (int length = 0; length < bytes.length; length += length < EACH_LENGTH ? 1 : FURTHER_LENGTHS) {
			Files.write(file, Arrays.copyOf(bytes, length));

			assertThrows(KeystoreException.Damaged.class, () -> open(file), "cut off after " + length + " bytes");
		}
		Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
		assertThrows(KeystoreException.Damaged.class, () -> KEYSTORES.inspect(file));
	}

	@Test
	void noKeystoreAtAll() throws Exception {
		var text = Files.writeString(folder.resolve("letter.p12"), "Dear Sir or Madam");
		var certificate = Files.write(folder.resolve("certificate.p12"), PKI.root().getEncoded());

		assertThrows(KeystoreException.NotAKeystore.class, () -> open(text));
		assertThrows(KeystoreException.NotAKeystore.class, () -> open(certificate));
	}

	@Test
	void missing() {
		var failure = assertThrows(KeystoreException.Missing.class, () -> open(folder.resolve("gone.p12")));

		assertEquals("keystore-lost", failure.problem());
	}

	@Test
	void notAccessible() throws Exception {
		var file = keystore("PKCS12");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
		assumeTrue(!Files.isReadable(file), "who runs as root may read everything");

		assertThrows(KeystoreException.NotAccessible.class, () -> open(file));
	}

	@Test
	void anEntryWithAPasswordOfItsOwn() {
		var pair = TestKeys.rsa("holder");
		var file = KeystoreBuilder.pkcs12()
				.key(Keystore.AUTHENTICATION, pair.getPrivate(), PKI.issue(HOLDER, NAME, pair.getPublic()), "Of-its-own-1")
				.write(folder.resolve("two-passwords.p12"), PASSWORD);

		var failure = assertThrows(KeystoreException.Unsupported.class, () -> open(file));

		assertTrue(failure.getMessage().contains(file.getFileName().toString()));
	}

	@Test
	@DisplayName("an entry's own password is told as well where the file's seems to decrypt it, as happens one time in 256")
	void anEntryThatSeemsToDecrypt() throws Exception {
		var forge = new Pkcs12Forge(PASSWORD);
		var file = Files.write(folder.resolve("by-chance.p12"),
				forge.plain(forge.key(Keystore.AUTHENTICATION, new byte[] { 1, 2, 3 })).withMac());

		assertThrows(KeystoreException.Unsupported.class, () -> open(file));
	}

	@Test
	void noAuthenticationEntry() {
		var file = KeystoreBuilder.pkcs12().trusted("root", PKI.root()).write(folder.resolve("trust.p12"), PASSWORD);

		assertThrows(KeystoreException.NoAuthenticationEntry.class, () -> open(file));
	}

	@Test
	void aCertificateOfAnotherKey() {
		var chain = PKI.issue(HOLDER, NAME, TestKeys.rsa("another").getPublic());
		var file = KeystoreBuilder.pkcs12()
				.key(Keystore.AUTHENTICATION, TestKeys.rsa("holder").getPrivate(), chain, PASSWORD)
				.write(folder.resolve("mixed.p12"), PASSWORD);

		assertThrows(KeystoreException.OtherKey.class, () -> open(file));
	}

	@Test
	void deeplyNestedStructure() throws Exception {
		var bytes = new ByteArrayOutputStream();
		bytes.write(new byte[] { 0x30, (byte) 0x80, 0x02, 0x01, 0x03 });
		for (int i = 0; i < 100_000; i++) {
			bytes.write(new byte[] { 0x30, (byte) 0x80 });
		}
		var file = Files.write(folder.resolve("deep.p12"), bytes.toByteArray());

		assertThrows(KeystoreException.Damaged.class, () -> open(file));
		assertThrows(KeystoreException.Damaged.class, () -> KEYSTORES.inspect(file));
	}

	@Test
	void cancelledBeforeItBegins() {
		assertThrows(Cancelled.class,
				() -> KEYSTORES.open(folder.resolve("any.p12"), Samples.password(), new CountingProgress(1)));
	}

	private Path keystore(String type) {
		var pair = TestKeys.rsa("holder");
		return KeystoreBuilder.ofType(type)
				.key(Keystore.AUTHENTICATION, pair.getPrivate(), PKI.issue(HOLDER, NAME, pair.getPublic()), PASSWORD)
				.write(folder.resolve("keystore.p12"), PASSWORD);
	}
}
