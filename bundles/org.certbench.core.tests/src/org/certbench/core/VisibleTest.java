package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VisibleTest {

	@Test
	void ordinaryTextStaysAsItIs() {
		var text = "Hôpital «Zoé» – 東京 \ud83d\ude91, \\ ordinary";

		assertSame(text, Visible.line(text));
	}

	@Test
	@DisplayName("what clears a terminal, begins a line, turns one around or is not seen is shown as its number")
	void whatIsNotSeen() {
		assertEquals("\\u{1b}[2J\\u{a}root\\u{202e}\\u{200b}\\u{9b}\\u{0}\\u{2028}\\u{d83d}",
				Visible.line("\u001b[2J\nroot\u202e\u200b\u009b\0\u2028\ud83d"));
	}
}
