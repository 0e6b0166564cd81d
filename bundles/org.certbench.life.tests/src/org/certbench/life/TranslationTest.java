package org.certbench.life;

import org.certbench.eid.pkcs11.Pkcs11Modules;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.flow.activate.internal.ActivateFlow;
import org.certbench.flow.complete.internal.CompleteFlow;
import org.certbench.flow.handover.internal.HandOverFlow;
import org.certbench.flow.oldkeys.internal.OldKeysFlow;
import org.certbench.flow.password.internal.PasswordFlow;
import org.certbench.flow.renew.internal.RenewFlow;
import org.certbench.flow.revoke.internal.RevokeFlow;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.lookup.internal.LookUpFlow;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {

	@ParameterizedTest
	@ValueSource(classes = { CompleteFlow.class, RenewFlow.class, ActivateFlow.class, RevokeFlow.class, OldKeysFlow.class, PasswordFlow.class,
			HandOverFlow.class, LookUpFlow.class, Inventory.class, Journal.class, VirtualCards.class, Pkcs11Modules.class })
	@DisplayName("B05: every text of a bundle is there in every language")
	void translated(Class<?> member) {
		Translations.check(member);
	}
}
