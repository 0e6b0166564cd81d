package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;

import java.io.IOException;
import java.time.InstantSource;

import org.certbench.authority.Person;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.internal.desk.ContractDesk;
import org.certbench.ehealth.simulator.internal.desk.HolderRules;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.RegistrationDesk;
import org.certbench.ehealth.simulator.internal.desk.RevocationDesk;
import org.certbench.ehealth.simulator.internal.state.WrittenContract;
import org.w3c.dom.Element;

/** CertRA: the contracts that are to be signed. */
final class ContractHandlers {

	private final ContractDesk contracts;
	private final HolderRules rules;
	private final RegistrationDesk registrations;
	private final RevocationDesk revocations;
	private final InstantSource clock;

	ContractHandlers(ContractDesk contracts, HolderRules rules, RegistrationDesk registrations,
			RevocationDesk revocations, InstantSource clock) {
		this.contracts = contracts;
		this.rules = rules;
		this.registrations = registrations;
		this.revocations = revocations;
		this.clock = clock;
	}

	void contract(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var contact = Fields.contact(parts.required(CERTRA, "ContactData"));
		var signer = Fields.actor(parts.required(CERTRA, "Signer"));
		var certificate = XmlChildren.of(parts.required(CERTRA, "CertificateIdentifier"));
		parts.end();
		var actor = Fields.actor(certificate.required(CERTRA_CORE, "Actor"));
		var applicationId = certificate.optionalText(CERTRA_CORE, "ApplicationId");
		certificate.end();

		rules.requireContact(contact);
		var holder = rules.holder(actor.ssin(), applicationId);
		write(response.child(CERTRA, "Contract"), contracts.forCertificate(signer, holder, fullName(actor)));
	}

	void revocationContract(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var key = Fields.key(parts.text(CERTRA, "PublicKeyIdentifier"));
		var signer = Fields.actor(parts.required(CERTRA, "Signer"));
		var reason = parts.text(CERTRA, "RevocationReason");
		parts.end();

		var registration = registrations.known(key);
		revocations.requireRevocable(registration, clock.instant());
		write(response.child(CERTRA, "Contract"), contracts.forRevocation(registration, signer, reason));
	}

	/** The fingerprint of a contract that came back. */
	static String fingerprint(Element contract, boolean revocation) throws XmlException {
		var parts = XmlChildren.of(contract);
		var subject = parts.required(CERTRA_CORE, "DN").getTextContent();
		var signer = Fields.actor(parts.required(CERTRA_CORE, "Signer"));
		var reason = revocation ? parts.text(CERTRA_CORE, "RevocationReason") : "";
		var texts = Fields.texts(parts.required(CERTRA_CORE, "Text"));
		parts.end();
		return WrittenContract.fingerprint(subject, signer, reason, texts);
	}

	private static void write(XmlBuilder element, WrittenContract contract) {
		var signer = contract.signer();
		element.text(CERTRA_CORE, "DN", contract.subject());
		Fields.actor(element.child(CERTRA_CORE, "Signer"), signer.ssin(), signer.firstNames(), signer.name());
		if (!contract.reason().isEmpty()) {
			element.text(CERTRA_CORE, "RevocationReason", contract.reason());
		}
		Fields.texts(element.child(CERTRA_CORE, "Text"), contract.texts());
	}

	private static String fullName(Person actor) {
		return (String.join(" ", actor.firstNames()) + " " + actor.name()).strip();
	}
}
