package org.certbench.ui.doctor.internal;

import org.certbench.core.Observation.Outcome;
import org.certbench.core.Severity;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** The sign and the colour of an outcome; its word stands beside them. */
final class OutcomeSign {

	private OutcomeSign() {
	}

	static Icon icon(Outcome outcome) {
		return switch (outcome) {
			case FINE -> Icon.STATE_GOOD;
			case ADVICE -> Icon.WARNING;
			case LACKING -> Icon.ERROR;
		};
	}

	/** Of text on what the control stands on. UI thread. */
	static RGB colour(Outcome outcome, Control control) {
		var palette = Palette.of(control);
		return switch (outcome) {
			case FINE -> palette.good();
			case ADVICE -> palette.severity(Severity.WARNING);
			case LACKING -> palette.severity(Severity.ERROR);
		};
	}
}
