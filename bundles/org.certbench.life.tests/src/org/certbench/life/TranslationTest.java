package org.certbench.life;

import org.certbench.flow.activate.internal.ActivateFlow;
import org.certbench.flow.complete.internal.CompleteFlow;
import org.certbench.flow.renew.internal.RenewFlow;
import org.certbench.flow.revoke.internal.RevokeFlow;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

	@ParameterizedTest
	@ValueSource(classes = { CompleteFlow.class, RenewFlow.class, ActivateFlow.class, RevokeFlow.class })
	@DisplayName("B05: every text of a flow is there in French as well")
	void french(Class<?> flow) {
		Translations.check(flow);
	}
}
