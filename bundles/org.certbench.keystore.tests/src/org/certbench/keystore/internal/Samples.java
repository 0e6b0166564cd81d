package org.certbench.keystore.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Comparator;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystores;
import org.certbench.testing.TestKeystores;
import org.certbench.testing.TestPki;

/** Invented holders and passwords, and keystores at the stages of their life. */
final class Samples {

	static final String PASSWORD = "Invented-1";
	/** An ambulance service that does not exist. */
	static final Holder HOLDER = Holder.parse("NIHII-AMBU_SERVICE=79690052");
	static final String NAME = "AMBULANCE NOWHERE";
	static final TestPki PKI = TestPki.rsa();
	static final Keystores KEYSTORES = TestKeystores.keystores();

	private static final String FILE = "NIHII-AMBU_SERVICE=79690052 20250101-120000.p12";
	private static final Once COMPLETED = new Once(folder -> complete(requested(folder)));
	private static final Once WAITING = new Once(folder -> KEYSTORES.edit(completed(folder)).createEncryptionKey()
			.save(password(), Progress.NONE));
	private static final Once WITH_TOKEN = new Once(folder -> install(waiting(folder), 111));

	private Samples() {
	}

	static Secret password() {
		return secret(PASSWORD);
	}

	static Secret secret(String characters) {
		return Secret.taking(characters.toCharArray());
	}

	/** On disk, its certificate requested. */
	static Keystore requested(Path folder) throws ProblemException {
		return KEYSTORES.create(folder, HOLDER, Environment.SIMULATOR).save(password(), Progress.NONE);
	}

	/** On disk, its chain installed: always the same one, for making it takes long. */
	static Keystore completed(Path folder) throws ProblemException {
		return open(write(folder, COMPLETED.get()));
	}

	/** On disk, with an encryption key that awaits its certificate: always the same one. */
	static Keystore waiting(Path folder) throws ProblemException {
		return open(write(folder, WAITING.get()));
	}

	/** On disk, with an encryption certificate of serial number 111: always the same one. */
	static Keystore withToken(Path folder) throws ProblemException {
		return open(write(folder, WITH_TOKEN.get()));
	}

	private static Path write(Path folder, byte[] content) {
		try {
			return Files.write(Files.createTempDirectory(folder, "sample").resolve(FILE), content);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static byte[] contentOf(Stage stage) {
		try {
			var folder = Files.createTempDirectory("certbench");
			var keystore = stage.reach(folder);
			byte[] content = Files.readAllBytes(keystore.file());
			try (var files = Files.walk(folder)) {
				for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
			return content;
		} catch (IOException | ProblemException e) {
			throw new IllegalStateException(e);
		}
	}

	private interface Stage {
		Keystore reach(Path folder) throws ProblemException;
	}

	/** Made when first asked for, once. */
	private static final class Once {
		private final Stage stage;
		private byte[] content;

		private Once(Stage stage) {
			this.stage = stage;
		}

		synchronized byte[] get() {
			if (content == null) {
				content = contentOf(stage);
			}
			return content;
		}
	}

	static Keystore complete(Keystore keystore) throws ProblemException {
		var chain = PKI.issue(HOLDER, NAME, keystore.authenticationChain().getFirst().getPublicKey());
		return KEYSTORES.edit(keystore).installChain(chain).save(password(), Progress.NONE);
	}

	static Keystore withToken(Keystore keystore, long serial) throws ProblemException {
		return install(KEYSTORES.edit(keystore).createEncryptionKey().save(password(), Progress.NONE), serial);
	}

	private static Keystore install(Keystore waiting, long serial) throws ProblemException {
		var certificate = waiting.issueEncryptionCertificate(BigInteger.valueOf(serial));
		return KEYSTORES.edit(waiting).installEncryptionCertificate(certificate).save(password(), Progress.NONE);
	}

	static Keystore open(Path file) throws ProblemException {
		return KEYSTORES.open(file, password(), Progress.NONE);
	}

	/** What the JDK sees, and with it the software around us; it lowers the case of aliases. */
	static KeyStore java(Path file, String password) {
		try (var in = Files.newInputStream(file)) {
			var store = KeyStore.getInstance("PKCS12");
			store.load(in, password.toCharArray());
			return store;
		} catch (IOException | GeneralSecurityException e) {
			throw new AssertionError("the JDK does not read " + file.getFileName(), e);
		}
	}
}
