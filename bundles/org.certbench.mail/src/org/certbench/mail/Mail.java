package org.certbench.mail;

import java.util.List;

/**
 * A mail in plain text, with files if there are any.
 *
 * @param from        the sender's address; empty in a draft, where the mail program fills it in
 * @param to          whom it is for
 * @param copy        who gets a copy
 * @param subject     one line
 * @param text        the lines, parted by {@code \n}
 * @param attachments the files, in order
 */
public record Mail(String from, List<String> to, List<String> copy, String subject, String text,
		List<Attachment> attachments) {

	/**
	 * A file that goes with a mail.
	 *
	 * @param name    of the file, without a folder
	 * @param type    media type: {@code application/pdf}
	 * @param content the bytes; not copied
	 */
	public record Attachment(String name, String type, byte[] content) {
	}

	public Mail {
		to = List.copyOf(to);
		copy = List.copyOf(copy);
		attachments = List.copyOf(attachments);
	}
}
