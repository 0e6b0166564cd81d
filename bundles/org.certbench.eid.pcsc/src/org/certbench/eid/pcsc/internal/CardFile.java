package org.certbench.eid.pcsc.internal;

import java.util.HexFormat;

/** The files of an eID that are read, by their path from the master file. */
enum CardFile {
	IDENTITY("3F00DF014031"),
	IDENTITY_SIGNATURE("3F00DF014032"),
	ADDRESS("3F00DF014033"),
	ADDRESS_SIGNATURE("3F00DF014034"),
	PHOTO("3F00DF014035"),
	AUTHENTICATION_CERTIFICATE("3F00DF005038"),
	SIGNATURE_CERTIFICATE("3F00DF005039"),
	CA_CERTIFICATE("3F00DF00503A"),
	ROOT_CERTIFICATE("3F00DF00503B"),
	/** Of the national register, which signs identity and address. */
	REGISTER_CERTIFICATE("3F00DF00503C");

	private final byte[] path;

	CardFile(String path) {
		this.path = HexFormat.of().parseHex(path);
	}

	byte[] path() {
		return path.clone();
	}
}
