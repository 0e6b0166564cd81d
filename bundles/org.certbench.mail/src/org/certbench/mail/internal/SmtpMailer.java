package org.certbench.mail.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;

import org.certbench.core.Secret;
import org.certbench.mail.Mail;
import org.certbench.mail.MailException;
import org.certbench.mail.MailException.Reason;
import org.certbench.mail.MailServer;
import org.certbench.mail.MailServer.Protection;
import org.certbench.mail.Mailer;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;

/**
 * Sends mails by SMTP (RFC 5321). The library's transport is made directly: its own search for one goes
 * through the service loader.
 */
@Component
public final class SmtpMailer implements Mailer {

	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final String PREFIX = "mail.smtp.";

	private final InstantSource clock;
	private final Duration patience;

	@Activate
	public SmtpMailer(@Reference InstantSource clock) {
		this(clock, PATIENCE);
	}

	/** @param patience how long a connection, an answer and a write may each take */
	SmtpMailer(InstantSource clock, Duration patience) {
		this.clock = clock;
		this.patience = patience;
	}

	@Override
	public byte[] draft(Mail mail) throws MailException {
		try {
			var message = MimeMail.of(mail, Session.getInstance(new Properties()), clock.instant());
			// Mail programs take a file with this header as a draft, not as something received.
			message.setHeader("X-Unsent", "1");
			message.saveChanges();
			return MimeMail.bytes(message);
		} catch (MessagingException e) {
			throw new MailException(Reason.OTHER, mail.subject(), e.getMessage(), e);
		}
	}

	@Override
	public void send(Mail mail, MailServer server, Secret password) throws MailException {
		var session = Session.getInstance(properties(mail, server));
		try (var transport = new SMTPTransport(session, new URLName("smtp://"))) {
			var message = MimeMail.of(mail, session, clock.instant());
			// Nobody's absence note shall answer a program (RFC 3834).
			message.setHeader("Auto-Submitted", "auto-generated");
			message.saveChanges();
			if (server.needsLogin()) {
				transport.connect(server.host(), server.port(), server.user(), new String(password.characters()));
			} else {
				transport.connect(server.host(), server.port(), null, null);
			}
			transport.sendMessage(message, message.getAllRecipients());
		} catch (MessagingException e) {
			throw Failures.explain(e, server);
		}
	}

	private Properties properties(Mail mail, MailServer server) {
		var properties = new Properties();
		// The identification of the mail names the sender's domain, not this computer.
		properties.setProperty("mail.from", mail.from());
		properties.setProperty(PREFIX + "auth", String.valueOf(server.needsLogin()));
		properties.setProperty(PREFIX + "starttls.enable", String.valueOf(server.protection() == Protection.STARTTLS));
		properties.setProperty(PREFIX + "starttls.required", String.valueOf(server.protection() == Protection.STARTTLS));
		properties.setProperty(PREFIX + "ssl.enable", String.valueOf(server.protection() == Protection.TLS));
		properties.setProperty(PREFIX + "ssl.checkserveridentity", "true");
		for (var limit : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			properties.setProperty(PREFIX + limit, String.valueOf(patience.toMillis()));
		}
		return properties;
	}
}
