package org.certbench.flow;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.eid.PinEntry;
import org.certbench.journal.RequestRecord;

/**
 * The flows of this installation: a service that reads the extension point
 * {@code org.certbench.flow.flows}.
 */
public interface Flows {

	/**
	 * A flow as its extension describes it (M02).
	 *
	 * @param id          e.g. {@code renew}; also its command
	 * @param group       {@code request}, {@code renewal}, {@code both} or {@code other}
	 * @param name        for people, translated
	 * @param description what it does, one sentence
	 * @param needs       what must be at hand before it starts, a few words each
	 * @param icon        or null
	 * @param onKeystore  whether it works on a keystore that exists
	 * @param asks        the kinds of its steps that ask something: the command has options for these
	 */
	record Description(String id, String group, String name, String description, List<String> needs, URL icon,
			boolean onKeystore, Set<StepKind> asks) {

		public Description {
			needs = List.copyOf(needs);
			asks = Set.copyOf(asks);
		}
	}

	/** Those installed, in their order; empty where there are none. */
	List<Description> installed();

	/** The description of one. */
	default Optional<Description> description(String id) {
		return installed().stream().filter(flow -> flow.id().equals(id)).findFirst();
	}

	/**
	 * The choices that a flow asks, for the options of its command; makes the flow.
	 *
	 * @throws IllegalArgumentException where none has this id
	 */
	default List<Choice> choices(String id) {
		return List.of();
	}

	/** The id of the flow that does the next thing for a request; nothing where all is done or it is not installed. */
	Optional<String> next(RequestRecord request);

	/**
	 * A session for an environment, with the installed authority and the environment's keystore
	 * folder.
	 *
	 * @param trace folder for every message sent and received, or null for none
	 * @throws ProblemException where the environment is not to be had
	 */
	FlowSession session(Environment environment, PinEntry pinEntry, Path trace) throws ProblemException;

	/**
	 * Starts a flow. The run owns the session and closes it.
	 *
	 * @throws IllegalArgumentException where none has this id
	 */
	FlowRun start(String id, FlowSession session);
}
