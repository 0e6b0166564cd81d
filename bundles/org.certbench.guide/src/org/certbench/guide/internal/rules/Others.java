package org.certbench.guide.internal.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.guide.Facts;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/** What else there is for the holder of a certificate, in the same environment. */
final class Others {

	private final Map<Owner, List<CertificateLife>> byOwner;
	private final Set<Owner> requesting = new HashSet<>();

	/** A holder in an environment. */
	record Owner(Environment environment, Holder holder) {

		static Owner of(CertificateLife life) {
			return new Owner(life.environment(), life.holder());
		}

		static Owner of(RequestRecord request) {
			return new Owner(request.environment(), request.holder());
		}
	}

	Others(Facts facts) {
		byOwner = facts.certificates().stream().filter(life -> life.knownHolder().isPresent())
				.collect(Collectors.groupingBy(Owner::of, HashMap::new, Collectors.toList()));
		facts.requests().stream().filter(RequestRecord::isPending).map(Owner::of).forEach(requesting::add);
	}

	/** All keystores of each holder. */
	Map<Owner, List<CertificateLife>> byOwner() {
		return byOwner;
	}

	/** Whether the holder has another certificate in use, or a request under way: nothing is missing. */
	boolean replace(CertificateLife life) {
		var owner = Owner.of(life);
		return requesting.contains(owner) || byOwner.getOrDefault(owner, List.of()).stream()
				.anyMatch(other -> other.state().isInUse() && !other.isMissing());
	}
}
