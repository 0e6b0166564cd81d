package org.certbench.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.HolderSubject;
import org.certbench.core.Texts;
import org.certbench.flow.Summary.Row;
import org.certbench.flow.Summary.Section;

/**
 * Collects the sections of a {@link Summary} in order, with headings and labels from the texts of
 * the flow that writes it. What every flow tells in the same words has its own method.
 */
public final class SummaryBuilder {

	private static final Texts OWN = Texts.of(SummaryBuilder.class);

	private final Texts texts;
	private final List<Section> sections = new ArrayList<>();
	private String title = "";
	private List<Row> rows = new ArrayList<>();

	/** @param texts where the keys of headings and labels are looked up */
	public SummaryBuilder(Texts texts) {
		this.texts = texts;
	}

	/** A day as people write it: in the user's language and time zone. */
	public static String day(Instant moment) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
				.format(LocalDate.ofInstant(moment, ZoneId.systemDefault()));
	}

	/** Begins a section. */
	public SummaryBuilder section(String titleKey) {
		return begin(texts.get(titleKey));
	}

	/** A fact of the present section; left out where the value is an empty string. */
	public SummaryBuilder row(String labelKey, Object value) {
		return add(texts.get(labelKey), value);
	}

	/** A fact of the present section whose label is a word of its own, already in the user's language. */
	public SummaryBuilder entry(String label, Object value) {
		return add(label, value);
	}

	/** A section that tells where a keystore is. */
	public SummaryBuilder keystore(Path file) {
		return begin(OWN.get("keystore.title")).add(OWN.get("keystore.file"), file.getFileName())
				.add(OWN.get("keystore.folder"), file.toAbsolutePath().getParent());
	}

	/** How many old encryption keys a keystore has from the one that it renews (M26); left out where there are none. */
	public SummaryBuilder carriedOver(long keys) {
		return keys == 0 ? this : add(OWN.get("summary.carriedOver"), keys);
	}

	/** Whom the certificate is for, in the present section. */
	public SummaryBuilder holder(HolderSubject subject) {
		return add(OWN.get("holder.name"), subject.name()).add(OWN.get("holder.identifier"), subject.holder().identifier())
				.add(OWN.get("holder.application"), subject.holder().applicationId());
	}

	/** The sections so far, without a document. */
	public Summary build() {
		return build("");
	}

	/** The sections so far, with an HTML document. */
	public Summary build(String document) {
		end();
		return new Summary(sections, document);
	}

	private SummaryBuilder begin(String sectionTitle) {
		end();
		title = sectionTitle;
		return this;
	}

	private SummaryBuilder add(String label, Object value) {
		var text = value instanceof Instant moment ? day(moment) : value.toString();
		if (!text.isEmpty()) {
			rows.add(new Row(label, text));
		}
		return this;
	}

	private void end() {
		if (!rows.isEmpty()) {
			sections.add(new Section(title, rows));
			rows = new ArrayList<>();
		}
	}
}
