package org.certbench.ui.wizard.internal;

import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranslationTest {

	@Test
	@DisplayName("B05: every text of the wizard is there in every language")
	void everyTextIsThereInEveryLanguage() {
		Translations.check(FlowDialog.class);
	}
}
