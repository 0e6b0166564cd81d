package org.certbench.guide.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.certbench.core.Holder;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.journal.RequestRecord;

/** The rules' texts, and what they say of dates, files and holders. */
final class Words {

	private static final Texts TEXTS = Texts.of(Words.class);

	private Words() {
	}

	static String text(String key, Object... arguments) {
		return TEXTS.get(key, arguments);
	}

	/** The day, in the user's language and time zone. */
	static String day(Instant moment) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.getDefault())
				.format(moment.atZone(ZoneId.systemDefault()));
	}

	/** Day and time of day. */
	static String dayAndTime(Instant moment) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(Locale.getDefault())
				.format(moment.atZone(ZoneId.systemDefault()));
	}

	/** The last day with the days left or gone; what is an estimate is called so (B01). */
	static String lastDay(Validity validity, Instant now) {
		var key = switch (validity.knowledge()) {
			case VERIFIED -> "lastDay.verified";
			case UNVERIFIED -> "lastDay.unverified";
			case ESTIMATED -> "lastDay.estimated";
		};
		return text(key, day(validity.notAfter()), days(now, validity.notAfter()));
	}

	/** "in 12 days", "today", "3 days ago": whole days, as the person counts them. */
	private static String days(Instant now, Instant moment) {
		long days = Duration.between(now, moment).toDays();
		if (days == 0) {
			return text(moment.isBefore(now) ? "days.justPast" : "days.lessThanOne");
		}
		if (days > 0) {
			return days == 1 ? text("days.in.one") : text("days.in", days);
		}
		return days == -1 ? text("days.ago.one") : text("days.ago", -days);
	}

	static String file(CertificateLife life) {
		return life.file().getFileName().toString();
	}

	/** The holder's name with the number that tells it from others of that name. */
	static String holder(CertificateLife life) {
		return life.knownHolder().map(holder -> holder(life.holderName(), holder)).orElseGet(life::displayName);
	}

	static String holder(RequestRecord request) {
		return holder(request.holderName(), request.holder());
	}

	private static String holder(String name, Holder holder) {
		return name.isEmpty() ? holder.toString() : text("holder", name, holder);
	}
}
