package org.certbench.ui.wizard;

import java.util.List;

import org.certbench.core.ProblemException;
import org.certbench.flow.AnswerProblem;
import org.eclipse.swt.widgets.Composite;

/**
 * What the wizard shows for one kind of step: the question, without the step's title and
 * explanation, which stand above it. Contributed to the extension point
 * {@code org.certbench.ui.wizard.pages}; a new one is made, by its no-argument constructor, for each
 * step that is shown. All calls are in the UI thread. The order is {@link #create}, then as often as
 * the step is come to {@link #refresh}, {@link #show}, {@link #focus} and at the end {@link #hidden}.
 *
 * <p>
 * A page reads and writes answers in the session of its context, and tells
 * {@link PageContext#answered()} after each change. Controls that ask for an answer are named
 * {@code wizard.<kind>.<answer id>}.
 */
public interface StepPage {

	/** Makes the controls, once. The parent is the page's own and has no layout yet. */
	void create(Composite parent, PageContext context);

	/** Shows what the step and the session know; the step has just been entered. */
	void refresh();

	/** Shows, beside the fields, what is wrong with the answers; an empty list takes that away. */
	default void show(List<AnswerProblem> problems) {
		// many pages cannot be answered wrongly
	}

	/** Puts the focus where one begins. */
	void focus();

	/**
	 * Entering or performing the step failed.
	 *
	 * @return whether the page shows that itself; otherwise it is shown above the page
	 */
	default boolean failed(ProblemException problem) {
		return false;
	}

	/** Another page is shown from now on, or none: what the page watches it watches no longer. */
	default void hidden() {
		// most pages watch nothing
	}
}
