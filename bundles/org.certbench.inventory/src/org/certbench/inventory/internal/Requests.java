package org.certbench.inventory.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.KeyIdentifier;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;

/**
 * The journal's requests, found by key and by file. Of several for one file the newest counts; of several that
 * renew one certificate the one that came furthest, for what was begun beside it and left changes nothing.
 */
final class Requests {

	private final List<RequestRecord> all;
	private final Map<KeyIdentifier, RequestRecord> byKey = new HashMap<>();
	private final Map<Path, RequestRecord> byKeystore = new HashMap<>();
	private final Map<KeyIdentifier, RequestRecord> byOldKey = new HashMap<>();
	private final Map<Path, RequestRecord> byOldKeystore = new HashMap<>();

	/** @param all oldest first */
	Requests(List<RequestRecord> all) {
		this.all = all;
		for (var request : all) {
			byKey.put(request.key(), request);
			byKeystore.put(absolute(request.keystore()), request);
			request.renews().filter(renewal -> request.milestone() != Milestone.REFUSED).ifPresent(renewal -> {
				byOldKey.merge(renewal.oldKey(), request, Requests::further);
				byOldKeystore.merge(absolute(renewal.oldKeystore()), request, Requests::further);
			});
		}
	}

	private static RequestRecord further(RequestRecord older, RequestRecord newer) {
		return reached(newer).compareTo(reached(older)) >= 0 ? newer : older;
	}

	/** A revoked one came as far as its certificate was in use. */
	private static Milestone reached(RequestRecord renewal) {
		if (renewal.milestone() != Milestone.REVOKED) {
			return renewal.milestone();
		}
		return renewal.toBeActivated() ? Milestone.KEY_CREATED : Milestone.ACTIVATED;
	}

	List<RequestRecord> all() {
		return all;
	}

	/** The request for this key. */
	Optional<RequestRecord> of(KeyIdentifier key) {
		return Optional.ofNullable(byKey.get(key));
	}

	/** The request whose key was put into this file. */
	Optional<RequestRecord> of(Path keystore) {
		return Optional.ofNullable(byKeystore.get(keystore));
	}

	/** The request that renews the certificate of this key, or else of this file; not a refused one. */
	Optional<RequestRecord> renewalOf(Optional<KeyIdentifier> key, Path keystore) {
		return key.map(byOldKey::get).or(() -> Optional.ofNullable(byOldKeystore.get(keystore)));
	}

	/** A path as the index has it. */
	static Path absolute(Path path) {
		return path.toAbsolutePath().normalize();
	}
}
