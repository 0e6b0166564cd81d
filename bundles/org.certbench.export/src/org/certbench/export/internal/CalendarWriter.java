package org.certbench.export.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** Writes an iCalendar object of events that last a day (RFC 5545): its lines, folded and escaped. */
final class CalendarWriter {

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
			.withZone(ZoneOffset.UTC);
	/** Octets of a line without its end (section 3.1). */
	private static final int LONGEST = 75;
	private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

	private final StringBuilder text = new StringBuilder();
	private final Instant now;

	CalendarWriter(Instant now) {
		this.now = now;
		line("BEGIN:VCALENDAR");
		line("VERSION:2.0");
		line("PRODID:-//Certbench//Certbench//EN");
		line("CALSCALE:GREGORIAN");
	}

	/**
	 * An event.
	 *
	 * @param kind     and what it is about: the same two make the same event, in this calendar or a later one
	 * @param triggers of its alarms, counted from the beginning of the day
	 */
	void event(String kind, String about, LocalDate day, String summary, String description, List<String> triggers) {
		line("BEGIN:VEVENT");
		line("UID:" + UUID.nameUUIDFromBytes((kind + " " + about).getBytes(StandardCharsets.UTF_8)) + "@certbench");
		line("DTSTAMP:" + MOMENT.format(now));
		// Whoever imports a later calendar sees by the larger number that it is the later one.
		line("SEQUENCE:" + Math.max(0, (now.getEpochSecond() - EPOCH) / 60));
		line("DTSTART;VALUE=DATE:" + DAY.format(day));
		line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
		line("SUMMARY:" + escaped(summary));
		line("DESCRIPTION:" + escaped(description));
		line("TRANSP:TRANSPARENT");
		line("CATEGORIES:Certbench");
		triggers.forEach(trigger -> alarm(trigger, summary));
		line("END:VEVENT");
	}

	/** The whole text. */
	String end() {
		line("END:VCALENDAR");
		return text.toString();
	}

	private void alarm(String trigger, String description) {
		line("BEGIN:VALARM");
		line("ACTION:DISPLAY");
		line("TRIGGER:" + trigger);
		line("DESCRIPTION:" + escaped(description));
		line("END:VALARM");
	}

	/** Section 3.3.11; other control characters have no place in a text. */
	private static String escaped(String value) {
		return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\\R", "\\\\n")
				.replaceAll("\\p{Cntrl}", "");
	}

	/** A longer line goes on in the next one, after a blank; a character is never cut in two. */
	private void line(String content) {
		int room = LONGEST;
		for (var character : (Iterable<String>) content.codePoints().mapToObj(Character::toString)::iterator) {
			int size = character.getBytes(StandardCharsets.UTF_8).length;
			if (size > room) {
				text.append("\r\n ");
				room = LONGEST - 1;
			}
			text.append(character);
			room -= size;
		}
		text.append("\r\n");
	}
}
