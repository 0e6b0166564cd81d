package org.certbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;

import org.certbench.core.Knowledge;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.TestLives;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Dates as people read them. */
class DatesTest {

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.FRENCH);

	@Test
	@DisplayName("the days left are counted down to the last whole day, and up after it")
	void daysLeft() {
		assertEquals(12, Dates.daysLeft(TestLives.NOW.plus(Duration.ofDays(12)), TestLives.NOW));
		assertEquals(11, Dates.daysLeft(TestLives.NOW.plus(Duration.ofDays(12)).minusSeconds(1), TestLives.NOW));
		assertEquals(-1, Dates.daysLeft(TestLives.NOW.minusSeconds(1), TestLives.NOW));
	}

	@Test
	void daysLeftInWords() {
		assertEquals("encore 12 jours", words(12));
		assertEquals("encore 1 jour", words(1));
		assertEquals("aujourd'hui", words(0));
		assertEquals("depuis 1 jour", words(-1));
		assertEquals("depuis 40 jours", words(-40));
	}

	@Test
	@DisplayName("B01: an estimate carries a sign and a word, a fact neither")
	void estimates() {
		var estimate = Dates.lastDayInWords(TestLives.validity(Duration.ofDays(12), Knowledge.ESTIMATED), TestLives.NOW);
		assertTrue(estimate.startsWith("~ ") && estimate.contains("(estimation)"), estimate);
		var fact = Dates.lastDayInWords(TestLives.validity(Duration.ofDays(12), Knowledge.VERIFIED), TestLives.NOW);
		assertEquals("13 mars 2030, encore 12 jours", fact);
		var unchecked = Dates.period(TestLives.validity(Duration.ofDays(12), Knowledge.UNVERIFIED));
		assertFalse(unchecked.contains("~"));
		assertTrue(unchecked.contains("(non vérifié)"), unchecked);
	}

	private static String words(int days) {
		return Dates.daysLeftInWords(TestLives.NOW.plus(Duration.ofDays(days)), TestLives.NOW);
	}
}
