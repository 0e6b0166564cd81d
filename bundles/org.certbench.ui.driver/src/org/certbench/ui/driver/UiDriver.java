package org.certbench.ui.driver;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Drives the user interface as a person would, by the stable ids of its controls (W08). Page objects
 * and scenarios are written against this, so that several drivers can run them. Only what is visible
 * is found, and what cannot be used (disabled, behind a modal dialog) cannot be driven: that fails
 * with an {@link AssertionError}. To be called outside the UI thread.
 */
public interface UiDriver {

	/** Whether there is such a control, and it can be seen. */
	boolean isShown(String id);

	/** Whether the control can be used now. */
	boolean isEnabled(String id);

	/** The ids of all controls that can be seen, without repetition. */
	List<String> shownIds();

	/** The control's text; of a container, the texts of what is in it, a line each. */
	String text(String id);

	/** The rows of a table or tree, all levels, the cells of each parted by tabs. */
	List<String> rows(String id);

	/** Replaces the text of a field. */
	void type(String id, String text);

	/** Presses a button, ticks a box, follows a link, opens a tool. Returns when that has begun. */
	void click(String id);

	/** Selects the first row of a table or tree in which the words occur. */
	void select(String id, String words);

	/** Opens the first row in which the words occur, as a double click or the Enter key does. */
	void open(String id, String words);

	/** Scrolls a text to its end. */
	void scrollToEnd(String id);

	/** Waits for a condition, and fails where it does not come about in good time. */
	void await(String condition, BooleanSupplier holds);

	/** Keeps a picture of the window in front, for people to look at. */
	void screenshot(String name);

	/** What cannot be read in full in the window in front, a sentence each. */
	List<String> cutTexts();

	/** Waits until a control can be seen. */
	default void awaitShown(String id) {
		await(id + " is shown", () -> isShown(id));
	}

	/** Waits until a control is gone. */
	default void awaitGone(String id) {
		await(id + " is gone", () -> !isShown(id));
	}

	/** Waits until a control can be used. */
	default void awaitEnabled(String id) {
		await(id + " is shown and enabled", () -> isShown(id) && isEnabled(id));
	}
}
