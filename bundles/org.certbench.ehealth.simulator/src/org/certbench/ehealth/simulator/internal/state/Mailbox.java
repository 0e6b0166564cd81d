package org.certbench.ehealth.simulator.internal.state;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.Mail;
import org.certbench.ehealth.simulator.Mail.Occasion;

/** The mails that managers got, in {@code mails}. Not thread-safe. */
public final class Mailbox {

	private final JsonFolder<Mail> files;
	private final List<Mail> mails;

	public Mailbox(Path state) throws IOException {
		files = new JsonFolder<>(state.resolve("mails"), Mail.class);
		mails = new ArrayList<>(files.all());
	}

	/** The oldest first. */
	public List<Mail> all() {
		return List.copyOf(mails);
	}

	/** Sends a mail about a request to the addresses of its contact data. */
	public void send(Occasion occasion, Registration about, Instant now) throws IOException {
		var contact = about.application().contact();
		var to = Stream.of(contact.personalEmail(), contact.generalEmail()).filter(each -> !each.isEmpty()).toList();
		var mail = new Mail(mails.size() + 1, now, to, occasion, text(occasion, "subject", about),
				text(occasion, "text", about), about.key());
		files.put("%06d".formatted(mail.number()), mail);
		mails.add(mail);
	}

	private static String text(Occasion occasion, String part, Registration about) {
		var until = about.certificate().map(each -> each.getNotAfter().toInstant().toString().substring(0, 10)).orElse("");
		var reason = about.refusal() == null ? "" : about.refusal();
		return Texts.of(Mailbox.class).get("mail." + occasion.name() + "." + part, about.application().holder(),
				about.application().holderName(), about.key(), until, reason);
	}
}
