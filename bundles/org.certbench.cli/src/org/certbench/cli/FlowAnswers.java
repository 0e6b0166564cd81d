package org.certbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.authority.ContactData;
import org.certbench.core.KeyIdentifier;

/**
 * Answers to the questions of a flow, known beforehand. What is empty is no answer: where its
 * question is asked, the flow's own finding counts, or it is asked on the terminal.
 *
 * @param keystore      the keystore that the flow works on, or null
 * @param oldKeystore   an older keystore of the same holder, or null
 * @param certificate   the key of the certificate that the flow works on, or null
 * @param holder        {@code self}, or {@code TYPE=ID} or {@code TYPE=ID,APPID}
 * @param contact       how to reach the holder, in whole or in part
 * @param uses          codes of base services
 * @param choices       the chosen values, by the ids of the choices
 * @param settings      the values of settings, by their ids
 * @param termsAccepted whether terms and contracts are accepted without being shown
 * @param card          which card signs
 */
public record FlowAnswers(Path keystore, Path oldKeystore, KeyIdentifier certificate, String holder, ContactData contact,
		List<String> uses, Map<String, String> choices, Map<String, String> settings, boolean termsAccepted,
		CardChoice card) {

	/** The word for the card's own holder. */
	public static final String SELF = "self";

	public FlowAnswers {
		uses = List.copyOf(uses);
		choices = Map.copyOf(choices);
		settings = Map.copyOf(settings);
	}

	/** No answers but which card signs. */
	public static FlowAnswers of(CardChoice card) {
		return new FlowAnswers(null, null, null, "", ContactData.EMPTY, List.of(), Map.of(), Map.of(), true, card);
	}

	/** The keystore that the flow works on, where it is known. */
	public Optional<Path> keystoreFile() {
		return Optional.ofNullable(keystore);
	}

	/** The older keystore, where it is known. */
	public Optional<Path> oldKeystoreFile() {
		return Optional.ofNullable(oldKeystore);
	}

	/** The key of the certificate that the flow works on, where it is known. */
	public Optional<KeyIdentifier> certificateKey() {
		return Optional.ofNullable(certificate);
	}
}
