package org.certbench.guide.internal.rules;

import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Inspection.Protection;

/** Keystores that others can read, or that their password protects weakly. */
public final class WeakStore implements Rule {

	/** What openssl has written by default for decades (PKCS12_DEFAULT_ITER); less is from older tools still. */
	static final long FEWEST_ITERATIONS = 2048;

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.certificates().stream()
				.flatMap(life -> life.content().stream().flatMap(content -> findings(life, content)));
	}

	private static Stream<Finding> findings(CertificateLife life, Inspection content) {
		var observation = Observation.at(life, "weak-store");
		var readable = Stream.of(content).filter(Inspection::readableByOthers)
				.map(any -> observation.warning(Words.text("weak.readable", Words.file(life))));
		var weak = Optional.ofNullable(content.protection()).flatMap(WeakStore::weakness).stream()
				.map(reason -> observation.information(Words.text(reason, Words.file(life))));
		return Stream.concat(readable, weak);
	}

	private static Optional<String> weakness(Protection protection) {
		if (protection.mac().isEmpty()) {
			return Optional.of("weak.noMac");
		}
		return protection.macIterations() < FEWEST_ITERATIONS ? Optional.of("weak.iterations") : Optional.empty();
	}
}
