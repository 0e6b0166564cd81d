package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers, their types and their check digits. All numbers are invented. */
class IdentifierTest {

	/** Born in 1985, and in a month that no calendar has. */
	private static final String PERSON = "859999001";

	@ParameterizedTest
	@CsvSource({ "796900, 52", "000097, 97", "000000, 97", "000001, 96", "123456, 25" })
	@DisplayName("the check digits are 97 minus the rest modulo 97, two digits always")
	void checkDigits(String number, String check) {
		assertEquals(check, CheckDigits.mod97(number));
	}

	@Test
	void theSsinOfSomeoneBornBefore2000() {
		assertTrue(Identifier.ssin(PERSON + CheckDigits.mod97(PERSON)).isPlausible());
	}

	@Test
	@DisplayName("the SSIN of someone born from 2000 on is checked with a 2 before it")
	void theSsinOfSomeoneBornFrom2000On() {
		var young = "059999001";

		assertTrue(Identifier.ssin(young + CheckDigits.mod97("2" + young)).isPlausible());
	}

	@ParameterizedTest
	@ValueSource(strings = { "85999900100", "8599990", "85999900118x", "859999001 1", "٨٥٩٩٩٩٠٠١١٨" })
	void notASsin(String value) {
		assertFalse(Identifier.ssin(value).isPlausible());
	}

	@ParameterizedTest
	@MethodSource("checkedOrganisations")
	@DisplayName("every checked type accepts the right check digits and no other ones")
	void organisations(IdentifierType type) {
		var number = "796900123".substring(0, type.digits() - 2);
		var right = number + CheckDigits.mod97(number);

		assertTrue(type.accepts(right));
		for (int other = 0; other < 100; other++) {
			var value = number + "%02d".formatted(other);
			assertEquals(value.equals(right), type.accepts(value), value);
		}
	}

	static List<IdentifierType> checkedOrganisations() {
		return IdentifierType.known().stream().filter(type -> type.check() == CheckDigits.MOD_97).toList();
	}

	@ParameterizedTest
	@CsvSource({ "SITE, 1234, true", "SITE, 123, false", "EHP, 1234567890, true", "NIHII11, 12345678901, true",
			"SITESMUR, 12345678, false" })
	void typesWithoutCheckDigitsStillHaveALength(String type, String value, boolean plausible) {
		assertEquals(plausible, new Identifier(type, value).isPlausible());
	}

	@Test
	void theTableHasEveryTypeOnce() {
		var codes = IdentifierType.known().stream().map(IdentifierType::code).toList();

		assertEquals(35, codes.size());
		assertEquals(codes.size(), codes.stream().distinct().count());
		assertEquals("SSIN", codes.getFirst());
	}

	@Test
	@DisplayName("a type that nobody here has heard of passes through")
	void unknownType() {
		var identifier = Identifier.parse("NIHII-SPACE_STATION=42");

		assertTrue(identifier.isPlausible());
		assertFalse(identifier.isPerson());
		assertEquals("NIHII-SPACE_STATION=42", identifier.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SSIN", "SSIN=", "=1", " =1", "SSIN= " })
	void notAnIdentifier(String text) {
		assertThrows(IllegalArgumentException.class, () -> Identifier.parse(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "SITE=1234; SITE=1234; ''", "SITE=1234,WARD_2; SITE=1234,WARD_2; WARD_2",
			"SITE=1234, WARD_2; SITE=1234,WARD_2; WARD_2" })
	@DisplayName("holders are read with and without an application id, with and without a space before it")
	void holders(String text, String written, String applicationId) {
		var holder = Holder.parse(text);

		assertEquals(written, holder.toString());
		assertEquals(applicationId, holder.application().orElse(""));
		assertEquals(holder, Holder.parse(holder.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "lower", "WITH SPACE", "ÉTÉ", "A1234567890123456789012345678901", "A/B" })
	void notAnApplicationId(String applicationId) {
		var identifier = Identifier.parse("SITE=1234");

		assertThrows(IllegalArgumentException.class, () -> new Holder(identifier, applicationId));
	}
}
