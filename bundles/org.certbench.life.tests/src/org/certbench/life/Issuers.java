package org.certbench.life;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import org.certbench.ehealth.simulator.Simulator;
import org.certbench.ehealth.simulator.SimulatorException;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;

/** The simulator's issuing CAs, made once for all tests: their RSA keys take longer than most tests. */
final class Issuers {

	/** Where the simulator keeps them in its state folder. */
	private static final String FOLDER = "ca";
	private static final Path MADE = make();

	private Issuers() {
	}

	/** Puts them into a state folder that has none yet. */
	static void putInto(Path state) {
		if (Files.notExists(state.resolve(FOLDER))) {
			Folders.copy(MADE, state.resolve(FOLDER));
		}
	}

	private static Path make() {
		var folder = Folders.temporary("issuers");
		try (var simulator = Simulator.start(folder, 0, List::of, InstantSource.system())) {
			for (var issuer : Issuer.values()) {
				simulator.change(SimulatorSettings.DEFAULT.withIssuer(issuer));
			}
		} catch (SimulatorException e) {
			throw new IllegalStateException(e);
		}
		return folder.resolve(FOLDER);
	}
}
