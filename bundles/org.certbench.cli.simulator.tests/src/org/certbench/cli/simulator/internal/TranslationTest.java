package org.certbench.cli.simulator.internal;

import org.certbench.cli.lookup.internal.LookUpCommand;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TranslationTest {

	@Test
	@DisplayName("B05: every text is there in every language")
	void complete() {
		Translations.check(DemoCommand.class);
		Translations.check(LookUpCommand.class);
	}
}
