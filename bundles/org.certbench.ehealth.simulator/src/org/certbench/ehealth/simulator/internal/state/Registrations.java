package org.certbench.ehealth.simulator.internal.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;

/**
 * Every request the simulator ever saw: in memory, and on disk in {@code requests} before a change is
 * seen. Not thread-safe.
 */
public final class Registrations {

	private final JsonFolder<Registration> files;
	private final Map<KeyIdentifier, Registration> byKey = new LinkedHashMap<>();

	public Registrations(Path state) throws IOException {
		files = new JsonFolder<>(state.resolve("requests"), Registration.class);
		files.all().stream().sorted(Comparator.comparing(Registration::requested))
				.forEach(each -> byKey.put(each.key(), each));
	}

	public Optional<Registration> find(KeyIdentifier key) {
		return Optional.ofNullable(byKey.get(key));
	}

	/** All of them, the oldest first. */
	public List<Registration> all() {
		return List.copyOf(byKey.values());
	}

	/** Those for a subject, however it is ordered. */
	public Stream<Registration> ofSubject(DistinguishedName subject) {
		return byKey.values().stream().filter(each -> each.subject().equals(subject));
	}

	/** Those for a holder, whatever the application id. */
	public Stream<Registration> of(Identifier holder) {
		return byKey.values().stream().filter(each -> each.application().holder().identifier().equals(holder));
	}

	/** Adds or replaces one. */
	public void put(Registration registration) throws IOException {
		files.put(registration.key().hex(), registration);
		byKey.put(registration.key(), registration);
	}
}
