package org.certbench.reminder.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.certbench.core.Secret;
import org.certbench.mail.MailServer;
import org.certbench.mail.MailServer.Protection;
import org.certbench.reminder.Addressee;
import org.certbench.reminder.Language;
import org.certbench.reminder.ReminderFileException;
import org.certbench.reminder.ReminderSettings;
import org.certbench.testing.TestLives;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set up, on disk. */
class FolderSetupTest {

	@TempDir
	Path data;

	private FolderSetup setup;

	@BeforeEach
	void set() {
		setup = new FolderSetup(() -> data);
	}

	@Test
	@DisplayName("nothing set: the workbench reminds from three months before the expiry on, and no mail is sent")
	void nothing() throws Exception {
		assertEquals(ReminderSettings.DEFAULT, setup.settings());
		assertEquals(90, setup.settings().thresholds().getFirst());
		assertFalse(setup.settings().sendsMails());
		assertTrue(setup.password().isEmpty());
	}

	@Test
	@DisplayName("what is kept comes back")
	void kept() throws Exception {
		var settings = new ReminderSettings(new MailServer("mail.example.org", 2525, Protection.TLS, "jane"), "from@example.org",
				List.of(Addressee.ofAll("a@example.org", Language.DUTCH),
						new Addressee("b@example.org", Language.FRENCH, List.of(TestLives.holder("AMBU")))),
				List.of(7, 30));
		setup.keep(settings);
		assertEquals(settings, setup.settings());
		assertTrue(setup.settings().sendsMails());
		assertEquals(List.of(30, 7), setup.settings().thresholds());
	}

	@Test
	@DisplayName("a file written by hand needs only what has no usual value")
	void byHand() throws Exception {
		write("""
				{"server": {"host": "mail.example.org", "protection": "starttls"}, "from": "from@example.org",
				 "addressees": [{"address": "a@example.org", "language": "fr"}]}""");
		assertEquals(new MailServer("mail.example.org", 587, Protection.STARTTLS, ""), setup.settings().server());
		assertEquals(ReminderSettings.DEFAULT.thresholds(), setup.settings().thresholds());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "{\"thresholds\": [0]}", "{\"thresholds\": []}", "{\"thresholds\": [\"soon\"]}",
			"{\"server\": {\"host\": \"a\", \"protection\": \"ssl\"}}", "{\"server\": {\"protection\": \"tls\"}}",
			"{\"server\": {\"host\": \"a\", \"protection\": \"tls\", \"port\": 70000}}",
			"{\"addressees\": [{\"address\": \"a@example.org\", \"language\": \"it\"}]}",
			"{\"addressees\": [{\"address\": \"a@example.org\", \"language\": \"fr\", \"holders\": [\"x\"]}]}",
			"{\"addressees\": [null]}", "{\"thresholds\": [null]}" })
	@DisplayName("a file that cannot be understood is told, never passed over: else nobody would be reminded")
	void notUnderstood(String content) throws Exception {
		write(content);
		var failure = assertThrows(ReminderFileException.class, setup::settings);
		assertEquals("reminder-settings", failure.problem());
		assertTrue(failure.getMessage().contains(setup.file().toString()), failure.getMessage());
	}

	@Test
	@DisplayName("the password is in a file of its own that only its owner can read, and can be forgotten")
	void password() throws Exception {
		try (var secret = Secret.taking("pässword".toCharArray()); var none = Secret.taking(new char[0])) {
			setup.keepPassword(secret);
			try (var read = setup.password().orElseThrow()) {
				assertArrayEquals("pässword".toCharArray(), read.characters());
			}
			assertFalse(Files.exists(setup.file()));
			setup.keepPassword(none);
			assertTrue(setup.password().isEmpty());
		}
	}

	@Test
	@DisplayName("nobody else can read it")
	void mode() throws Exception {
		assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
		try (var secret = Secret.taking("secret".toCharArray())) {
			setup.keepPassword(secret);
		}
		assertEquals("rw-------",
				PosixFilePermissions.toString(Files.getPosixFilePermissions(setup.file().resolveSibling("smtp-password"))));
	}

	private void write(String content) throws Exception {
		Files.createDirectories(setup.file().getParent());
		Files.writeString(setup.file(), content);
	}
}
