package org.certbench.ui.driver;

/** Who runs the other side of the wire: a person in the window only sees what comes of it. */
public interface Operator {

	/** From now on a request is issued when {@link #issue} says so, and not before. */
	void issueByHand();

	/** From now on a request is issued as soon as it arrives, as a new certificate. */
	void issueAtOnce();

	/** Issues the requests that wait, as if long ago: the certificates are in their renewal window today. */
	void issue();

	/** The service does not answer any more. */
	void goAway();

	/** The service answers again, at the same address. */
	void comeBack();

	/** How many requests have arrived so far. */
	int requests();
}
