package org.certbench.inventory.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.CertificateFacts;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Knowledge;
import org.certbench.core.RenewalWindow;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreName;

/**
 * Tells keystores' lives at one moment, from all that is known beside their files: what was
 * remembered of them, the journal, and the clock.
 */
final class Lives {

	private final Map<Path, Remembered> remembered;
	private final Map<String, Remembered> byDigest = new HashMap<>();
	private final Map<Holder, String> names = new HashMap<>();
	private final Map<KeyIdentifier, RenewalWindow> windows;
	private final Requests requests;
	private final Path simulatorFolder;
	private final Instant now;

	/**
	 * What is remembered of a file.
	 *
	 * @param knowledge verified for the very content that was open, unverified where the file was
	 *                  changed since
	 */
	record Memory(Remembered facts, Knowledge knowledge) {

		/** Whether the keystore surely waits for its certificate. */
		boolean isOfRequested() {
			return knowledge == Knowledge.VERIFIED && facts.stage() == Keystore.Stage.REQUESTED;
		}

		Optional<CertificateFacts> certificate() {
			return Optional.ofNullable(facts.certificate());
		}
	}

	/** @param simulatorFolder where the simulator's keystores lie */
	Lives(Map<Path, Remembered> remembered, Map<KeyIdentifier, RenewalWindow> windows, Requests requests,
			Path simulatorFolder, Instant now) {
		this.remembered = remembered;
		this.windows = windows;
		this.requests = requests;
		this.simulatorFolder = simulatorFolder;
		this.now = now;
		for (var facts : remembered.values()) {
			byDigest.put(facts.digest(), facts);
			Optional.ofNullable(facts.certificate()).flatMap(CertificateFacts::holder)
					.ifPresent(subject -> names.put(subject.holder(), subject.name()));
		}
		requests.all().stream().filter(request -> !request.holderName().isEmpty())
				.forEach(request -> names.put(request.holder(), request.holderName()));
	}

	/** The life of one keystore. */
	CertificateLife of(Path file, SeenFile seen) {
		return new LifeOfFile(file, seen, this).tell();
	}

	Requests requests() {
		return requests;
	}

	Instant now() {
		return now;
	}

	/** What was remembered of this content, wherever it lay, or else of an earlier content of this file. */
	Optional<Memory> memory(Path file, SeenFile seen) {
		return Optional.ofNullable(byDigest.get(seen.digest())).map(facts -> new Memory(facts, Knowledge.VERIFIED))
				.or(() -> Optional.ofNullable(remembered.get(file)).map(facts -> new Memory(facts, Knowledge.UNVERIFIED)));
	}

	/** The name of a holder, as any certificate or request of theirs has it. */
	String name(Holder holder) {
		return names.getOrDefault(holder, "");
	}

	/** The window that the authority told, or else the assumed one. */
	RenewalWindow window(Optional<KeyIdentifier> key, Instant notAfter) {
		return key.map(windows::get).orElseGet(() -> RenewalWindow.assumedBefore(notAfter));
	}

	/** Where a keystore belongs that no request tells of: its place, what was remembered, its name. */
	Environment environment(Path file, Optional<Memory> memory, Optional<KeystoreName> name) {
		if (file.startsWith(simulatorFolder)) {
			return Environment.SIMULATOR;
		}
		return memory.map(m -> m.facts().environment())
				.orElseGet(() -> name.filter(KeystoreName::acceptance).isPresent() ? Environment.ACCEPTANCE
						: Environment.PRODUCTION);
	}
}
