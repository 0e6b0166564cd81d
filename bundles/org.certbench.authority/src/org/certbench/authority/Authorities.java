package org.certbench.authority;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;

/**
 * The authorities of this installation: a service that reads the extension point
 * {@code org.certbench.authority.authorities}.
 */
public interface Authorities {

	/**
	 * An authority as its extension describes it.
	 *
	 * @param id   e.g. {@code ehealth}
	 * @param name for people, translated
	 */
	record Description(String id, String name) {
	}

	/** Those installed, in their order; empty where there are none. */
	List<Description> installed();

	/**
	 * The authority itself.
	 *
	 * @throws IllegalArgumentException where none has this id
	 */
	Authority authority(String id);

	/** What a contributor implements; made once, by its no-argument constructor, when first used. */
	interface Authority {

		/** The environments that can be connected to here and now. */
		List<Environment> environments();

		/**
		 * A connection; nothing is sent yet.
		 *
		 * @param trace folder for every message sent and received, or null for none
		 * @throws AuthorityException where the environment is not to be had here
		 */
		AuthorityConnection connect(Environment environment, Path trace) throws AuthorityException;

		/**
		 * Looks whether this machine reaches an environment: the network, a proxy, the clock against the
		 * service's own (M34). What is lacking is an observation, not an exception. Nothing about any person
		 * or certificate is sent. May take seconds; not for the UI thread.
		 *
		 * @param environment one of {@link #environments()}
		 * @param system      what to do is said for it
		 * @param progress    told what is looked at
		 * @return empty where nothing can be lacking
		 */
		default List<Observation> check(Environment environment, OperatingSystem system, Progress progress)
				throws Cancelled {
			return List.of();
		}

		/** Where a person is told what the signature and the certificate are for (M03), HTML. */
		default Optional<String> termsOfUse(String language) {
			return Optional.empty();
		}
	}
}
