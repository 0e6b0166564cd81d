package org.certbench.eid;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

import org.certbench.eid.internal.KnownRoots;

/**
 * The roots that the certificates of cards may go back to. That a card's certificates are signed by one
 * another does not make it a card of the state: anybody can make a root. The official roots are not part of
 * this program: whoever installs it puts them into the folder {@code card-roots} of the data folder, or
 * names them by {@link #PROPERTY}.
 *
 * @param known those of genuine cards; empty where nobody brought one
 * @param test  those of test cards, which are good for the simulator and for nothing else
 */
public record CardTrust(List<X509Certificate> known, List<X509Certificate> test) {

	/** System property: a file of certificates, or a folder of such files, instead of the data folder's. */
	public static final String PROPERTY = "certbench.eid.roots";

	/** What a chain of certificates goes back to. */
	public enum Standing {
		/** A known root of genuine cards. */
		KNOWN,
		/** A test root. */
		TEST,
		/** It cannot be told: no root of genuine cards is known here. */
		UNCHECKED,
		/** None of the known roots. */
		UNKNOWN
	}

	public CardTrust {
		known = List.copyOf(known);
		test = List.copyOf(test);
	}

	/**
	 * The roots that this installation knows at this moment.
	 *
	 * @throws java.io.UncheckedIOException where the file of test roots cannot be read
	 */
	public static CardTrust installed() {
		return new CardTrust(KnownRoots.read(), TestRoots.read());
	}

	/** What a chain goes back to, leaf first; the root itself may be missing in it. */
	public Standing of(List<X509Certificate> chain) {
		var last = chain.getLast();
		if (isUnder(last, test)) {
			return Standing.TEST;
		}
		if (known.isEmpty()) {
			return Standing.UNCHECKED;
		}
		return isUnder(last, known) ? Standing.KNOWN : Standing.UNKNOWN;
	}

	private static boolean isUnder(X509Certificate certificate, Collection<X509Certificate> roots) {
		return roots.stream().anyMatch(root -> root.equals(certificate) || isIssued(certificate, root));
	}

	/** Whether a certificate names another one as its issuer, and is signed by its key. */
	public static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
		try {
			certificate.verify(issuer.getPublicKey());
			return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
		} catch (GeneralSecurityException notByThatKey) {
			return false;
		}
	}
}
