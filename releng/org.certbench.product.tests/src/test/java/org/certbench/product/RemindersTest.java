package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Reminders by mail through a real mail server (GreenMail), sent by {@code certbench remind} as a process (M20). */
class RemindersTest {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
	private static final String USER = "certbench";
	private static final String PASSWORD = "invented for this test";
	private static final Map<String, String> SECRETS = Map.of("CERTBENCH_SMTP_PASSWORD", PASSWORD);

	@TempDir
	Path home;

	private Product product;
	private Path folder;
	private GreenMail server;

	@BeforeEach
	void certificateThatExpiresSoon() throws IOException {
		product = Product.withHome(home);
		folder = Files.createDirectory(home.resolve("keystores"));
		keystore("NIHII-AMBU_SERVICE=79690001", 20);
	}

	@AfterEach
	void stop() {
		if (server != null) {
			server.stop();
		}
	}

	@Test
	@DisplayName("M20: each addressee gets exactly one mail for a threshold, in his language, over a login; twice called, once told")
	void once() throws Exception {
		int port = start(ServerSetup.PROTOCOL_SMTP);
		setUp("none", port, "fr", "nl");

		var first = json(product.run(SECRETS, "remind", "--json", folder.toString()).expecting(0).out());
		var second = json(product.run(SECRETS, "remind", "--json", folder.toString()).expecting(0).out());

		assertEquals(2, first.getAsJsonArray("letters").size(), first::toString);
		assertEquals(0, second.getAsJsonArray("letters").size(), second::toString);
		assertEquals(2, server.getReceivedMessages().length);
		var french = mailTo("fr@example.org");
		assertEquals("Certificat eHealth de NIHII-AMBU_SERVICE=79690001 : expire dans 19 jours", french.getSubject());
		assertContains(text(french), "Ce certificat eHealth expire bientôt", "renouveler le certificat",
				"votre carte d'identité (eID) et son code PIN", folder.toString());
		var dutch = mailTo("nl@example.org");
		assertEquals("eHealth-certificaat van NIHII-AMBU_SERVICE=79690001: vervalt over 19 dagen", dutch.getSubject());
		assertContains(text(dutch), "Dit eHealth-certificaat vervalt binnenkort", "het certificaat vernieuwen", "pincode");
		assertEquals("certbench@example.org", french.getFrom()[0].toString());

		keystore("NIHII-AMBU_SERVICE=79690002", 5);
		product.run(SECRETS, "remind", folder.toString()).expecting(0);
		assertEquals(4, server.getReceivedMessages().length, "a certificate that came later is told of, the other one is not");
	}

	@Test
	@DisplayName("M20: over TLS with a login; a certificate of nobody known is not spoken to")
	void encrypted() throws Exception {
		var trusted = certificateOfServer();
		int port = start(ServerSetup.PROTOCOL_SMTPS);
		setUp("tls", port, "fr");

		var untrusted = product.run(SECRETS, "remind", folder.toString()).expecting(7);
		assertContains(untrusted.err(), "localhost:" + port, "mail-server-untrusted");
		assertEquals(0, server.getReceivedMessages().length);

		var trusting = product.with("-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=changeit");
		trusting.run(SECRETS, "remind", folder.toString()).expecting(0);
		assertEquals(1, server.getReceivedMessages().length);
	}

	@Test
	@DisplayName("exit code 7: a refused login and a server that is gone; nothing is noted as told, and the next run sends")
	void notSent() throws Exception {
		int port = start(ServerSetup.PROTOCOL_SMTP);
		setUp("none", port, "fr", "nl");

		var wrong = product.run(Map.of("CERTBENCH_SMTP_PASSWORD", "not this one"), "remind", folder.toString()).expecting(7);
		assertContains(wrong.err(), "mail-login-refused");
		assertFalse((wrong.out() + wrong.err()).contains("not this one"), "the password is in no answer");
		server.stop();
		var gone = product.run(SECRETS, "remind", "--json", folder.toString()).expecting(7);
		var errors = json(gone.out()).getAsJsonArray("letters").asList().stream()
				.map(letter -> letter.getAsJsonObject().getAsJsonObject("error").get("problem").getAsString()).distinct().toList();
		assertEquals("[mail-server-not-reached]", errors.toString());

		setUp("none", start(ServerSetup.PROTOCOL_SMTP), "fr", "nl");
		product.run(SECRETS, "remind", folder.toString()).expecting(0);
		assertEquals(2, server.getReceivedMessages().length);
	}

	@Test
	@DisplayName("--dry-run shows the mail and sends nothing; --to writes to somebody else; the password comes from a file of its owner")
	void options() throws Exception {
		int port = start(ServerSetup.PROTOCOL_SMTP);
		setUp("none", port, "fr");
		var passwordFile = Files.writeString(home.resolve("smtp"), PASSWORD + "\n");
		passwordFile.toFile().setReadable(false, false);
		passwordFile.toFile().setReadable(true, true);

		var shown = product.run("remind", "--dry-run", folder.toString()).expecting(0).out();
		assertContains(shown, "fr@example.org", "Certificat eHealth");
		assertEquals(0, server.getReceivedMessages().length);

		product.run("remind", "--smtp-password-file", passwordFile.toString(), "--to", "other@example.org", "--language", "nl",
				folder.toString()).expecting(0);
		assertContains(mailTo("other@example.org").getSubject(), "eHealth-certificaat");
		assertEquals(1, server.getReceivedMessages().length);
	}

