package org.certbench.flow;

import java.time.InstantSource;

import org.certbench.core.DataFolder;
import org.certbench.eid.CardProviders;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.keystore.Keystores;

/**
 * The services that steps work with.
 *
 * @param clock      the present moment
 * @param dataFolder for signed orders
 * @param journal    what was done
 * @param keystores  keystores on disk
 * @param inventory  the known keystores
 * @param cards      the card providers
 */
public record FlowServices(InstantSource clock, DataFolder dataFolder, Journal journal, Keystores keystores,
		Inventory inventory, CardProviders cards) {
}
