package org.certbench.eid.virtual.internal;

import java.util.List;

import org.certbench.core.Identifier;
import org.certbench.eid.virtual.VirtualCards;

/**
 * The invented people who have a virtual card. Nobody can have their numbers: the month of birth
 * is 99.
 */
public enum InventedPerson {

	/** Has an RSA card, as of applet 1.7; in the simulator she manages an ambulance service. */
	JANE(VirtualCards.RSA_READER, KeyKind.RSA, List.of("Jane", "Ann"), "Doe", "85999900189", "999000000101"),
	/** Has an elliptic curve card, as of applet 1.8. */
	JOHN(VirtualCards.EC_READER, KeyKind.EC, List.of("John"), "Doe", "86999900212", "999000000202");

	private final String reader;
	private final KeyKind keys;
	private final List<String> firstNames;
	private final String surname;
	private final Identifier ssin;
	private final String cardNumber;

	InventedPerson(String reader, KeyKind keys, List<String> firstNames, String surname, String ssin,
			String cardNumber) {
		this.reader = reader;
		this.keys = keys;
		this.firstNames = firstNames;
		this.surname = surname;
		this.ssin = Identifier.ssin(ssin);
		this.cardNumber = cardNumber;
	}

	/** The name of the reader that the card belongs to. */
	public String reader() {
		return reader;
	}

	KeyKind keys() {
		return keys;
	}

	List<String> firstNames() {
		return firstNames;
	}

	String surname() {
		return surname;
	}

	Identifier ssin() {
		return ssin;
	}

	String cardNumber() {
		return cardNumber;
	}
}
