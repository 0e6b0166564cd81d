package org.certbench.ehealth.simulator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.certbench.core.IdentifierType;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.Simulator;
import org.certbench.ehealth.simulator.internal.desk.OrganisationTypes;
import org.certbench.ehealth.simulator.internal.desk.RefusalCode;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All that the simulator says is there, in every language. */
class TextsTest {

	@Test
	@DisplayName("B05: every text is there in every language")
	void translated() {
		Translations.check(Simulator.class);
	}

	@Test
	void everyRefusalHasAText() {
		for (var code : RefusalCode.values()) {
			assertTrue(Texts.of(RefusalCode.class).has("refusal." + code.name()), code.name());
		}
	}

	@Test
	@DisplayName("the organisation types are those that the product knows, named in French and Dutch")
	void organisationTypes() {
		var known = IdentifierType.known().stream().filter(type -> !type.equals(IdentifierType.SSIN)).toList();
		var types = new OrganisationTypes();
		assertEquals(known.size(), types.all().size());
		for (var type : known) {
			var offered = types.find(type.code()).orElseThrow(() -> new AssertionError(type.code()));
			assertTrue(offered.name().keySet().containsAll(List.of("fr", "nl")), type.code());
			assertTrue(List.of("0", "796").stream().map(start -> start + "0".repeat(type.digits() - start.length()))
					.anyMatch(number -> number.matches(offered.regularExpression())), type.code());
		}
	}
}
