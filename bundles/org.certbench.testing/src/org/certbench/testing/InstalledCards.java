package org.certbench.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;

/**
 * An installation with these card providers.
 *
 * @param providers by their ids, in the order of the map
 */
public record InstalledCards(Map<String, ? extends CardProvider> providers) implements CardProviders {

	/** One without. */
	public static final InstalledCards NONE = new InstalledCards(Map.of());

	@Override
	public List<Description> installed() {
		return providers.keySet().stream().map(id -> new Description(id, id)).toList();
	}

	@Override
	public CardProvider provider(String id) {
		return Optional.<CardProvider>ofNullable(providers.get(id)).orElseThrow(() -> new IllegalArgumentException(id));
	}
}
