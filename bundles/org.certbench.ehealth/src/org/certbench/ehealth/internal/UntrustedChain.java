package org.certbench.ehealth.internal;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Texts;
import org.certbench.core.Visible;

/** The certificates that a server showed are not trusted. Its cause tells why. */
final class UntrustedChain extends CertificateException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(UntrustedChain.class);
	/** A server can show as many, and give them as long names, as it likes. */
	private static final int MOST = 4;
	private static final int LONGEST = 120;

	private final transient List<X509Certificate> shown;

	/** @param shown the server's own first */
	UntrustedChain(List<X509Certificate> shown, CertificateException cause) {
		super(cause);
		this.shown = List.copyOf(shown);
	}

	/** Whose they are and who issued them: by these names who looks into the traffic can be told. */
	String inWords() {
		var names = new ArrayList<String>();
		shown.stream().limit(MOST).map(certificate -> certificate.getSubjectX500Principal().getName()).forEach(names::add);
		shown.stream().limit(MOST).reduce((lower, upper) -> upper)
				.map(last -> last.getIssuerX500Principal().getName()).filter(issuer -> !names.getLast().equals(issuer))
				.ifPresent(names::add);
		return names.stream().map(UntrustedChain::shortened).reduce((subject, issuer) -> TEXTS.get("tls.issuedBy", subject, issuer))
				.orElse("");
	}

	private static String shortened(String name) {
		var line = Visible.line(name);
		return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
	}
}
