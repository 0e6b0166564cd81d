package org.certbench.flow;

import java.nio.file.Path;

import org.certbench.authority.Applicant;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Secret;
import org.certbench.eid.Card;

/**
 * The typed name of something that a person answers, or that is known beforehand, in a
 * {@link FlowSession}.
 *
 * @param <T>  its type
 * @param id   stable: part of the ids of widgets, and the name of the option
 * @param type the class of its values
 */
public record Answer<T>(String id, Class<T> type) {

	/** That the terms were shown and are accepted. */
	public static final Answer<Boolean> TERMS_ACCEPTED = new Answer<>("terms-accepted", Boolean.class);
	/** The card that signs. */
	public static final Answer<Card> CARD = new Answer<>("card", Card.class);
	/** Whom the certificate is for: one of {@link HolderStep#applicants()}. */
	public static final Answer<Applicant> APPLICANT = new Answer<>("applicant", Applicant.class);
	/** The application id of an organisation's certificate; empty for none. */
	public static final Answer<String> APPLICATION_ID = new Answer<>("application-id", String.class);
	public static final Answer<String> PERSONAL_EMAIL = new Answer<>("email", String.class);
	public static final Answer<String> GENERAL_EMAIL = new Answer<>("general-email", String.class);
	public static final Answer<String> PERSONAL_PHONE = new Answer<>("phone", String.class);
	public static final Answer<String> GENERAL_PHONE = new Answer<>("general-phone", String.class);
	/** Codes of the base services, separated by commas. */
	public static final Answer<String> BASE_SERVICES = new Answer<>("use", String.class);
	/** The keystore that the flow works on. */
	public static final Answer<Path> KEYSTORE_FILE = new Answer<>("keystore", Path.class);
	/** Its password. */
	public static final Answer<Secret> KEYSTORE_PASSWORD = new Answer<>("password", Secret.class);
	/** An older keystore of the same holder, which is only read. */
	public static final Answer<Path> OLD_KEYSTORE_FILE = new Answer<>("old-keystore", Path.class);
	/** Its password. */
	public static final Answer<Secret> OLD_KEYSTORE_PASSWORD = new Answer<>("old-password", Secret.class);
	/** The password of the keystore that is made, or the new one of a keystore that is changed. */
	public static final Answer<Secret> NEW_PASSWORD = new Answer<>("new-password", Secret.class);
	public static final Answer<Secret> NEW_PASSWORD_AGAIN = new Answer<>("new-password-again", Secret.class);
	/** The certificate that the flow works on: one of {@link CertificateStep#candidates()}. */
	public static final Answer<KnownCertificate> CERTIFICATE = new Answer<>("certificate", KnownCertificate.class);
	/** The key of that certificate, where it is known beforehand. */
	public static final Answer<KeyIdentifier> CERTIFICATE_KEY = new Answer<>("certificate-key", KeyIdentifier.class);
	/** That what cannot be undone shall be done. */
	public static final Answer<Boolean> CONFIRMED = new Answer<>("confirmed", Boolean.class);
	/** The request that is resumed, where one is; known beforehand. */
	public static final Answer<KeyIdentifier> RESUMED_REQUEST = new Answer<>("request", KeyIdentifier.class);
}
