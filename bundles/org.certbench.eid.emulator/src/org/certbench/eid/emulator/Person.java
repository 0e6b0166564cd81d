package org.certbench.eid.emulator;

import java.util.List;

/**
 * The invented people whose cards are emulated: those of the virtual cards, so that the simulator
 * lets them do the same. Nobody can have their numbers: the month of birth is 99.
 */
public enum Person {

	/** In the simulator she manages an ambulance service. */
	JANE(List.of("Jane", "Ann"), "85999900189", "999000000101"),
	/** Represents nobody but himself. */
	JOHN(List.of("John"), "86999900212", "999000000202");

	private static final String SURNAME = "Doe";

	private final List<String> firstNames;
	private final String number;
	private final String cardNumber;

	Person(List<String> firstNames, String number, String cardNumber) {
		this.firstNames = firstNames;
		this.number = number;
		this.cardNumber = cardNumber;
	}

	public List<String> firstNames() {
		return firstNames;
	}

	public String surname() {
		return SURNAME;
	}

	/** The number of the national register. */
	public String number() {
		return number;
	}

	/** The number that is printed on the card. */
	public String cardNumber() {
		return cardNumber;
	}
}
