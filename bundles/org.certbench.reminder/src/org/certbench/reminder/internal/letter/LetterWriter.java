package org.certbench.reminder.internal.letter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;

import org.certbench.core.Holder;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.mail.Mail;
import org.certbench.reminder.Language;
import org.certbench.reminder.Reminder;

/**
 * Writes to a manager who does this once in three years: what expires when, what must be at hand, where
 * to begin. In the manager's language, whatever that of the program is.
 */
public final class LetterWriter {

	private static final Texts TEXTS = Texts.of(LetterWriter.class);

	private final Texts texts;
	private final DateTimeFormatter day;

	private LetterWriter(Language language) {
		this.texts = TEXTS.in(language.locale());
		this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language.locale());
	}

	/** One that writes in a language. */
	public static LetterWriter of(Language language) {
		return new LetterWriter(language);
	}

	/** Reminds of one certificate or several, the most urgent of which comes first. */
	public Mail reminder(String from, String to, List<Reminder> reminders) {
		var first = reminders.getFirst();
		var subject = reminders.size() == 1
				? texts.get("subject", first.certificate().displayName(), in(first.daysLeft()))
				: texts.get("subject.several", reminders.size(), in(first.daysLeft()));
		var text = paragraphs(texts.get("greeting"), texts.get(reminders.size() == 1 ? "opening" : "opening.several"),
				reminders.stream().map(this::entry).collect(Collectors.joining("\n\n")), texts.get("atHand"),
				texts.get("begin"), texts.get("otherwise"), texts.get("closing"));
		return mail(from, to, subject, text);
	}

	/** Says that reminders will arrive. */
	public Mail test(String from, String to) {
		return mail(from, to, texts.get("test.subject"),
				paragraphs(texts.get("greeting"), texts.get("test.text"), texts.get("closing")));
	}

	private String entry(Reminder reminder) {
		var life = reminder.certificate();
		var dates = life.dates().orElseThrow();
		var last = day.format(LocalDate.ofInstant(dates.notAfter(), ZoneId.systemDefault()));
		var expires = texts.get(dates.knowledge() == Knowledge.ESTIMATED ? "entry.expires.estimated" : "entry.expires", last,
				in(reminder.daysLeft()));
		return String.join("\n", "  " + name(life), "  " + expires, "  " + texts.get("entry.todo", texts.get(todo(life.state()))),
				"  " + texts.get("entry.file", life.file()));
	}

	private static String name(CertificateLife life) {
		return life.holderName().isEmpty() ? life.displayName()
				: life.holderName() + life.knownHolder().map(Holder::toString).map(" (%s)"::formatted).orElse("");
	}

	/** The phase of the renewal that is next. */
	private static String todo(LifeCycleState state) {
		return switch (state) {
			case ISSUED, REQUESTED, COMPLETED, RENEWAL_AWAITS_COMPLETION -> "todo.complete";
			case TOKEN_REGISTERED, RENEWAL_AWAITS_ACTIVATION -> "todo.activate";
			default -> "todo.renew";
		};
	}

	private String in(long days) {
		return texts.get(days == 0 ? "in.hours" : days == 1 ? "in.day" : "in.days", days);
	}

	/** A name out of a certificate may hold anything, a subject is one line. */
	private static Mail mail(String from, String to, String subject, String text) {
		return new Mail(from, List.of(to), List.of(), subject.replaceAll("\\p{Cntrl}", " "), text, List.of());
	}

	private static String paragraphs(String... paragraphs) {
		return String.join("\n\n", paragraphs) + "\n";
	}
}
