package org.certbench.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of number by which eHealth knows a holder. The list of the service itself
 * (GetGenericOrganizationTypes) goes before this table, which is the fallback when the service
 * cannot be asked. A type that stands in neither passes through unchecked: new ones appear
 * without notice.
 *
 * @param code   as it stands in a certificate's subject and in file names, e.g. {@code NIHII-HOSPITAL}
 * @param digits how many digits a value has
 * @param check  how its last two digits are made
 */
public record IdentifierType(String code, int digits, CheckDigits check) {

	/** The type of natural persons: the number of the national register. */
	public static final IdentifierType SSIN = new IdentifierType("SSIN", 11, CheckDigits.SSIN);

	private static final List<IdentifierType> KNOWN = Stream.of(Stream.of(SSIN),
			types(10, CheckDigits.MOD_97, "CBE", "CBE-TREAT_CENTER", "CBE-CONSORTIUM"),
			types(10, CheckDigits.NONE, "EHP", "EHP-CTRL_ORGANISM", "SITESMUR", "SITEPIT"),
			types(4, CheckDigits.NONE, "SITE"),
			types(11, CheckDigits.NONE, "NIHII11"),
			types(8, CheckDigits.MOD_97, "NIHII", "NIHII-PHARMACY", "NIHII-LABO", "NIHII-RETIREMENT",
					"NIHII-OTD_PHARMACY", "NIHII-HOSPITAL", "NIHII-GROUP", "NIHII-PALLIATIVE_CARE",
					"NIHII-OFFICE_DENTISTS", "NIHII-MEDICAL_HOUSE", "NIHII-OFFICE_DOCTORS",
					"NIHII-GROUP_DOCTORS", "NIHII-OF_BAND", "NIHII-PSYCH_HOUSE", "NIHII-PROT_ACC",
					"NIHII-HOME_SERVICES", "NIHII-OF_PHYSIOS", "NIHII-GUARD_POST", "NIHII-BELRAI",
					"NIHII-BELRAI_SCREEN", "NIHII-GROUP_MIDWIVES", "NIHII-AMBU_SERVICE",
					"NIHII-LEGAL_PSY", "NIHII-REEDUCATION", "NIHII-SORTING_CENTER"))
			.flatMap(types -> types).collect(Collectors.toUnmodifiableList());

	/** The types known without asking the service, the person's first. */
	public static List<IdentifierType> known() {
		return KNOWN;
	}

	/** The known type of this code, if there is one. */
	public static Optional<IdentifierType> of(String code) {
		return KNOWN.stream().filter(type -> type.code.equals(code)).findFirst();
	}

	/** Whether the value has the right number of digits and the right check digits. */
	public boolean accepts(String value) {
		return value.length() == digits && value.chars().allMatch(c -> c >= '0' && c <= '9')
				&& check.holdFor(value);
	}

	private static Stream<IdentifierType> types(int digits, CheckDigits check, String... codes) {
		return Arrays.stream(codes).map(code -> new IdentifierType(code, digits, check));
	}
}
