package org.certbench.ehealth;

import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The texts of the eHealth authority")
class TranslationTest {

	@Test
	@DisplayName("are there in every language")
	void everyLanguage() {
		Translations.check(Namespaces.class);
	}
}
