package org.certbench.cli;

import java.util.ArrayList;
import java.util.List;

import org.certbench.cli.internal.flow.HtmlText;
import org.certbench.flow.Summary;

/** A summary as lines of text: each section under its title, the labels in a column. */
public final class SummaryText {

	private SummaryText() {
	}

	/** The sections, and the document after them where there is one. */
	public static List<String> lines(Summary summary) {
		var lines = new ArrayList<String>();
		for (var section : summary.sections()) {
			if (!lines.isEmpty()) {
				lines.add("");
			}
			lines.add(section.title());
			int width = section.rows().stream().mapToInt(row -> row.label().length()).max().orElse(0);
			section.rows().forEach(row -> addRow(lines, row, width));
		}
		if (!summary.document().isBlank()) {
			lines.add("");
			lines.addAll(HtmlText.lines(summary.document()));
		}
		return lines;
	}

	/** The lines of a value stand below each other. */
	private static void addRow(List<String> lines, Summary.Row row, int width) {
		var label = row.label() + ":";
		for (var line : row.value().split("\n")) {
			lines.add("  " + label + " ".repeat(width + 2 - label.length()) + line);
			label = "";
		}
	}
}
