package org.certbench.lookup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.certbench.authority.CertificateRecord;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.lookup.Comparison.Row;

/** What a comparison says, in the user's language: the same words in the view, the findings and the command. */
public final class Words {

	private static final Texts TEXTS = Texts.of(Words.class);

	private Words() {
	}

	/** What the authority knows of a certificate: "valid, ETK active". */
	public static String there(Row row) {
		return row.there().map(Words::of).orElseGet(() -> TEXTS.get("there.nothing"));
	}

	private static String of(CertificateRecord record) {
		return TEXTS.get("there", TEXTS.get("status." + record.status().name()),
				TEXTS.get("token." + record.tokenStatus().name()));
	}

	/** What is here: its state, or that there is no keystore. */
	public static String here(Row row) {
		return row.here().map(life -> life.isMissing() ? TEXTS.get("here.missing")
				: org.certbench.inventory.Words.stateOf(life)).orElseGet(() -> TEXTS.get("here.nothing"));
	}

	/** What is published for the holder. */
	public static String published(Row row) {
		return row.token().map(token -> {
			if (token.isNone()) {
				return TEXTS.get("published.none");
			}
			return token.serialNumber().map(serial -> TEXTS.get("published.one", shortened(serial.toString())))
					.orElseGet(() -> TEXTS.get("published.several", token.several().size()));
		}).orElse("");
	}

	/** The difference in a word or two, for a column. */
	public static String of(Difference difference) {
		return TEXTS.get("difference." + difference.name());
	}

	/** The difference in a sentence, with whom and what it concerns, and when the authority said so. */
	public static String seen(Difference difference, Row row) {
		return TEXTS.get("seen." + difference.name(), holder(row),
				row.here().map(Words::file).orElseGet(() -> row.there().map(record -> record.key().hex()).orElse("")),
				moment(row.said()));
	}

	/** The holder's name with the number that tells it from others of that name. */
	public static String holder(Row row) {
		return row.holderName().isEmpty() ? row.holder().toString() : TEXTS.get("holder", row.holderName(), row.holder());
	}

	/** Day and time of day, in the user's language and time zone. */
	public static String moment(Instant moment) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Locale.getDefault())
				.format(moment.atZone(ZoneId.systemDefault()));
	}

	private static String file(CertificateLife life) {
		return life.file().getFileName().toString();
	}

	/** Serial numbers have up to 39 digits: their beginning and end tell them apart. */
	private static String shortened(String serial) {
		return serial.length() <= 14 ? serial : serial.substring(0, 6) + "…" + serial.substring(serial.length() - 6);
	}
}
