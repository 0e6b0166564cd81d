package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.certbench.core.CertificateFacts;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.internal.desk.Callers;
import org.certbench.ehealth.simulator.internal.desk.CertificateStatus;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.RegistrationDesk;
import org.certbench.ehealth.simulator.internal.desk.TokenStatus;
import org.certbench.ehealth.simulator.internal.state.Registration;
import org.certbench.ehealth.simulator.internal.state.Registration.Issued;
import org.certbench.ehealth.simulator.internal.state.Registrations;
import org.certbench.eid.CardKey;
import org.w3c.dom.Element;

/** CertRA: what is known of certificates. */
final class InformationHandlers {

	private final Callers callers;
	private final Registrations registrations;
	private final RegistrationDesk desk;
	private final InstantSource clock;

	InformationHandlers(Callers callers, Registrations registrations, RegistrationDesk desk, InstantSource clock) {
		this.callers = callers;
		this.registrations = registrations;
		this.desk = desk;
		this.clock = clock;
	}

	/** All that a person signed for. */
	void forCitizen(Element request, XmlBuilder response) throws Refusal, XmlException {
		Signed.end(XmlChildren.of(request));
		var person = callers.card(request, CardKey.AUTHENTICATION);
		registrations.all().stream().filter(each -> each.application().signer().ssin().equals(person))
				.forEach(each -> write(response.child(CERTRA, "CertificateInfo"), each));
	}

	/** The one that signed, in use or not. */
	void forCertificate(Element request, XmlBuilder response) throws Refusal, XmlException {
		Signed.end(XmlChildren.of(request));
		write(response.child(CERTRA, "CertificateInfo"), callers.certificate(request));
	}

	private void write(XmlBuilder info, Registration registration) {
		var now = clock.instant();
		info.text(CERTRA_CORE, "RequestedDate", registration.requested().toString());
		info.text(CERTRA_CORE, "PublicKeyIdentifier", registration.key().hex());
		writeEntity(info, registration);
		info.text(CERTRA_CORE, "AuthenticationCertificateStatus", CertificateStatus.of(registration, now).name());
		info.text(CERTRA_CORE, "ETKStatus", TokenStatus.of(registration, now).name());
		info.text(CERTRA_CORE, "AutomaticallyValidated", String.valueOf(registration.automaticallyValidated()));
		if (registration.issued() != null) {
			writeDetails(info.child(CERTRA_CORE, "AuthenticationCertificateDetails"), registration.issued());
		}
		writeWhatIsPossible(info, registration, now);
		Fields.contact(info.child(CERTRA_CORE, "ContactData"), registration.application().contact());
		registration.application().baseServices().forEach(each -> info.text(CERTRA_CORE, "BaseServiceUsage", each));
	}

	private static void writeEntity(XmlBuilder info, Registration registration) {
		var holder = registration.application().holder();
		var entity = info.child(CERTRA_CORE, "CertificateEntity").attribute("EntityType",
				holder.identifier().isPerson() ? "NaturalPerson" : "Organization");
		var identifier = entity.child(CERTRA_CORE, "CertificateIdentifier");
		Fields.actor(identifier.child(CERTRA_CORE, "Actor"), holder.identifier(), List.of(),
				registration.application().holderName());
		holder.application().ifPresent(id -> identifier.text(CERTRA_CORE, "ApplicationId", id));
	}

	private static void writeDetails(XmlBuilder details, Issued issued) {
		var facts = CertificateFacts.of(issued.certificate());
		details.text(CERTRA_CORE, "SerialNumber", facts.serial().toString());
		details.text(CERTRA_CORE, "DN", facts.subject().toString());
		details.text(CERTRA_CORE, "IssuerDN", facts.issuer().toString());
		details.text(CERTRA_CORE, "ValidNotBefore", facts.notBefore().toString());
		details.text(CERTRA_CORE, "ValidNotAfter", facts.notAfter().toString());
	}

	private void writeWhatIsPossible(XmlBuilder info, Registration registration, Instant now) {
		info.text(CERTRA_CORE, "Revocable", String.valueOf(registration.isInForce(now)));
		info.text(CERTRA_CORE, "Replaceable", String.valueOf(desk.isReplaceable(registration)));
		if (registration.issued() != null) {
			info.text(CERTRA_CORE, "ReplacementPeriodStartDate", registration.issued().replacementStart().toString());
		}
	}
}
