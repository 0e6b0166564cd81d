package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PKI;
import static org.certbench.keystore.internal.Samples.secret;
import static org.certbench.testing.Programs.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import org.certbench.core.Progress;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.Pkcs12Forge;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords with other characters than eHealth's rules allow: other programs take them. */
class PasswordCharactersTest {

	private static final String ACCENTS = "Pass\u00e9-compos\u00e9-1";
	private static final String BEYOND_LATIN = "\u20ac\u03b1\ud83d\udd11-Invented-1";

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { ACCENTS, BEYOND_LATIN })
	void theJdksFilesOpen(String password) throws Exception {
		for (var type : List.of("PKCS12", "JKS", "JCEKS")) {
			assertEquals(Keystore.Stage.COMPLETED, stage(write(KeystoreBuilder.ofType(type), password), password), type);
		}
	}

	@Test
	void bouncyCastlesFilesOpen() throws Exception {
		var forge = new Pkcs12Forge(BEYOND_LATIN);
		var pair = TestKeys.rsa("holder");
		var leaf = Pkcs12Forge.certificate(PKI.issue(HOLDER, NAME, pair.getPublic()).getFirst());
		var file = Files.write(folder.resolve("bc.p12"),
				forge.plain(forge.key(Keystore.AUTHENTICATION, pair.getPrivate())).sealed(leaf).withMac());

		assertEquals(Keystore.Stage.COMPLETED, stage(file, BEYOND_LATIN));
	}

	@ParameterizedTest
	@DisplayName("openssl's files open, with its present algorithms and with its old ones")
	@ValueSource(strings = { "", "-macalg sha1 -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES" })
	void opensslsFilesOpen(String options) throws Exception {
		assertEquals(Keystore.Stage.COMPLETED, stage(openssl(ACCENTS, StandardCharsets.UTF_8, options), ACCENTS));
	}

	@Test
	@DisplayName("the same letters in other characters are another password")
	void otherCharacters() throws Exception {
		var file = write(KeystoreBuilder.pkcs12(), ACCENTS);
		var decomposed = Normalizer.normalize(ACCENTS, Normalizer.Form.NFD);
		var misread = new String(ACCENTS.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

		for (var wrong : List.of(decomposed, misread, "Passe-compose-1", "\ud83d", "")) {
			assertThrows(KeystoreException.WrongPassword.class, () -> stage(file, wrong), wrong);
		}
	}

	@Test
	@DisplayName("a program that wrote accents in bytes of its own is told from a wrong password")
	void bytesOfAnotherCharacterSet() throws Exception {
		var file = openssl(ACCENTS, StandardCharsets.ISO_8859_1, "");

		var failure = assertThrows(KeystoreException.Unsupported.class, () -> stage(file, ACCENTS));

		assertTrue(failure.getMessage().contains("accents in the password"), failure.getMessage());
	}

	private static Keystore.Stage stage(Path file, String password) throws Exception {
		try (var keystore = KEYSTORES.open(file, secret(password), Progress.NONE)) {
			return keystore.stage();
		}
	}

	private Path write(KeystoreBuilder builder, String password) {
		var pair = TestKeys.rsa("holder");
		return builder.key(Keystore.AUTHENTICATION, pair.getPrivate(), PKI.issue(HOLDER, NAME, pair.getPublic()), password)
				.write(folder.resolve("keystore.p12"), password);
	}

	private Path openssl(String password, Charset characters, String options) throws Exception {
		var pair = TestKeys.rsa("holder");
		Files.write(folder.resolve("password"), password.getBytes(characters));
		Files.writeString(folder.resolve("all.pem"), pem("PRIVATE KEY", pair.getPrivate().getEncoded())
				+ pem("CERTIFICATE", PKI.issue(HOLDER, NAME, pair.getPublic()).getFirst().getEncoded()));
		var command = new ArrayList<>(List.of("openssl", "pkcs12", "-export", "-in", "all.pem", "-name", "authentication", "-out",
				"openssl.p12", "-passout", "file:password"));
		command.addAll(List.of(options.isEmpty() ? new String[0] : options.split(" ")));
		run(folder, command.toArray(String[]::new));
		return folder.resolve("openssl.p12");
	}

	private static String pem(String type, byte[] der) {
		return "-----BEGIN %s-----%n%s%n-----END %1$s-----%n".formatted(type, Base64.getMimeEncoder().encodeToString(der));
	}
}
