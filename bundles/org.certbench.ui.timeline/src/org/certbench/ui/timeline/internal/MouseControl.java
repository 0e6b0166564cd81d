package org.certbench.ui.timeline.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** The mouse on the timeline: click selects, double click goes on, dragging pans, the wheel zooms. */
final class MouseControl {

	/** Below this a shaky click is not taken for dragging. */
	private static final int DRAG_THRESHOLD = 4;

	private final TimelineCanvas canvas;
	private Point pressed;
	private boolean dragging;

	MouseControl(TimelineCanvas canvas) {
		this.canvas = canvas;
		canvas.addListener(SWT.MouseDown, this::down);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseUp, this::up);
		canvas.addListener(SWT.MouseDoubleClick, event -> canvas.barAt(new Point(event.x, event.y)).ifPresent(canvas::open));
		canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
		canvas.addListener(SWT.MouseHorizontalWheel, event -> canvas.pan(-event.count * 20, 0));
	}

	private void down(Event event) {
		canvas.setFocus();
		if (event.button == 1) {
			pressed = new Point(event.x, event.y);
			dragging = false;
		}
	}

	private void move(Event event) {
		if (pressed == null) {
			boolean onBar = canvas.barAt(new Point(event.x, event.y)).isPresent();
			canvas.setCursor(onBar ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
			return;
		}
		int across = pressed.x - event.x;
		int down = pressed.y - event.y;
		if (dragging || Math.abs(across) + Math.abs(down) > DRAG_THRESHOLD) {
			dragging = true;
			canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
			canvas.pan(across, down);
			pressed = new Point(event.x, event.y);
		}
	}

	private void up(Event event) {
		if (pressed != null && !dragging) {
			canvas.barAt(new Point(event.x, event.y)).ifPresent(canvas::choose);
		}
		pressed = null;
		dragging = false;
		canvas.setCursor(null);
	}

	/** The wheel zooms; with Shift it pans, with Ctrl it scrolls the lanes. */
	private void wheel(Event event) {
		int steps = Integer.signum(event.count);
		if ((event.stateMask & SWT.SHIFT) != 0) {
			canvas.pan(-steps * 60, 0);
		} else if ((event.stateMask & SWT.MOD1) != 0) {
			canvas.pan(0, -steps * Lanes.ROW);
		} else {
			canvas.zoom(steps, event.x);
		}
		// The canvas shall not scroll as well.
		event.doit = false;
	}
}
