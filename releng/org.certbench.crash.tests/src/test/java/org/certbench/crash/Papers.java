package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** The form by which a certificate is revoked, and the mail with it, as other programs read them. */
final class Papers {

	private static final String MAIL = ".eml";

	private Papers() {
	}

	/** Whether a form was written, and a mail with it: the mail is the last. */
	static boolean areIn(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.anyMatch(file -> file.toString().endsWith(MAIL));
		}
	}

	/** Demands that a form is whole, and signed. */
	static void checkForm(Path form) throws IOException {
		var judged = Tool.run("pdfsig", form.toString());
		if (!judged.contains("Signature is Valid") || !judged.contains("Total document signed")) {
			throw new IOException(judged);
		}
	}

	/** Demands that a mail is whole, and that the form in it is the one beside it. */
	static void checkMail(Path mail) throws IOException {
		try (var in = Files.newInputStream(mail)) {
			var parts = (MimeMultipart) new MimeMessage((Session) null, in).getContent();
			var attached = parts.getBodyPart(parts.getCount() - 1);
			if (!isFile(attached, mail.getParent())) {
				throw new IOException("not the form that is in it: " + attached.getFileName());
			}
		} catch (MessagingException e) {
			throw new IOException(e);
		}
	}

	private static boolean isFile(BodyPart attached, Path folder) throws IOException, MessagingException {
		try (var content = attached.getInputStream()) {
			return Arrays.equals(content.readAllBytes(), Files.readAllBytes(folder.resolve(attached.getFileName())));
		}
	}
}
