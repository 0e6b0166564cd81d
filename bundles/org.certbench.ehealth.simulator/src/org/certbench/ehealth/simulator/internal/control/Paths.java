package org.certbench.ehealth.simulator.internal.control;

/** The paths by which the operator reaches a simulator that another process serves. */
final class Paths {

	static final String ABOUT = "/about";
	static final String MAILBOX = "/mailbox";
	static final String TRUST_ANCHORS = "/trust-anchors.pem";
	static final String VALIDATION = "/validation";
	static final String SETTINGS = "/control/settings";
	static final String REQUESTS = "/control/requests";
	static final String ACCEPT = "/control/accept";
	static final String REFUSE = "/control/refuse";
	static final String ISSUE = "/control/issue";
	static final String CERTIFY = "/control/certify";

	private Paths() {
	}
}
