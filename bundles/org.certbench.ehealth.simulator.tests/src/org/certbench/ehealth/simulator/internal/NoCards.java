package org.certbench.ehealth.simulator.internal;

import java.util.List;

import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;

/** An installation without card providers. */
final class NoCards implements CardProviders {

	@Override
	public List<Description> installed() {
		return List.of();
	}

	@Override
	public CardProvider provider(String id) {
		throw new IllegalArgumentException(id);
	}
}
