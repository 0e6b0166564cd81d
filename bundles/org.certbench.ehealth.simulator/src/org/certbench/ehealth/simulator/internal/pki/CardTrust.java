package org.certbench.ehealth.simulator.internal.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.certbench.core.Identifier;
import org.certbench.ehealth.VerifiedSignature;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.RefusalCode;
import org.certbench.eid.CardKey;

/** Tells whose card made a signature, and whether it is a card that the simulator knows. */
public final class CardTrust {

	/** Places in {@link X509Certificate#getKeyUsage()}. */
	private static final int DIGITAL_SIGNATURE = 0;
	private static final int NON_REPUDIATION = 1;

	private final Supplier<? extends Collection<X509Certificate>> roots;
	private final InstantSource clock;

	/** @param roots of the test cards that there are now */
	public CardTrust(Supplier<? extends Collection<X509Certificate>> roots, InstantSource clock) {
		this.roots = roots;
		this.clock = clock;
	}

	/**
	 * The person whose card signed.
	 *
	 * @param key which of the card's keys must have signed
	 */
	public Identifier signer(VerifiedSignature signature, CardKey key) throws Refusal {
		requireTrusted(signature);
		requireKey(signature.signer(), key);
		var subject = X500Name.getInstance(signature.signer().getSubjectX500Principal().getEncoded());
		var serialNumbers = subject.getRDNs(BCStyle.SERIALNUMBER);
		if (serialNumbers.length != 1) {
			throw new Refusal(RefusalCode.CARD_NOT_TRUSTED);
		}
		return Identifier.ssin(serialNumbers[0].getFirst().getValue().toString());
	}

	private void requireTrusted(VerifiedSignature signature) throws Refusal {
		var anchors = roots.get().stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
		if (anchors.isEmpty()) {
			throw new Refusal(RefusalCode.CARD_NOT_TRUSTED);
		}
		try {
			var chain = signature.chain().stream()
					.filter(each -> !each.getSubjectX500Principal().equals(each.getIssuerX500Principal())).toList();
			var parameters = new PKIXParameters(anchors);
			parameters.setRevocationEnabled(false);
			parameters.setDate(Date.from(clock.instant()));
			CertPathValidator.getInstance("PKIX")
					.validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
		} catch (CertPathValidatorException untrusted) {
			throw new Refusal(RefusalCode.CARD_NOT_TRUSTED);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java validates paths", e);
		}
	}

	private static void requireKey(X509Certificate certificate, CardKey key) throws Refusal {
		var usage = certificate.getKeyUsage();
		boolean right = usage != null && usage[DIGITAL_SIGNATURE] == (key == CardKey.AUTHENTICATION)
				&& usage[NON_REPUDIATION] == (key == CardKey.SIGNATURE);
		if (!right) {
			throw new Refusal(RefusalCode.WRONG_KEY, "Expected", key.name());
		}
	}
}
