package org.certbench.ehealth.internal;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.certbench.ehealth.SignatureRefused;
import org.certbench.ehealth.SignatureRefused.Reason;

/** Puts certificates in order. Trust is not decided here. */
public final class CertificateChain {

	private CertificateChain() {
	}

	/**
	 * The one certificate that issued none of the others, then each one's issuer.
	 *
	 * @throws SignatureRefused where they are not one chain
	 */
	public static List<X509Certificate> ordered(Collection<X509Certificate> certificates) throws SignatureRefused {
		var leaves = certificates.stream()
				.filter(one -> certificates.stream().noneMatch(other -> other != one && issued(one, other))).toList();
		if (leaves.size() != 1) {
			throw new SignatureRefused(Reason.NO_CERTIFICATE, "the certificates have no single leaf");
		}
		var chain = above(leaves.getFirst(), certificates);
		if (chain.size() != certificates.size()) {
			throw new SignatureRefused(Reason.NO_CERTIFICATE, "the certificates are not one chain");
		}
		return chain;
	}

	/** A certificate, its issuer, and so on as far as the others contain it; each one at most once. */
	public static List<X509Certificate> above(X509Certificate leaf, Collection<X509Certificate> others) {
		var rest = new ArrayList<>(others);
		var chain = new ArrayList<X509Certificate>();
		for (var at = leaf; at != null;) {
			chain.add(at);
			rest.remove(at);
			var below = at;
			at = rest.stream().filter(candidate -> issued(candidate, below)).findFirst().orElse(null);
		}
		return chain;
	}

	/** Whether one signed the other. */
	public static boolean issued(X509Certificate issuer, X509Certificate certificate) {
		if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
			return false;
		}
		try {
			certificate.verify(issuer.getPublicKey());
			return true;
		} catch (GeneralSecurityException e) {
			return false;
		}
	}

	/** Whether a certificate signed itself. */
	public static boolean isRoot(X509Certificate certificate) {
		return issued(certificate, certificate);
	}
}
