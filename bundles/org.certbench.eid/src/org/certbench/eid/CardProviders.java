package org.certbench.eid;

import java.util.List;

/**
 * The card providers of this installation: a service that reads the extension point
 * {@code org.certbench.eid.providers}.
 */
public interface CardProviders {

	/**
	 * A provider as its extension describes it.
	 *
	 * @param id   e.g. {@code virtual}; what {@code --card} takes
	 * @param name for people, translated
	 */
	record Description(String id, String name) {
	}

	/** Those installed, in their order; empty where there are none. */
	List<Description> installed();

	/**
	 * The provider itself.
	 *
	 * @throws IllegalArgumentException where none has this id
	 */
	CardProvider provider(String id);
}
