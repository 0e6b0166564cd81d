package org.certbench.ehealth.simulator.internal.pki;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;

import org.certbench.core.DistinguishedName;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.RefusalCode;
import org.certbench.ehealth.simulator.internal.state.Registration.Challenge;

/** The rules for the certificate that a holder issues for its own encryption key. */
public final class EncryptionCertificates {

	private static final String KEY_USAGE = "2.5.29.15";
	/** keyEncipherment and dataEncipherment, and nothing else, as X509Certificate tells them. */
	private static final boolean[] USAGE = { false, false, true, true, false, false, false, false, false };

	private EncryptionCertificates() {
	}

	/**
	 * Demands every rule.
	 *
	 * @param authentication the certificate whose key must have issued it
	 * @param challenge      that it answers
	 */
	public static void require(X509Certificate encryption, X509Certificate authentication, Challenge challenge)
			throws Refusal {
		rule(encryption.getSerialNumber().equals(challenge.serial()), "serial number");
		rule(Arrays.equals(encryption.getPublicKey().getEncoded(), challenge.publicKey()), "public key");
		var name = DistinguishedName.of(authentication.getSubjectX500Principal());
		rule(name.equals(DistinguishedName.of(encryption.getSubjectX500Principal())), "subject");
		rule(name.equals(DistinguishedName.of(encryption.getIssuerX500Principal())), "issuer");
		rule(encryption.getNotBefore().equals(authentication.getNotBefore())
				&& encryption.getNotAfter().equals(authentication.getNotAfter()), "validity");
		var critical = encryption.getCriticalExtensionOIDs();
		rule(critical != null && critical.equals(Set.of(KEY_USAGE)) && Arrays.equals(encryption.getKeyUsage(), USAGE),
				"key usage");
		rule(isSignedBy(encryption, authentication), "signature");
	}

	private static boolean isSignedBy(X509Certificate encryption, X509Certificate authentication) {
		try {
			encryption.verify(authentication.getPublicKey());
			return true;
		} catch (GeneralSecurityException forged) {
			return false;
		}
	}

	private static void rule(boolean holds, String name) throws Refusal {
		if (!holds) {
			throw new Refusal(RefusalCode.ENCRYPTION_CERTIFICATE_NOT_ACCEPTED, "Rule", name);
		}
	}
}
