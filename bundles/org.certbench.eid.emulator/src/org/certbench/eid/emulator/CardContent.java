package org.certbench.eid.emulator;

import java.security.PrivateKey;
import java.util.Map;

/**
 * What is on a card.
 *
 * @param model the kind of card
 * @param chipNumber the serial number of its chip, 16 bytes
 * @param files by their path in hexadecimal, without the master file: {@code DF014031}
 * @param keys  by their reference
 */
record CardContent(CardModel model, byte[] chipNumber, Map<String, byte[]> files, Map<Integer, PrivateKey> keys) {

	static final int AUTHENTICATION_KEY = 0x82;
	static final int SIGNATURE_KEY = 0x83;

	static final String IDENTITY = "DF014031";
	static final String IDENTITY_SIGNATURE = "DF014032";
	static final String ADDRESS = "DF014033";
	static final String ADDRESS_SIGNATURE = "DF014034";
	static final String PHOTO = "DF014035";
	static final String AUTHENTICATION_CERTIFICATE = "DF005038";
	static final String SIGNATURE_CERTIFICATE = "DF005039";
	static final String CA_CERTIFICATE = "DF00503A";
	static final String ROOT_CERTIFICATE = "DF00503B";
	static final String REGISTER_CERTIFICATE = "DF00503C";

	CardContent {
		files = Map.copyOf(files);
		keys = Map.copyOf(keys);
	}
}
