package org.certbench.ui.doctor.internal;

import org.certbench.testing.Translations;
import org.junit.jupiter.api.Test;

class TranslationTest {

	@Test
	void allTextsAreTranslated() {
		Translations.check(ComputerPart.class);
	}
}
