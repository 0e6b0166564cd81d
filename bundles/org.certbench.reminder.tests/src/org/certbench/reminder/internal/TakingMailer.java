package org.certbench.reminder.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.Secret;
import org.certbench.mail.Mail;
import org.certbench.mail.MailException;
import org.certbench.mail.MailException.Reason;
import org.certbench.mail.MailServer;
import org.certbench.mail.Mailer;

/** Takes mails, or refuses them for a reason; a server without a network. */
final class TakingMailer implements Mailer {

	final List<Mail> taken = new ArrayList<>();
	/** How often something was tried. */
	int tries;
	private final Map<String, Reason> refused = new HashMap<>();

	/** Refuses mails to an address from now on. */
	void refuse(String address, Reason reason) {
		refused.put(address, reason);
	}

	void takeAll() {
		refused.clear();
	}

	List<String> recipients() {
		return taken.stream().map(mail -> mail.to().getFirst()).toList();
	}

	@Override
	public byte[] draft(Mail mail) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void send(Mail mail, MailServer server, Secret password) throws MailException {
		tries++;
		var reason = refused.get(mail.to().getFirst());
		if (reason != null) {
			throw new MailException(reason, server.host(), "no", null);
		}
		taken.add(mail);
	}
}
