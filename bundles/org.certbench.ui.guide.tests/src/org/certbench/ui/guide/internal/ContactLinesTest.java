package org.certbench.ui.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a contact can be followed. */
class ContactLinesTest {

	@DisplayName("M33: mail addresses and pages of the web are links, what stands around them is not")
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The town hall                                | The town hall
			Support: 02 788 51 55, support@example.org   | Support: 02 788 51 55, <a href="mailto:support@example.org">support@example.org</a>
			A & B, REG-system@health.example.org.        | A && B, <a href="mailto:REG-system@health.example.org">REG-system@health.example.org</a>.
			See https://www.example.org/a?b=c, or ask.   | See <a href="https://www.example.org/a?b=c">https://www.example.org/a?b=c</a>, or ask.
			""")
	void addresses(String contact, String link) {
		assertEquals(link, ContactLines.marked(contact));
	}
}
