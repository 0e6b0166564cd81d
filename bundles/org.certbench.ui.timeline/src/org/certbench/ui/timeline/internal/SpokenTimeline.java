package org.certbench.ui.timeline.internal;

import java.util.Optional;

import org.certbench.core.Texts;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;

/** The timeline as a screen reader tells it: a list of certificates, each with its card. */
final class SpokenTimeline {

	private static final Texts TEXTS = Texts.of(SpokenTimeline.class);

	private final TimelineCanvas canvas;

	SpokenTimeline(TimelineCanvas canvas) {
		this.canvas = canvas;
		var accessible = canvas.getAccessible();
		accessible.addAccessibleListener(new Names());
		accessible.addAccessibleControlListener(new Structure());
	}

	/** Tells the screen reader that another bar has the focus. */
	void focusChanged() {
		canvas.focused().ifPresent(bar -> canvas.getAccessible().setFocus(canvas.bars().indexOf(bar)));
	}

	private Optional<Bar> bar(int childId) {
		return childId >= 0 && childId < canvas.bars().size() ? Optional.of(canvas.bars().get(childId)) : Optional.empty();
	}

	private final class Names extends AccessibleAdapter {

		@Override
		public void getName(AccessibleEvent event) {
			event.result = bar(event.childID).map(bar -> canvas.card(bar).title()).orElse(TEXTS.get("spoken.name"));
		}

		@Override
		public void getDescription(AccessibleEvent event) {
			event.result = bar(event.childID).map(bar -> canvas.card(bar).asText()).orElse(TEXTS.get("spoken.description"));
		}

		@Override
		public void getHelp(AccessibleEvent event) {
			event.result = TEXTS.get("spoken.help");
		}
	}

	private final class Structure extends AccessibleControlAdapter {

		@Override
		public void getRole(AccessibleControlEvent event) {
			event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
		}

		@Override
		public void getChildCount(AccessibleControlEvent event) {
			event.detail = canvas.bars().size();
		}

		@Override
		public void getChildren(AccessibleControlEvent event) {
			var ids = new Object[canvas.bars().size()];
			for (int i = 0; i < ids.length; i++) {
				ids[i] = i;
			}
			event.children = ids;
		}

		@Override
		public void getFocus(AccessibleControlEvent event) {
			event.childID = canvas.isFocusControl() ? canvas.focused().map(canvas.bars()::indexOf).orElse(ACC.CHILDID_SELF)
					: ACC.CHILDID_NONE;
		}

		@Override
		public void getChildAtPoint(AccessibleControlEvent event) {
			event.childID = canvas.barAt(canvas.toControl(event.x, event.y)).map(canvas.bars()::indexOf)
					.orElse(ACC.CHILDID_SELF);
		}

		@Override
		public void getLocation(AccessibleControlEvent event) {
			var bounds = bar(event.childID).flatMap(canvas::bounds).orElse(canvas.getClientArea());
			Point place = canvas.toDisplay(bounds.x, bounds.y);
			event.x = place.x;
			event.y = place.y;
			event.width = bounds.width;
			event.height = bounds.height;
		}

		@Override
		public void getState(AccessibleControlEvent event) {
			event.detail = bar(event.childID).map(bar -> ACC.STATE_FOCUSABLE | ACC.STATE_SELECTABLE
					| (canvas.isSelected(bar) ? ACC.STATE_SELECTED : 0)
					| (canvas.focused().filter(bar::equals).isPresent() ? ACC.STATE_FOCUSED : 0)).orElse(ACC.STATE_FOCUSABLE);
		}
	}
}
