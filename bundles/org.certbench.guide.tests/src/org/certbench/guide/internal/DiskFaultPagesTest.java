package org.certbench.guide.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.certbench.core.DiskFault;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads about a disk that does not let files be read or written. */
class DiskFaultPagesTest {

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final Catalogue catalogue = new Catalogue(
			List.of(new PageSource("org.certbench.guide.pages.problems", DiskFaultPagesTest.class.getClassLoader(), Integrator.UNKNOWN)));

	@ParameterizedTest
	@EnumSource
	@DisplayName("each fault of a disk has its page, in English and in French")
	void page(DiskFault fault) {
		var english = catalogue.page(fault.problem()).orElseThrow();
		Locale.setDefault(Locale.FRENCH);
		var french = catalogue.page(fault.problem()).orElseThrow();

		assertTrue(english.steps().size() >= 2, english.toString());
		assertFalse(english.contact().isBlank());
		assertNotEquals(english.cause(), french.cause());
	}
}
