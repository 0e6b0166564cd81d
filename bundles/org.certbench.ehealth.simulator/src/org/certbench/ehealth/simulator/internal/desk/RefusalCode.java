package org.certbench.ehealth.simulator.internal.desk;

/**
 * The codes with which the simulator says no. CertRA's own list is not public: of these, only
 * {@link #CERT_NOT_YET_DELIVERED} and {@link #AUTH_CERT_NOT_YET_VALID} are known to be eHealth's. The
 * others are invented, stable, and there so that clients can be tested; a client must cope with codes
 * that it does not know. Their texts are in {@code messages.properties}.
 */
public enum RefusalCode {
	/** The XML signature is missing, forged or not of the form agreed. Parameter: Reason. */
	SIGNATURE_INVALID,
	/** The signing card's chain does not end at the root of a known test card, or is out of date. */
	CARD_NOT_TRUSTED,
	/** Signed with the card's other key. Parameter: Expected. */
	WRONG_KEY,
	/** Signed by another person than the message names. Parameter: Signer. */
	WRONG_SIGNER,
	/** The person may not act for the holder. Parameters: Person, Holder. */
	NO_MANDATE,
	/** An identifier of an unknown type, or with wrong digits. Parameter: Identifier. */
	IDENTIFIER_INVALID,
	/** Not an application id, or one of a person. Parameter: ApplicationId. */
	APPLICATION_ID_INVALID,
	/** A wrong e-mail address or phone number. Parameter: Field. */
	CONTACT_DATA_INVALID,
	/** A base service that the holder's type does not have. Parameter: BaseService. */
	BASE_SERVICE_UNKNOWN,
	/** A contract that was not written here, or was changed since. */
	CONTRACT_UNKNOWN,
	/** The certificate request is no PKCS#10. */
	CSR_UNREADABLE,
	/** The certificate request is not signed by its own key. */
	CSR_SIGNATURE_INVALID,
	/** The key of the certificate request is not RSA of exactly 2048 bits. Parameter: Key. */
	CSR_KEY_NOT_ACCEPTED,
	/** The certificate request is not signed with SHA256withRSA. Parameter: Algorithm. */
	CSR_ALGORITHM_NOT_ACCEPTED,
	/** The subject of the certificate request is not the contract's. Parameters: Subject, Expected. */
	CSR_SUBJECT_DIFFERS,
	/** The certificate request asks for extensions. */
	CSR_EXTENSIONS_NOT_ACCEPTED,
	/** The public key was used before. Parameter: PublicKeyIdentifier. */
	KEY_ALREADY_USED,
	/** A request for the same subject is under way. Parameter: PublicKeyIdentifier. */
	REQUEST_IN_PROGRESS,
	/**
	 * The subject has an active certificate outside its replacement period. Parameters:
	 * PublicKeyIdentifier, ReplacementPeriodStartDate.
	 */
	ALREADY_ACTIVE,
	/** The subject's certificate was renewed already, and the renewed one's ETK awaits its activation. */
	RENEWAL_NOT_ACTIVATED,
	/** One certificate per person, ten per organisation. Parameter: Limit. */
	LIMIT_REACHED,
	/** No request or certificate has this key. Parameter: PublicKeyIdentifier. */
	CERT_UNKNOWN,
	/** Requested, not issued yet. eHealth's own code. */
	CERT_NOT_YET_DELIVERED,
	/** The request was refused. Parameter: Reason. */
	CERT_REFUSED,
	/** The request was revoked before a certificate was issued. */
	CERT_REVOKED,
	/** Signed with a certificate that is not one of the simulator's. */
	AUTH_CERT_UNKNOWN,
	/** Signed with a certificate that is revoked or replaced. */
	AUTH_CERT_REVOKED,
	/** Signed with a certificate that is expired. */
	AUTH_CERT_EXPIRED,
	/** Signed with a certificate whose notBefore lies ahead. eHealth's own code, with the moment in it. */
	AUTH_CERT_NOT_YET_VALID,
	/** The encryption key is not a new RSA key of 2048 bits. Parameter: Key. */
	ENCRYPTION_KEY_NOT_ACCEPTED,
	/** There is no challenge, or it was used already. */
	CHALLENGE_UNKNOWN,
	/** The challenge is too old. */
	CHALLENGE_EXPIRED,
	/** The encryption certificate breaks a rule. Parameter: Rule. */
	ENCRYPTION_CERTIFICATE_NOT_ACCEPTED,
	/** There is no ETK to activate. */
	ETK_UNKNOWN,
	/** The ETK is active already. */
	ETK_ALREADY_ACTIVE,
	/** Not a reason for a revocation. Parameter: Reason. */
	REASON_UNKNOWN,
	/** There is nothing to revoke any more. Parameter: Status. */
	NOT_REVOCABLE
}
