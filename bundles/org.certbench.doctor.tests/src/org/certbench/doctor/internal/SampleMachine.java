package org.certbench.doctor.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.certbench.authority.Authorities;
import org.certbench.core.Environment;
import org.certbench.core.OperatingSystem;
import org.certbench.doctor.Machine;
import org.certbench.eid.CardProvider;
import org.certbench.testing.InstalledCards;

/** A computer with what a test installs on it. */
final class SampleMachine {

	static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	private SampleMachine() {
	}

	static Machine of(OperatingSystem system, Path folder) {
		return of(system, folder, Map.of(), Map.of());
	}

	static Machine of(OperatingSystem system, Path folder, Map<String, CardProvider> cards,
			Map<String, Authorities.Authority> authorities) {
		return new Machine(system, Environment.ACCEPTANCE, InstantSource.fixed(NOW), folder.resolve("data"),
				folder.resolve("ehealth/keystore"), new InstalledCards(new TreeMap<>(cards)), authorities(authorities));
	}

	private static Authorities authorities(Map<String, Authorities.Authority> authorities) {
		return new Authorities() {
			@Override
			public List<Description> installed() {
				return authorities.keySet().stream().sorted().map(id -> new Description(id, id)).toList();
			}

			@Override
			public Authority authority(String id) {
				return authorities.get(id);
			}
		};
	}
}
