package org.certbench.cli.simulator.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.certbench.cli.simulator.internal.VirtualCardList.VirtualCard;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;

/**
 * A simulator that serves.
 *
 * @param address      its base address
 * @param state        the folder with its state
 * @param trustAnchors the file with the roots under which it issues, PEM
 * @param settings     how it behaves
 * @param cards        the cards that it trusts
 */
record SimulatorReport(URI address, Path state, Path trustAnchors, Settings settings, List<VirtualCard> cards) {

	private static final Texts TEXTS = Texts.of(SimulatorReport.class);

	/** How it behaves, in the words of the options. */
	record Settings(String issue, String issuer, boolean manualValidation, String backdate) {

		static Settings of(SimulatorSettings settings) {
			return new Settings(issuing(settings), Words.word(settings.issuer()), settings.manualValidation(),
					Words.word(settings.backdating()));
		}

		private static String issuing(SimulatorSettings settings) {
			return settings.issuing() == Issuing.AFTER_DELAY ? "after:" + settings.delay().toSeconds()
					: Words.word(settings.issuing());
		}
	}

	List<String> lines() {
		var lines = new ArrayList<String>();
		lines.add(TEXTS.get("simulator.address", address));
		lines.add(TEXTS.get("simulator.state", state));
		lines.add(TEXTS.get("simulator.trustAnchors", trustAnchors));
		lines.add(TEXTS.get("simulator.settings", settings.issue(), settings.issuer(), settings.backdate(),
				TEXTS.get(settings.manualValidation() ? "simulator.byHand" : "simulator.automatic")));
		lines.add(TEXTS.get("simulator.cards"));
		for (var card : cards) {
			lines.add("  --card \"" + card.card() + "\"");
			lines.add("    " + card.holder() + ", " + card.ssin());
			lines.add("    " + card.hint());
		}
		return lines;
	}
}
