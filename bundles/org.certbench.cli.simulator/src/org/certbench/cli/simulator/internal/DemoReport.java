package org.certbench.cli.simulator.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Texts;
import org.certbench.flow.Summary;

/**
 * What the demonstration did and left.
 *
 * @param folder    with the keystores
 * @param pin       the invented PIN of the card
 * @param password  the invented password of the keystores
 * @param phases    what was done, in order
 * @param keystores both generations, the renewed one last
 */
record DemoReport(Path folder, String pin, String password, List<Phase> phases, List<Generation> keystores) {

	private static final Texts TEXTS = Texts.of(DemoReport.class);

	/** A flow that was run, the keystore it made or changed, and its result in words. */
	record Phase(String flow, Path keystore, List<Summary.Section> result) {
	}

	/** A keystore and its key entries. */
	record Generation(Path file, List<String> entries) {
	}

	/** For people: where everything is, and how to look at it. */
	List<String> lines() {
		var lines = new ArrayList<String>();
		lines.add(TEXTS.get("demo.done", folder));
		for (var keystore : keystores) {
			lines.add("  " + keystore.file().getFileName());
			lines.add("    " + TEXTS.get("demo.entries", String.join(", ", keystore.entries())));
		}
		lines.add(TEXTS.get("demo.pin", pin));
		lines.add(TEXTS.get("demo.password", password));
		lines.add(TEXTS.get("demo.look"));
		keystores.forEach(keystore -> lines.add("  keytool -list -keystore \"" + keystore.file() + "\""));
		return lines;
	}
}
