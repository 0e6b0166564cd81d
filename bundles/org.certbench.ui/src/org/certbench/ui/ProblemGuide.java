package org.certbench.ui;

/**
 * Shows the problem-solving guide: a service that the guide's view offers. Where there is none, the
 * button to it is not shown. To be called in the UI thread.
 */
@FunctionalInterface
public interface ProblemGuide {

	/**
	 * Brings the guide to the front with a page of the catalogue.
	 *
	 * @param problem the page's id, as in {@link org.certbench.core.ProblemException#problem()}; for
	 *                an unknown one the catalogue is shown
	 */
	void show(String problem);
}
