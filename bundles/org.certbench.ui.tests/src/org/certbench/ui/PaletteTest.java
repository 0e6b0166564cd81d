package org.certbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever the theme, what is written can be read. */
class PaletteTest {

	/** WCAG 2.1, 1.4.3. */
	private static final double READABLE = 4.5;

	@Test
	@DisplayName("M01: the words on each environment's band can be read")
	void bands() {
		for (var palette : Palette.values()) {
			for (var environment : Environment.values()) {
				assertReadable(palette.bandText(), palette.band(environment), palette + " " + environment);
			}
		}
	}

	@Test
	@DisplayName("every word of a state or a finding can be read, on pages and on cards")
	void states() {
		for (var palette : Palette.values()) {
			var colours = new ArrayList<RGB>(List.of(palette.text(), palette.quietText(), palette.bad(), palette.good()));
			Stream.of(LifeCycleState.values()).map(palette::state).forEach(colours::add);
			Stream.of(Severity.values()).map(palette::severity).forEach(colours::add);
			for (var colour : colours) {
				assertReadable(colour, palette.background(), palette + " page " + colour);
				assertReadable(colour, palette.surface(), palette + " card " + colour);
			}
		}
	}

	@Test
	@DisplayName("the set follows the background, not the name of a theme")
	void followsTheBackground() {
		assertEquals(Palette.LIGHT, Palette.forBackground(new RGB(255, 255, 255)));
		assertEquals(Palette.LIGHT, Palette.forBackground(new RGB(240, 240, 235)));
		assertEquals(Palette.DARK, Palette.forBackground(new RGB(47, 47, 47)));
		assertEquals(Palette.DARK, Palette.forBackground(new RGB(0, 0, 0)));
	}

	@Test
	void contrastIsThatOfTheStandard() {
		assertEquals(21, Palette.contrast(new RGB(0, 0, 0), new RGB(255, 255, 255)), 0.01);
		assertEquals(1, Palette.contrast(new RGB(9, 9, 9), new RGB(9, 9, 9)), 0.01);
	}

	private static void assertReadable(RGB text, RGB background, String what) {
		double contrast = Palette.contrast(text, background);
		assertTrue(contrast >= READABLE, () -> "%s: contrast is %.2f".formatted(what, contrast));
	}
}
