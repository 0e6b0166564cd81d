package org.certbench.flow;

/**
 * A kind of step: the wizard has a page for each, and the command line knows how to answer it. A
 * vendor's flow may have kinds of its own, and then contributes the page.
 *
 * @param id e.g. {@code terms}
 */
public record StepKind(String id) {

	/** {@link TermsStep}. */
	public static final StepKind TERMS = new StepKind("terms");
	/** {@link CardStep}. */
	public static final StepKind CARD = new StepKind("card");
	/** {@link HolderStep}. */
	public static final StepKind HOLDER = new StepKind("holder");
	/** {@link ContactStep}. */
	public static final StepKind CONTACT = new StepKind("contact");
	/** {@link KeystoreStep}. */
	public static final StepKind KEYSTORE = new StepKind("keystore");
	/** {@link KeystoreStep#ofOlder}. */
	public static final StepKind OLD_KEYSTORE = new StepKind("old-keystore");
	/** {@link CertificateStep}. */
	public static final StepKind CERTIFICATE = new StepKind("certificate");
	/** {@link PasswordStep}. */
	public static final StepKind PASSWORD = new StepKind("password");
	/** {@link ChoiceStep}. */
	public static final StepKind CHOICE = new StepKind("choice");
	/** {@link SettingsStep}. */
	public static final StepKind SETTINGS = new StepKind("settings");
	/** {@link SummaryStep}. */
	public static final StepKind SUMMARY = new StepKind("summary");
	/** {@link WorkStep}. */
	public static final StepKind WORK = new StepKind("work");
	/** {@link ResultStep}. */
	public static final StepKind RESULT = new StepKind("result");
}
