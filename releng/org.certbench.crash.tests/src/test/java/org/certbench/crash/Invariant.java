package org.certbench.crash;

/** What nothing that happens to a computer may break; the README says the same. */
enum Invariant {

	/** A private key whose public key may have reached the service is in a readable file. */
	A_KEY_IS_ON_DISK,
	/** No file that existed is ever unreadable, or shorter than it should be. */
	B_FILES_STAY_WHOLE,
	/** For each request, after a restart, the program knows what was done and can go on. */
	C_KNOWS_AND_GOES_ON,
	/** No request makes two keys. */
	D_ONE_KEY,
	/** Old encryption keys are in the newest keystore. */
	E_OLD_KEYS_KEPT,
	/** No PIN try is spent without the person. */
	F_NO_PIN_TRY
}
