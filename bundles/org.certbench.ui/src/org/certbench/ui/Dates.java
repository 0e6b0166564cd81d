package org.certbench.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.certbench.core.Knowledge;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.inventory.Words;

/** Dates as people read them, with the days left beside them, estimates marked as such (B01). */
public final class Dates {

	private static final Texts TEXTS = Texts.of(Dates.class);

	private Dates() {
	}

	/** The day, in the user's language and time zone: "12 mars 2027". */
	public static String day(Instant moment) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.getDefault())
				.format(moment.atZone(ZoneId.systemDefault()));
	}

	/** Day and time of day. */
	public static String dayAndTime(Instant moment) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
				.withLocale(Locale.getDefault()).format(moment.atZone(ZoneId.systemDefault()));
	}

	/** Whole days from now to a moment, rounded down; negative after it. */
	public static long daysLeft(Instant moment, Instant now) {
		return Math.floorDiv(Duration.between(now, moment).toSeconds(), Duration.ofDays(1).toSeconds());
	}

	/** "12 days left", "today", "3 days ago". */
	public static String daysLeftInWords(Instant moment, Instant now) {
		long days = daysLeft(moment, now);
		if (days == 0) {
			return TEXTS.get("days.today");
		}
		return days > 0 ? TEXTS.get(days == 1 ? "days.left.one" : "days.left", days)
				: TEXTS.get(days == -1 ? "days.ago.one" : "days.ago", -days);
	}

	/** The last day of a certificate; an estimate carries a tilde. */
	public static String lastDay(Validity validity) {
		return tilde(validity) + day(validity.notAfter());
	}

	/** The last day with the days left beside it, and with a word where the date is no fact. */
	public static String lastDayInWords(Validity validity, Instant now) {
		String words = TEXTS.get("date.and.days", lastDay(validity), daysLeftInWords(validity.notAfter(), now));
		return validity.knowledge() == Knowledge.VERIFIED ? words
				: TEXTS.get("date.and.knowledge", words, Words.of(validity.knowledge()));
	}

	/** From when to when, with a word where the dates are no facts. */
	public static String period(Validity validity) {
		String words = TEXTS.get("period", tilde(validity) + day(validity.notBefore()), lastDay(validity));
		return validity.knowledge() == Knowledge.VERIFIED ? words
				: TEXTS.get("date.and.knowledge", words, Words.of(validity.knowledge()));
	}

	private static String tilde(Validity validity) {
		return validity.knowledge() == Knowledge.ESTIMATED ? "~ " : "";
	}
}
