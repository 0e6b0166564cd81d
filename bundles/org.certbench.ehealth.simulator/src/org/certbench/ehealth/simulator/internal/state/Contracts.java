package org.certbench.ehealth.simulator.internal.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every contract that the simulator wrote, in {@code contracts}. Not thread-safe. */
public final class Contracts {

	private final JsonFolder<WrittenContract> files;
	private final Map<String, WrittenContract> byFingerprint = new HashMap<>();

	public Contracts(Path state) throws IOException {
		files = new JsonFolder<>(state.resolve("contracts"), WrittenContract.class);
		files.all().forEach(each -> byFingerprint.put(each.fingerprint(), each));
	}

	public Optional<WrittenContract> find(String fingerprint) {
		return Optional.ofNullable(byFingerprint.get(fingerprint));
	}

	public void put(WrittenContract contract) throws IOException {
		files.put(contract.fingerprint(), contract);
		byFingerprint.put(contract.fingerprint(), contract);
	}
}
