package org.certbench.lookup;

/** How what an authority knows and what is here differ, each with its page of the problem catalogue. */
public enum Difference {

	/** The authority has a certificate in force or on its way, whose keystore is not here. */
	NO_KEYSTORE("keystore-lost", true),
	/** The authority does not know the certificate in the keystore, though it told all of its holder's. */
	NO_CERTIFICATE("not-known-there", true),
	/** The person may order for the holder, but another person ordered this certificate, and only that one may renew it. */
	OTHER_MANAGER("manager-gone", true),
	/** Revoked there. */
	REVOKED_THERE("revoked", true),
	/** The request was refused there. */
	REFUSED_THERE("refused", true),
	/** Issued there: the certificate waits to be fetched, or its token to be registered. */
	COMPLETION_AWAITED("phase-2-pending", true),
	/** The token is registered there and waits for its activation. */
	ACTIVATION_AWAITED("phase-3-pending", true),
	/** Others get a token whose encryption key is not in the keystore. */
	OTHER_TOKEN("etk-mismatch", true),
	/** Others get no token, though the certificate is in use. */
	NO_TOKEN("etk-mismatch", true),
	/** Others find several tokens, unless they give an application id. */
	SEVERAL_TOKENS("etk-several", false);

	private final String problem;
	private final boolean needsAction;

	Difference(String problem, boolean needsAction) {
		this.problem = problem;
		this.needsAction = needsAction;
	}

	/** Id of the page of the problem catalogue. */
	public String problem() {
		return problem;
	}

	/** Whether somebody has to do something about it. */
	public boolean needsAction() {
		return needsAction;
	}
}
