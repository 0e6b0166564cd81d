package org.certbench.ehealth.simulator.internal.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.ehealth.SignatureRefused;
import org.certbench.ehealth.VerifiedSignature;
import org.certbench.ehealth.XmlSignature;
import org.certbench.ehealth.simulator.internal.pki.CardTrust;
import org.certbench.ehealth.simulator.internal.state.Registration;
import org.certbench.ehealth.simulator.internal.state.Registrations;
import org.certbench.eid.CardKey;
import org.w3c.dom.Element;

/** Tells who signed a message. Not thread-safe. */
public final class Callers {

	/** In Belgium's time, as people there read it. */
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
			.withZone(ZoneId.of("Europe/Brussels"));

	private final CardTrust cards;
	private final Registrations registrations;
	private final InstantSource clock;

	public Callers(CardTrust cards, Registrations registrations, InstantSource clock) {
		this.cards = cards;
		this.registrations = registrations;
		this.clock = clock;
	}

	/**
	 * The person whose card signed.
	 *
	 * @param message in the document in which it was received
	 * @param key     which of the card's keys must have signed
	 */
	public Identifier card(Element message, CardKey key) throws Refusal {
		return cards.signer(verify(message), key);
	}

	/** The request whose certificate signed; the certificate may be out of use. */
	public Registration certificate(Element message) throws Refusal {
		var signer = verify(message).signer();
		return registrations.find(KeyIdentifier.of(signer.getPublicKey()))
				.filter(each -> each.certificate().filter(signer::equals).isPresent())
				.orElseThrow(() -> new Refusal(RefusalCode.AUTH_CERT_UNKNOWN));
	}

	/** The request whose certificate signed, which is active and valid now. */
	public Registration activeCertificate(Element message) throws Refusal {
		var registration = certificate(message);
		Instant now = clock.instant();
		if (!registration.isActive(now)) {
			throw new Refusal(CertificateStatus.of(registration, now) == CertificateStatus.EXPIRED
					? RefusalCode.AUTH_CERT_EXPIRED : RefusalCode.AUTH_CERT_REVOKED);
		}
		var notBefore = registration.issued().certificate().getNotBefore().toInstant();
		if (now.isBefore(notBefore)) {
			throw Refusal.withValueInCode(RefusalCode.AUTH_CERT_NOT_YET_VALID, "NotBefore", MOMENT.format(notBefore));
		}
		return registration;
	}

	private static VerifiedSignature verify(Element message) throws Refusal {
		try {
			return XmlSignature.verify(message);
		} catch (SignatureRefused refused) {
			throw new Refusal(RefusalCode.SIGNATURE_INVALID, "Reason", refused.reason() + ": " + refused.getMessage());
		}
	}
}
