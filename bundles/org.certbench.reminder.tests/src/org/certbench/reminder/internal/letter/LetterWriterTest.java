package org.certbench.reminder.internal.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

import org.certbench.core.LifeCycleState;
import org.certbench.reminder.Language;
import org.certbench.reminder.Reminder;
import org.certbench.testing.TestLives;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a manager reads. */
class LetterWriterTest {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = {
			"FRENCH|Certificat eHealth de AMBU : expire dans 29 jours|samedi 30 mars 2030|renouveler le certificat|carte d'identité",
			"DUTCH|eHealth-certificaat van AMBU: vervalt over 29 dagen|zaterdag 30 maart 2030|het certificaat vernieuwen|identiteitskaart",
			"GERMAN|eHealth-Zertifikat von AMBU: läuft in 29 Tagen ab|Samstag, 30. März 2030|das Zertifikat erneuern|Personalausweis",
			"ENGLISH|eHealth certificate of AMBU: expires in 29 days|Saturday, March 30, 2030|renew the certificate|identity card" })
	@DisplayName("M20: what expires when, what to do and what must be at hand, in the manager's language")
	void languages(Language language, String subject, String day, String todo, String atHand) {
		var mail = LetterWriter.of(language).reminder("from@example.org", "to@example.org",
				List.of(reminder("AMBU", LifeCycleState.RENEWAL_DUE, 29)));
		assertEquals(subject, mail.subject());
		for (var words : List.of(day, todo, atHand, TestLives.file("AMBU").toString(), TestLives.holder("AMBU").toString())) {
			assertTrue(mail.text().contains(words), mail.text());
		}
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "RENEWAL_DUE, renew the certificate", "RENEWAL_AWAITS_COMPLETION, complete the request",
			"RENEWAL_AWAITS_ACTIVATION, activate the renewed ETK" })
	@DisplayName("a renewal that was begun goes on where it stands")
	void nextPhase(LifeCycleState state, String todo) {
		var mail = LetterWriter.of(Language.ENGLISH).reminder("from@example.org", "to@example.org",
				List.of(reminder("AMBU", state, 29)));
		assertTrue(mail.text().contains("To do: " + todo), mail.text());
	}

	@Test
	@DisplayName("a name with a line's end makes no header of its own")
	void subjectIsOneLine() {
		var mail = LetterWriter.of(Language.ENGLISH).reminder("from@example.org", "to@example.org",
				List.of(reminder("AMBU\r\nBcc: all@example.org", LifeCycleState.RENEWAL_DUE, 1)));
		assertEquals("eHealth certificate of AMBU  Bcc: all@example.org: expires in 1 day", mail.subject());
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	@DisplayName("B05: every text is there in each language, with the same placeholders")
	void complete(Language language) throws IOException {
		var english = texts("messages.properties");
		var suffix = language == Language.ENGLISH ? "" : "_" + language.id();
		var translated = texts("messages" + suffix + ".properties");
		assertEquals(english.keySet(), translated.keySet());
		english.forEach((key, text) -> assertEquals(text.toString().contains("{1}"), translated.get(key).toString().contains("{1}"),
				key::toString));
		assertFalse(translated.containsValue(""));
	}

	@Test
	@DisplayName("B05: every text is there in every language")
	void translated() {
		Translations.check(LetterWriter.class);
	}

	private static Reminder reminder(String name, LifeCycleState state, int days) {
		return new Reminder(TestLives.life(name, state, Duration.ofDays(days).plusHours(2)), 30, days);
	}

	private static Properties texts(String file) throws IOException {
		var texts = new Properties();
		try (var in = new InputStreamReader(LetterWriter.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
			texts.load(in);
		}
		return texts;
	}
}
