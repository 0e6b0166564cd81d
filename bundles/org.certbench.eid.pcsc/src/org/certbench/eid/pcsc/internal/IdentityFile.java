package org.certbench.eid.pcsc.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.certbench.core.Identifier;
import org.certbench.eid.CardIdentity;

/** Reads the identity file. */
final class IdentityFile {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
	private static final int CARD_NUMBER = 0x01;
	private static final int VALID_FROM = 0x03;
	private static final int VALID_UNTIL = 0x04;
	private static final int NATIONAL_NUMBER = 0x06;
	private static final int NAME = 0x07;
	private static final int FIRST_NAMES = 0x08;

	private IdentityFile() {
	}

	/**
	 * Whose card it is.
	 *
	 * @throws IllegalArgumentException   where the file is not of its form
	 * @throws java.time.DateTimeException where a day is none
	 */
	static CardIdentity parse(byte[] file) {
		var values = new TagLengthValues(file);
		return new CardIdentity(values.text(NAME), List.of(values.text(FIRST_NAMES).split("\\s+")),
				Identifier.ssin(values.text(NATIONAL_NUMBER)), values.text(CARD_NUMBER),
				LocalDate.parse(values.text(VALID_FROM), DAY), LocalDate.parse(values.text(VALID_UNTIL), DAY));
	}
}
