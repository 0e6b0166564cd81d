package org.certbench.workbench.internal;

import java.util.Arrays;

import org.certbench.core.Environment;
import org.certbench.inventory.Words;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.Services;
import org.certbench.ui.UiThread;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** Shows the environment at all times, in colour, sign and words; a press changes it (M01). */
public final class EnvironmentBadge extends WorkbenchWindowControlContribution {

	@Override
	protected Control createControl(Composite parent) {
		var found = Services.find(CurrentEnvironment.class);
		if (found.isEmpty()) {
			return new Composite(parent, SWT.NONE);
		}
		var current = found.get();
		var badge = new Badge(parent, "workbench.environment", () -> EnvironmentChoice.actions(current),
				Arrays.stream(Environment.values()).map(EnvironmentBadge::word).toList());
		show(badge, current.get());
		var watch = current.watch(environment -> UiThread.in(badge.control(), () -> show(badge, environment)));
		badge.control().addDisposeListener(disposed -> watch.close());
		return badge.control();
	}

	private static String word(Environment environment) {
		return Words.of(environment).toUpperCase();
	}

	private static void show(Badge badge, Environment environment) {
		var palette = Palette.of(badge.control());
		badge.paint(Palette.color(palette.band(environment)), Palette.color(palette.bandText()));
		badge.show(Icon.of(environment).image(), word(environment), Words.meaning(environment));
	}
}
