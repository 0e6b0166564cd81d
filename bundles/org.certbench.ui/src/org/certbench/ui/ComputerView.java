package org.certbench.ui;

/**
 * Shows what this computer has and lacks: a service that the view of the computer offers. Where there
 * is none, no button leads to it. To be called in the UI thread.
 */
public interface ComputerView {

	/**
	 * Whether a look at this computer helps with a problem.
	 *
	 * @param problem id of a page of the guide
	 */
	boolean helpsWith(String problem);

	/** Brings the view to the front and looks again. */
	void show();
}
