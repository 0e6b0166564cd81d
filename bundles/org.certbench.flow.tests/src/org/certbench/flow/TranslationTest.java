package org.certbench.flow;

import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranslationTest {

	@Test
	@DisplayName("B05: every text is there in every language")
	void french() {
		Translations.check(Flow.class);
	}
}
