package org.certbench.authority;

import java.util.List;
import java.util.Map;

/**
 * A kind of organisation that can have a certificate, as the authority describes it.
 *
 * @param code                 the identifier type, e.g. {@code NIHII-HOSPITAL}
 * @param names                for people, by language ({@code fr}, {@code nl})
 * @param form                 regular expression (Java syntax) of its identifiers; empty where the authority gives none
 * @param checkDigitAlgorithms the authority's names of them, e.g. {@code CHECK-97-MOD-97}
 * @param baseServices         what its certificates can be used for, e.g. {@code tsa}
 */
public record OrganisationType(String code, Map<String, String> names, String form, List<String> checkDigitAlgorithms,
		List<String> baseServices) {

	public OrganisationType {
		names = Map.copyOf(names);
		checkDigitAlgorithms = List.copyOf(checkDigitAlgorithms);
		baseServices = List.copyOf(baseServices);
	}
}
