/**
 * The flow engine: a flow is a list of steps, which the wizard, the command line and tests drive alike. Begin
 * at the service {@link Flows}, which makes a {@link FlowRun}; a flow of one's own is a {@link Flow},
 * contributed to the extension point {@code org.certbench.flow.flows}. Flows that are made of the kinds of
 * steps here have their wizard and their command for free.
 *
 * <p>
 * Questions put {@link Answer}s into the {@link FlowSession}; work reads them, and notes in the journal what it
 * has done before the next thing is done. What keeps a flow from going on is a
 * {@link org.certbench.core.ProblemException} of the floors below, or a {@link FlowException}.
 */
package org.certbench.flow;