	@Test
	@DisplayName("exit codes: 2 where nothing is set up, 6 where the settings cannot be understood")
	void notSetUp() throws IOException {
		assertContains(product.run("remind", folder.toString()).expecting(2).err(), "settings.json");
		settings("{\"thresholds\": [");
		assertContains(product.run("remind", folder.toString()).expecting(6).err(), "settings.json", "reminder-settings");
	}

	@Test
	@DisplayName("M20: the window tells at its start, once a certificate and threshold was seen no more")
	void inTheWindow() throws IOException {
		var withDriver = product.copy(home.resolve("product"), List.of(), List.of(Product.jar("org.certbench.ui.driver")));

		assertContains(window(withDriver), "reminder.notice\t", "reminder.notice.start", "reminder.notice.close");

		var keystore = Keystores.in(product.data().resolve("simulator/keystore")).getFirst().getFileName();
		var reminders = Files.createDirectories(product.data().resolve("reminders"));
		Files.writeString(reminders.resolve("told.jsonl"), """
				{"at":"%s","to":"workbench","certificate":"simulator:%s","threshold":1}
				""".formatted(Instant.now(), keystore));
		assertFalse(window(withDriver).contains("reminder.notice"));
	}

	/** What the window shows when it has settled. */
	private String window(Product withDriver) throws IOException {
		var dump = home.resolve("window");
		withDriver.with("-Dcertbench.ui.dump=" + dump).run().expecting(0);
		return Files.readString(dump);
	}

	/** The free port on which the server listens then. */
	private int start(String protocol) {
		server = new GreenMail(new ServerSetup(0, "localhost", protocol));
		server.setUser("certbench@example.org", USER, PASSWORD);
		server.start();
		return (protocol.equals(ServerSetup.PROTOCOL_SMTPS) ? server.getSmtps() : server.getSmtp()).getPort();
	}

	/** An addressee for each language, named after it. */
	private void setUp(String protection, int port, String... languages) throws IOException {
		var addressees = Stream.of(languages)
				.map(language -> "{\"address\": \"%s@example.org\", \"language\": \"%s\"}".formatted(language, language)).toList();
		settings("""
				{"server": {"host": "localhost", "port": %d, "protection": "%s", "user": "%s"}, "from": "certbench@example.org",
				 "addressees": %s}""".formatted(port, protection, USER, addressees));
	}

	private void settings(String content) throws IOException {
		var reminders = Files.createDirectories(product.data().resolve("reminders"));
		Files.writeString(reminders.resolve("settings.json"), content);
	}

	/** By its name it was made three years ago, but for some days: that is all that is known without its password. */
	private void keystore(String holder, int daysLeft) throws IOException {
		var created = LocalDateTime.now().minusMonths(36).plusDays(daysLeft);
		var file = folder.resolve(holder + " " + MOMENT.format(created) + ".p12");
		Program.jdkTool("keytool", "-genkeypair", "-alias", "authentication", "-keyalg", "EC", "-dname", "CN=invented", "-storetype",
				"PKCS12", "-keystore", file.toString(), "-storepass", "invented").expecting(0);
	}

	/**
	 * A certificate for the server that nobody knows, and whoever is given the same file trusts it. GreenMail
	 * reads the properties once, when its first server with TLS starts.
	 */
	private Path certificateOfServer() {
		var file = home.resolve("server.p12");
		Program.jdkTool("keytool", "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"SAN=dns:localhost", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "changeit").expecting(0);
		var trusted = home.resolve("trusted.p12");
		var certificate = home.resolve("server.crt");
		Program.jdkTool("keytool", "-exportcert", "-alias", "server", "-keystore", file.toString(), "-storepass", "changeit",
				"-file", certificate.toString()).expecting(0);
		Program.jdkTool("keytool", "-importcert", "-noprompt", "-alias", "server", "-file", certificate.toString(), "-storetype",
				"PKCS12", "-keystore", trusted.toString(), "-storepass", "changeit").expecting(0);
		System.setProperty("greenmail.tls.keystore.file", file.toString());
		System.setProperty("greenmail.tls.keystore.password", "changeit");
		return trusted;
	}

	private MimeMessage mailTo(String address) {
		return Arrays.stream(server.getReceivedMessages()).filter(mail -> isFor(mail, address)).reduce((one, other) -> {
			throw new AssertionError("several mails to " + address);
		}).orElseThrow(() -> new AssertionError("no mail to " + address));
	}

	private static boolean isFor(MimeMessage mail, String address) {
		try {
			return mail.getRecipients(RecipientType.TO)[0].toString().equals(address);
		} catch (MessagingException e) {
			throw new AssertionError(e);
		}
	}

	private static String text(MimeMessage mail) throws Exception {
		return mail.getContent().toString();
	}

	private static JsonObject json(String text) {
		return JsonParser.parseString(text).getAsJsonObject();
	}

	private static void assertContains(String text, String... words) {
		for (var word : words) {
			assertTrue(text.contains(word), () -> word + " in " + text);
		}
	}
}
