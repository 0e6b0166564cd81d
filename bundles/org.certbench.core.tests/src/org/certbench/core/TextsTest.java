package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.MissingResourceException;

import org.certbench.core.sample.Greeting;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts in the user's language, and secrets that are no texts. */
class TextsTest {

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);

	private final Texts texts = Texts.of(Greeting.class);

	@ParameterizedTest
	@CsvSource({ "en, Jane's keys are here", "fr-BE, Voilà l'endroit des clés de Jane", "de, Hier ist der Ort der Schlüssel von Jane",
			"it, Jane's keys are here" })
	@DisplayName("the language is the user's, English where there is none; an apostrophe is just one")
	void languages(String language, String expected) {
		Locale.setDefault(Locale.forLanguageTag(language));

		assertEquals(expected, texts.get("keys", "Jane"));
	}

	@Test
	void theLanguageCanBeSwitchedWhileRunning() {
		var english = texts.get("keys", "Jane");
		Locale.setDefault(Locale.FRENCH);

		assertFalse(english.equals(texts.get("keys", "Jane")));
	}

	@Test
	@DisplayName("what somebody else reads is in that person's language")
	void theLanguageOfSomebodyElse() {
		assertEquals("Voilà l'endroit des clés de Jane", texts.in(Locale.FRENCH).get("keys", "Jane"));
		assertEquals("Jane's keys are here", texts.in(Locale.ITALIAN).get("keys", "Jane"));
	}

	@Test
	@DisplayName("nothing in an argument is special, not even a placeholder")
	void argumentsAreNotRead() {
		assertEquals("{1} and $0\\", texts.get("two", "{1}", "$0\\"));
		assertEquals("one and {1}", texts.get("two", "one"));
	}

	@Test
	void missingTexts() {
		assertFalse(texts.has("nothing"));
		assertTrue(texts.has("keys"));
		assertThrows(MissingResourceException.class, () -> texts.get("nothing"));
	}

	@Test
	void everyTextIsThereInEveryLanguage() {
		Translations.check(Texts.class);
	}

	@Test
	void cancelledSaysThatNothingIsLost() {
		var cancelled = new Cancelled();

		assertEquals(FailureKind.CANCELLED, cancelled.kind());
		assertEquals(8, cancelled.kind().exitCode());
		assertFalse(cancelled.remedy().isBlank());
	}

	@Test
	@DisplayName("a secret prints as stars, and is overwritten when closed")
	void secrets() {
		char[] characters = "Invented-1".toCharArray();
		var secret = Secret.taking(characters);
		assertEquals("***", secret.toString());

		secret.close();

		assertEquals("\0".repeat(characters.length), new String(characters));
		assertThrows(IllegalStateException.class, secret::characters);
	}

	@Test
	void aCopyOfASecretLivesOn() {
		var secret = Secret.taking("Invented-1".toCharArray());
		var copy = secret.copy();
		assertTrue(secret.sameAs(copy));

		secret.close();

		assertEquals("Invented-1", new String(copy.characters()));
		assertFalse(copy.isEmpty());
		assertFalse(copy.sameAs(Secret.taking("Invented-2".toCharArray())));
	}
}
