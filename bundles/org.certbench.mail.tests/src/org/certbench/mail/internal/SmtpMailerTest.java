package org.certbench.mail.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Secret;
import org.certbench.mail.Mail;
import org.certbench.mail.Mail.Attachment;
import org.certbench.mail.MailException;
import org.certbench.mail.MailException.Reason;
import org.certbench.mail.MailServer;
import org.certbench.mail.MailServer.Protection;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** Writing mails, and the ways in which a server does not take one. */
class SmtpMailerTest {

	private static final Instant NOW = Instant.parse("2030-03-01T10:00:00Z");
	private static final Mail MAIL = mail("chief@example.org", List.of());

	private final SmtpMailer mailer = new SmtpMailer(() -> NOW, Duration.ofMillis(500));

	@Test
	@DisplayName("M30: a draft is opened as one, with its attachment")
	void draft() throws Exception {
		byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
		var message = parse(mailer.draft(mail("", List.of(new Attachment("révocation.pdf", "application/pdf", pdf)))));
		var parts = new MimeMultipart(message.getDataHandler().getDataSource());
		assertAll(() -> assertEquals("1", message.getHeader("X-Unsent", null)),
				() -> assertEquals("À renouveler", message.getSubject()),
				() -> assertEquals(2, message.getAllRecipients().length),
				() -> assertEquals("Bonjour,\r\nça presse.", text(parts.getBodyPart(0).getInputStream().readAllBytes())),
				() -> assertTrue(parts.getBodyPart(1).isMimeType("application/pdf")),
				() -> assertEquals("%PDF-1.7", text(parts.getBodyPart(1).getInputStream().readAllBytes())));
	}

	@Test
	@DisplayName("M20: the server gets the mail, for every recipient, after the login")
	void sent() throws Exception {
		try (var server = new ScriptedServer(Map.of())) {
			send(server.port(), Protection.NONE, "jane");
			var said = server.said();
			assertAll(() -> assertTrue(said.stream().anyMatch(line -> line.startsWith("AUTH "))),
					() -> assertTrue(said.contains("RCPT TO:<chief@example.org>")),
					() -> assertTrue(said.contains("RCPT TO:<integrator@example.org>")),
					() -> assertTrue(said.contains("Auto-Submitted: auto-generated")),
					() -> assertTrue(said.stream().anyMatch(line -> line.matches("Message-ID: <.*@example\\.org>"))));
		}
	}

	@Test
	@DisplayName("an address that is none is told before anything is sent")
	void malformedAddress() throws Exception {
		try (var server = new ScriptedServer(Map.of())) {
			var failure = assertThrows(MailException.class, () -> mailer.send(mail("chief at home", List.of()),
					server(server.port(), Protection.NONE, ""), noPassword()));
			assertEquals(Reason.ADDRESS_MALFORMED, failure.reason());
			assertEquals("mail-address-refused", failure.problem());
			assertFalse(failure.concernsServer());
			assertEquals(List.of(), server.said());
		}
	}

	@Test
	@DisplayName("a server whose name nobody knows")
	void unknownServer() {
		var server = new MailServer("mail.invalid", 25, Protection.NONE, "");
		assertEquals(Reason.SERVER_UNKNOWN,
				assertThrows(MailException.class, () -> mailer.send(MAIL, server, noPassword())).reason());
	}

	@Test
	@DisplayName("nobody listens")
	void nobodyThere() throws Exception {
		int port;
		try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = closed.getLocalPort();
		}
		assertEquals("mail-server-not-reached", assertFails(Reason.NOT_REACHED, port, Protection.NONE, "").problem());
	}

	@Test
	@DisplayName("a silent server")
	void silent() throws Exception {
		try (var server = new ScriptedServer(Map.of("greeting", ""))) {
			assertFails(Reason.TIMEOUT, server.port(), Protection.NONE, "");
		}
	}

	@Test
	@DisplayName("a server with a certificate of nobody known")
	void untrusted() throws Exception {
		try (var server = new ScriptedServer(withUnknownCertificate(), Map.of())) {
			assertEquals("mail-server-untrusted", assertFails(Reason.UNTRUSTED, server.port(), Protection.TLS, "").problem());
			assertEquals(List.of(), server.said(), "nothing was said to it");
		}
	}

	@Test
	@DisplayName("a server without STARTTLS gets neither the password nor the mail")
	void notEncrypted() throws Exception {
		try (var server = new ScriptedServer(Map.of())) {
			assertFails(Reason.NOT_ENCRYPTED, server.port(), Protection.STARTTLS, "jane");
			assertTrue(server.said().stream().noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL")));
		}
	}

	@Test
	@DisplayName("user and password do not fit; the answer of the server is shown, the password is not")
	void loginRefused() throws Exception {
		try (var server = new ScriptedServer(Map.of("AUTH", "535 5.7.8 no such user"))) {
			var failure = assertFails(Reason.LOGIN_REFUSED, server.port(), Protection.NONE, "jane");
			assertEquals("mail-login-refused", failure.problem());
			assertTrue(failure.getMessage().contains("no such user"), failure.getMessage());
			assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
		}
	}

	@Test
	@DisplayName("a recipient is not taken: nobody gets the mail, and it is tried again")
	void recipientRefused() throws Exception {
		try (var server = new ScriptedServer(Map.of("RCPT", "550 5.1.1 no such mailbox"))) {
			var failure = assertFails(Reason.MAIL_REFUSED, server.port(), Protection.NONE, "");
			assertTrue(failure.getMessage().contains("no such mailbox"), failure.getMessage());
			assertFalse(server.said().contains("DATA"));
		}
	}

	@Test
	@DisplayName("the server breaks off")
	void other() throws Exception {
		try (var server = new ScriptedServer(Map.of("greeting", "421 too busy"))) {
			assertEquals("mail-not-sent", assertFails(Reason.OTHER, server.port(), Protection.NONE, "").problem());
		}
	}

	@Test
	@DisplayName("B05: every text is there in every language")
	void translated() {
		Translations.check(MailException.class);
	}

	private MailException assertFails(Reason reason, int port, Protection protection, String user) {
		var failure = assertThrows(MailException.class, () -> send(port, protection, user));
		assertEquals(reason, failure.reason(), failure.getMessage());
		assertTrue(failure.problem().startsWith("mail-"), failure.problem());
		return failure;
	}

	private void send(int port, Protection protection, String user) throws MailException {
		try (var password = Secret.taking("secret".toCharArray())) {
			mailer.send(MAIL, server(port, protection, user), password);
		}
	}

	private static MailServer server(int port, Protection protection, String user) {
		return new MailServer("localhost", port, protection, user);
	}

	private static Secret noPassword() {
		return Secret.taking(new char[0]);
	}

	private static Mail mail(String to, List<Attachment> attachments) {
		return new Mail("program@example.org", List.of(to.isEmpty() ? "info@example.org" : to),
				List.of("integrator@example.org"), "À renouveler", "Bonjour,\nça presse.", attachments);
	}

	private static ServerSocketFactory withUnknownCertificate() throws Exception {
		var keys = TestKeys.rsa("mail server");
		var name = DistinguishedName.parse("CN=localhost");
		var itself = TestPki.certificate(name, keys.getPublic(), name, keys, NOW.minus(Duration.ofDays(9999)),
				NOW.plus(Duration.ofDays(9999)));
		var store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("server", keys.getPrivate(), new char[0], new X509Certificate[] { itself });
		var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, new char[0]);
		var context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context.getServerSocketFactory();
	}

	private static MimeMessage parse(byte[] bytes) throws Exception {
		return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}
}
