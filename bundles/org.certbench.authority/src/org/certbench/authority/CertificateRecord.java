package org.certbench.authority;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.RenewalWindow;

/**
 * What an authority knows of a certificate.
 *
 * @param key              its public key's identifier
 * @param holder           whom it is for
 * @param holderName       the holder's name
 * @param requested        when it was ordered
 * @param status           of the certificate
 * @param tokenStatus      of its encryption token
 * @param validity         null while there is no certificate
 * @param revocable        whether it can be revoked
 * @param replaceable      whether it can be renewed now
 * @param replacementStart start of the replacement period, or null where the authority does not say
 * @param contact          the contact data on file
 * @param baseServices     codes such as {@code tsa}
 */
public record CertificateRecord(KeyIdentifier key, Holder holder, String holderName, Instant requested, Status status,
		TokenStatus tokenStatus, Validity validity, boolean revocable, boolean replaceable, Instant replacementStart,
		ContactData contact, List<String> baseServices) {

	public CertificateRecord {
		baseServices = List.copyOf(baseServices);
	}

	/** Of the certificate. {@code UNKNOWN} for a word that is not known here. */
	public enum Status {
		IN_PROGRESS, VALID_ACTIVE, REFUSED, REVOKED, EXPIRED, UNKNOWN
	}

	/** Of its encryption token. {@code UNKNOWN} for a word that is not known here. */
	public enum TokenStatus {
		NOT_REQUESTED, IN_REQUEST, WAIT_FOR_ACTIVATION, VALID_ACTIVE, REVOKED, EXPIRED, UNKNOWN
	}

	/** First and last moment of validity. */
	public record Validity(Instant notBefore, Instant notAfter) {
	}

	/** When it can be renewed: as the authority says, else as assumed; nothing before it is issued. */
	public Optional<RenewalWindow> renewalWindow() {
		return Optional.ofNullable(validity)
				.map(v -> replacementStart == null ? RenewalWindow.assumedBefore(v.notAfter())
						: new RenewalWindow(replacementStart, v.notAfter()));
	}
}
