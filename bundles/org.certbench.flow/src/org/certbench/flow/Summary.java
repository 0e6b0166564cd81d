package org.certbench.flow;

import java.util.List;

/**
 * What a person sees before signing, or at the end.
 *
 * @param sections the facts
 * @param document what will be signed, an HTML document, or empty
 */
public record Summary(List<Section> sections, String document) {

	public Summary {
		sections = List.copyOf(sections);
	}

	/** Facts that belong together, under a heading. */
	public record Section(String title, List<Row> rows) {
		public Section {
			rows = List.copyOf(rows);
		}
	}

	/** A fact with its name. */
	public record Row(String label, String value) {
	}
}
