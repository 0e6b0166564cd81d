package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.core.CheckDigits;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;
import org.certbench.core.IdentifierType;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;
import org.certbench.keystore.PasswordPolicy;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of keystores in both directions, and what a password must have. */
class NamesAndPasswordsTest {

	private static final String APPLICATION_ID_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

	@Test
	void namesOfTheManuals() {
		var ssin = "859999001" + CheckDigits.mod97("859999001");

		assertEquals(new KeystoreName(Holder.of(Identifier.ssin(ssin)), LocalDateTime.of(2013, 1, 14, 19, 23, 56), false),
				name("SSIN=" + ssin + " 20130114-192356.p12").orElseThrow());
		assertEquals(
				new KeystoreName(Holder.parse("NIHII-HOSPITAL=79690052,SALES_2"), LocalDateTime.of(2025, 2, 28, 0, 0, 0), true),
				name("NIHII-HOSPITAL=79690052,SALES_2 20250228-000000.acc-p12").orElseThrow());
	}

	@RepeatedTest(50)
	@DisplayName("whatever the holder and the moment, the name reads back as it was")
	void bothDirections() {
		var random = new Random();
		var types = IdentifierType.known();
		var type = types.get(random.nextInt(types.size()));
		var value = digits(random, type.digits());
		var applicationId = random.nextBoolean() ? "" : text(random, APPLICATION_ID_CHARACTERS, 1 + random.nextInt(30));
		var moment = LocalDateTime.of(2010 + random.nextInt(60), 1, 1, 0, 0).plusSeconds(random.nextInt(31_000_000));
		var name = new KeystoreName(new Holder(new Identifier(type.code(), value), applicationId), moment, random.nextBoolean());

		assertEquals(Optional.of(name), name(name.toString()), name::toString);
	}

	@ParameterizedTest
	@ValueSource(strings = { "keystore.p12", "SSIN=1 20250101-120000.pfx", "SSIN= 20250101-120000.p12",
			"SSIN=1 20250230-120000.p12", "SSIN=1 20250101-250000.p12", "SSIN=1,lower 20250101-120000.p12",
			"=1 20250101-120000.p12", " =1 20250101-120000.p12", "SSIN=1 20250101-120000.p12.bak-20250102-120000",
			"SSIN=1  20250101-120000.p12", "xSSIN=1 20250101-120000.p12 ",
			"\u2003=1 20250101-120000.p12", "SSIN=\t 20250101-120000.p12" })
	void otherNames(String other) {
		assertTrue(name(other).isEmpty());
	}

	@ParameterizedTest
	@DisplayName("a holder from outside can never lead out of the folder")
	@ValueSource(strings = { "../TYPE=1", "TYPE=../1", "TYPE=1\\2", "TYPE=1:2", "TYPE=a b" })
	void holdersThatAreNoName(String holder) {
		assertThrows(IllegalArgumentException.class,
				() -> new KeystoreName(Holder.parse(holder), LocalDateTime.of(2025, 1, 1, 0, 0), false));
	}

	@Test
	void theNextSecondMayBeTheNextYear() {
		var name = name("SITE=1234 20251231-235959.p12").orElseThrow();

		assertEquals("SITE=1234 20260101-000000.p12", name.aSecondLater().toString());
	}

	@Test
	void partsOfASecondAreNotInAName() {
		var name = new KeystoreName(Holder.parse("SITE=1234"), LocalDateTime.of(2025, 1, 1, 0, 0, 0, 999_999_999), false);

		assertEquals(Optional.of(name), name(name.toString()));
	}

	@ParameterizedTest
	@DisplayName("M10: each check of a password on its own")
	@CsvSource(quoteCharacter = '|', value = { "abcdefg1, abcdefg1, ||", "abcdef1, abcdef1, LENGTH",
			"abcdefgh, abcdefgh, DIGIT_OR_SYMBOL", "abcdefg!, abcdefg!, ||", "abc defg, abc defg, DIGIT_OR_SYMBOL",
			"abcdéfg1, abcdéfg1, CHARACTERS", "abcdefg1, abcdefg2, CONFIRMATION",
			"é, e, LENGTH CHARACTERS DIGIT_OR_SYMBOL CONFIRMATION" })
	void checks(String password, String confirmation, String failed) {
		assertEquals(checks(failed), PasswordPolicy.failedBy(secret(password), secret(confirmation)));
	}

	@ParameterizedTest
	@MethodSource("printable")
	@DisplayName("every printable character of ASCII is accepted")
	void printableCharacters(char character) {
		var password = "abcdefg1" + character;

		assertEquals(Set.of(), PasswordPolicy.failedBy(secret(password), secret(password)));
	}

	@Test
	void everyCheckIsSaidInWords() {
		assertEquals(4, Stream.of(PasswordPolicy.values()).map(PasswordPolicy::description).distinct().count());
		assertTrue(PasswordPolicy.LENGTH.description().contains("8"));
	}

	@Test
	void everyTextIsThereInEveryLanguage() {
		Translations.check(KeystoreException.class);
	}

	static Stream<Character> printable() {
		return IntStream.rangeClosed(' ', '~').mapToObj(c -> (char) c);
	}

	private static Optional<KeystoreName> name(String text) {
		return KeystoreName.of(Path.of("folder", text));
	}

	private static Set<PasswordPolicy> checks(String names) {
		return Stream.of(names.strip().split(" ")).filter(name -> !name.isEmpty()).map(PasswordPolicy::valueOf)
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(PasswordPolicy.class)));
	}

	private static String digits(Random random, int count) {
		return text(random, "0123456789", count);
	}

	private static String text(Random random, String characters, int count) {
		return random.ints(count, 0, characters.length()).mapToObj(i -> String.valueOf(characters.charAt(i)))
				.collect(Collectors.joining());
	}
}
