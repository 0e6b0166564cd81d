package org.certbench.inventory.internal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.certbench.core.KeyIdentifier;
import org.certbench.inventory.CertificateLife;

/**
 * Tells keystores that are lost from those that are gone for a good reason: they lie somewhere
 * else now, or their certificate is out of use for ever.
 */
final class LostKeystores {

	private static final SeenFile NEVER_SEEN = new SeenFile(new SeenFile.Stamp(0, 0, 0), "", null, "");

	private final Lives lives;
	private final Map<Path, SeenFile> index;
	private final Set<String> digestsHere = new HashSet<>();
	private final Set<KeyIdentifier> keysHere = new HashSet<>();

	/** @param gone the files of the index that were not found any more */
	LostKeystores(Lives lives, Map<Path, SeenFile> index, Collection<Path> gone) {
		this.lives = lives;
		this.index = index;
		var goneFiles = new HashSet<>(gone);
		index.forEach((file, seen) -> {
			if (!goneFiles.contains(file) && !seen.isGone()) {
				digestsHere.add(seen.digest());
				lives.of(file, seen).keyIdentifier().ifPresent(keysHere::add);
			}
		});
		digestsHere.remove("");
	}

	/** What the index keeps of a lost keystore; nothing where it is not lost. */
	Optional<SeenFile> find(Path file) {
		var seen = index.getOrDefault(file, NEVER_SEEN).gone();
		var life = lives.of(file, seen);
		return isElsewhere(life, seen) || life.state().isFinal() ? Optional.empty() : Optional.of(seen);
	}

	private boolean isElsewhere(CertificateLife life, SeenFile seen) {
		return digestsHere.contains(seen.digest()) || life.keyIdentifier().filter(keysHere::contains).isPresent();
	}
}
