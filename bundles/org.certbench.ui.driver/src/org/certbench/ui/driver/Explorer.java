package org.certbench.ui.driver;

import java.util.List;

/** The keystore explorer. */
public final class Explorer {

	private final UiDriver ui;

	public Explorer(UiDriver ui) {
		this.ui = ui;
		ui.awaitShown("explorer.table");
	}

	/** Its rows: the groups, and below each its certificates, the cells parted by tabs. */
	public List<String> rows() {
		return ui.rows("explorer.table");
	}

	/** Waits until a certificate is shown with these words, such as its state. */
	public void awaitRow(String words) {
		ui.await("the explorer shows \"" + words + "\"", () -> rows().stream().anyMatch(row -> row.contains(words)));
	}

	/** In how many rows the words occur. */
	public long count(String words) {
		return rows().stream().filter(row -> row.contains(words)).count();
	}
}
