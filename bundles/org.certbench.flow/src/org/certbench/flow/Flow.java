package org.certbench.flow;

import java.util.List;

/**
 * A flow: a list of steps. Contributed with its name, icon, group and needs to the extension point
 * {@code org.certbench.flow.flows}; made once, by its no-argument constructor, when first used, and
 * stateless: what one run knows is in its steps. It has no user interface: the wizard has a page for
 * each kind of step, the command line options.
 */
@FunctionalInterface
public interface Flow {

	/**
	 * New steps, in order. Called once for each run, before anything is shown; answers that are known
	 * beforehand (a keystore that was selected, a request that is resumed) are in the session.
	 */
	List<Step> steps(FlowSession session);

	/**
	 * The choices that its {@link ChoiceStep}s ask, which become options of its command; a flow that has
	 * some says so in its extension ({@code asks} with the kind {@code choice}).
	 */
	default List<Choice> choices() {
		return List.of();
	}
}
