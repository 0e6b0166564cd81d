package org.certbench.ui.explorer.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

import org.certbench.core.Holder;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.ui.Dates;
import org.certbench.ui.HolderName;

/**
 * The explorer's columns: what each shows, and how it sorts. What is asked first stands first, since
 * the view is narrow beside others.
 */
enum Column {
	HOLDER(260), DAYS(80), STATE(150), EXPIRES(115), IDENTIFIER(220), APPLICATION(110);

	private static final Texts TEXTS = Texts.of(Column.class);

	private final int width;

	Column(int width) {
		this.width = width;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	String title() {
		return TEXTS.get("column." + id());
	}

	/** In pixels at 100 % zoom. */
	int width() {
		return width;
	}

	/** What a row's cell says; days left count from now. */
	String text(Row row, Instant now) {
		CertificateLife certificate = row.certificate();
		return switch (this) {
			case HOLDER -> HolderName.of(certificate).name();
			case IDENTIFIER -> certificate.knownHolder().map(holder -> holder.identifier().toString()).orElse("");
			case APPLICATION -> certificate.knownHolder().flatMap(Holder::application).orElse("");
			case STATE -> Words.stateOf(certificate);
			case EXPIRES -> certificate.dates().map(Dates::lastDay).orElse("");
			case DAYS -> certificate.dates().map(dates -> String.valueOf(Dates.daysLeft(dates.notAfter(), now))).orElse("");
		};
	}

	/** Sorts rows by this column, those without a value last. */
	Comparator<Row> order() {
		return switch (this) {
			case EXPIRES, DAYS -> Comparator.comparing(row -> row.certificate().dates()
					.map(CertificateLife.Validity::notAfter).orElse(Instant.MAX));
			case STATE -> Comparator.comparing(row -> row.certificate().state());
			case HOLDER, IDENTIFIER, APPLICATION -> text(row -> text(row, Instant.EPOCH));
		};
	}

	private static Comparator<Row> text(Function<Row, String> text) {
		return Comparator.comparing((Row row) -> text.apply(row).isEmpty()).thenComparing(text, String.CASE_INSENSITIVE_ORDER);
	}
}
