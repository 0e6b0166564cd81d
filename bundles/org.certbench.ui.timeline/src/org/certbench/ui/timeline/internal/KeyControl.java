package org.certbench.ui.timeline.internal;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/**
 * The keyboard on the timeline: arrows step from bar to bar and with Ctrl move what is seen, + and -
 * zoom, Home and End go to the first and last bar, Space selects, Enter goes on, F fits, T is today.
 */
final class KeyControl {

	private static final int PAN = 60;

	private final TimelineCanvas canvas;

	KeyControl(TimelineCanvas canvas) {
		this.canvas = canvas;
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.Traverse, event -> event.doit = switch (event.detail) {
			case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_ESCAPE -> true;
			default -> false;
		});
	}

	private void key(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0) {
			pan(event.keyCode);
			return;
		}
		switch (event.keyCode) {
			case SWT.ARROW_LEFT -> alongLane(-1);
			case SWT.ARROW_RIGHT -> alongLane(1);
			case SWT.ARROW_UP -> toLane(-1);
			case SWT.ARROW_DOWN -> toLane(1);
			case SWT.HOME -> to(0);
			case SWT.END -> to(canvas.bars().size() - 1);
			case SWT.CR, SWT.KEYPAD_CR -> canvas.focused().ifPresent(canvas::open);
			case ' ' -> canvas.focused().ifPresent(canvas::choose);
			case 'f' -> canvas.fit();
			case 't' -> canvas.today();
			case SWT.KEYPAD_ADD -> canvas.zoom(1);
			case SWT.KEYPAD_SUBTRACT -> canvas.zoom(-1);
			default -> zoom(event.character);
		}
	}

	/** By what is typed, wherever the keyboard has it. */
	private void zoom(char typed) {
		if (typed == '+' || typed == '=') {
			canvas.zoom(1);
		} else if (typed == '-') {
			canvas.zoom(-1);
		}
	}

	private void pan(int key) {
		switch (key) {
			case SWT.ARROW_LEFT -> canvas.pan(-PAN, 0);
			case SWT.ARROW_RIGHT -> canvas.pan(PAN, 0);
			case SWT.ARROW_UP -> canvas.pan(0, -Lanes.ROW);
			case SWT.ARROW_DOWN -> canvas.pan(0, Lanes.ROW);
			default -> {
				// Other keys with Ctrl are commands of the workbench.
			}
		}
	}

	private void to(int index) {
		if (index >= 0 && index < canvas.bars().size()) {
			canvas.focusOn(canvas.bars().get(index));
		}
	}

	private void alongLane(int step) {
		canvas.focused().ifPresentOrElse(bar -> to(canvas.bars().indexOf(bar) + step), () -> to(0));
	}

	/** To the bar of the lane above or below that lies nearest in time. */
	private void toLane(int step) {
		var bar = canvas.focused().orElse(null);
		if (bar == null) {
			to(0);
			return;
		}
		List<Lanes.Lane> lanes = canvas.lanes().all();
		int lane = canvas.lanes().laneOf(bar).map(lanes::indexOf).orElse(0) + step;
		if (lane >= 0 && lane < lanes.size()) {
			canvas.focusOn(lanes.get(lane).nearest(bar));
		}
	}
}
