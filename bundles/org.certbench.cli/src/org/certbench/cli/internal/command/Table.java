package org.certbench.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells as lines of text, each column as wide as it needs. */
final class Table {

	private static final String GAP = "  ";

	private final List<List<String>> rows = new ArrayList<>();

	Table(String... heads) {
		row(heads);
	}

	Table row(String... cells) {
		rows.add(List.of(cells));
		return this;
	}

	List<String> lines() {
		int[] widths = IntStream.range(0, rows.getFirst().size())
				.map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
		return rows.stream().map(row -> line(row, widths)).toList();
	}

	private static String line(List<String> row, int[] widths) {
		var line = new StringBuilder();
		for (int column = 0; column < row.size(); column++) {
			var cell = row.get(column);
			line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
		}
		return line.toString().stripTrailing();
	}
}
