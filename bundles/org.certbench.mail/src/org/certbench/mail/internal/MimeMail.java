package org.certbench.mail.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.certbench.mail.Mail;
import org.certbench.mail.MailException;
import org.certbench.mail.MailException.Reason;
import org.eclipse.angus.mail.handlers.multipart_mixed;

import jakarta.activation.CommandInfo;
import jakarta.activation.CommandMap;
import jakarta.activation.DataContentHandler;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

/** A mail in the form in which it travels (RFC 5322, MIME), in UTF-8. */
final class MimeMail {

	private MimeMail() {
	}

	static MimeMessage of(Mail mail, Session session, Instant now) throws MailException, MessagingException {
		var message = new MimeMessage(session);
		if (!mail.from().isEmpty()) {
			message.setFrom(address(mail.from()));
		}
		message.setRecipients(RecipientType.TO, addresses(mail.to()));
		message.setRecipients(RecipientType.CC, addresses(mail.copy()));
		message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
		message.setSentDate(Date.from(now));
		if (mail.attachments().isEmpty()) {
			message.setDataHandler(text(mail.text()));
		} else {
			message.setDataHandler(multipart(mail));
		}
		return message;
	}

	static byte[] bytes(MimeMessage message) throws MessagingException {
		var bytes = new ByteArrayOutputStream();
		try {
			message.writeTo(bytes);
		} catch (IOException e) {
			throw new MessagingException("memory cannot be written to", e);
		}
		return bytes.toByteArray();
	}

	private static InternetAddress[] addresses(List<String> texts) throws MailException {
		var addresses = new InternetAddress[texts.size()];
		for (int i = 0; i < addresses.length; i++) {
			addresses[i] = address(texts.get(i));
		}
		return addresses;
	}

	private static InternetAddress address(String text) throws MailException {
		try {
			var address = new InternetAddress(text, true);
			if (!address.getAddress().contains("@")) {
				throw new AddressException("a domain is missing", text);
			}
			return address;
		} catch (AddressException e) {
			throw new MailException(Reason.ADDRESS_MALFORMED, text, "", e);
		}
	}

	private static DataHandler multipart(Mail mail) throws MessagingException {
		var text = new MimeBodyPart();
		text.setDataHandler(text(mail.text()));
		var parts = new MimeMultipart(text);
		for (var attachment : mail.attachments()) {
			var part = new MimeBodyPart();
			part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
			part.setFileName(attachment.name());
			part.setDisposition(Part.ATTACHMENT);
			parts.addBodyPart(part);
		}
		var handler = new DataHandler(parts, parts.getContentType());
		handler.setCommandMap(new MultipartOnly());
		return handler;
	}

	/** As a source of bytes, which needs nobody who knows how to write it. */
	private static DataHandler text(String text) {
		return new DataHandler(new ByteArrayDataSource(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
				"text/plain; charset=UTF-8"));
	}

	/**
	 * Knows who writes mails of several parts. The library's own map finds that out through the service
	 * loader and the thread's class loader, neither of which leads from one bundle to another.
	 */
	private static final class MultipartOnly extends CommandMap {
		@Override
		public DataContentHandler createDataContentHandler(String type) {
			return new multipart_mixed();
		}

		@Override
		public CommandInfo[] getPreferredCommands(String type) {
			return new CommandInfo[0];
		}

		@Override
		public CommandInfo[] getAllCommands(String type) {
			return new CommandInfo[0];
		}

		@Override
		public CommandInfo getCommand(String type, String name) {
			return null;
		}
	}
}
