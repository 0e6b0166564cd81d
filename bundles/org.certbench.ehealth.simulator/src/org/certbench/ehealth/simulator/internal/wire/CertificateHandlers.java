package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.certbench.core.DistinguishedName;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.SimulatedRequest.Stage;
import org.certbench.ehealth.simulator.internal.desk.Callers;
import org.certbench.ehealth.simulator.internal.desk.ContractDesk;
import org.certbench.ehealth.simulator.internal.desk.HolderRules;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.RefusalCode;
import org.certbench.ehealth.simulator.internal.desk.RegistrationDesk;
import org.certbench.ehealth.simulator.internal.desk.RevocationDesk;
import org.certbench.ehealth.simulator.internal.pki.CertificationRequests;
import org.certbench.ehealth.simulator.internal.state.Application;
import org.certbench.eid.CardKey;
import org.w3c.dom.Element;

/** CertRA: certificates are asked for, fetched and revoked. */
final class CertificateHandlers {

	private final Callers callers;
	private final ContractDesk contracts;
	private final HolderRules rules;
	private final RegistrationDesk registrations;
	private final RevocationDesk revocations;
	private final InstantSource clock;

	CertificateHandlers(Callers callers, ContractDesk contracts, HolderRules rules, RegistrationDesk registrations,
			RevocationDesk revocations, InstantSource clock) {
		this.callers = callers;
		this.contracts = contracts;
		this.rules = rules;
		this.registrations = registrations;
		this.revocations = revocations;
		this.clock = clock;
	}

	void generate(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var order = XmlChildren.of(parts.required(CERTRA, "EHealthCSR"));
		Signed.end(parts);
		var contact = Fields.contact(order.required(CERTRA_CORE, "ContactData"));
		var pkcs10 = Fields.base64(order.text(CERTRA_CORE, "CSR"));
		var fingerprint = ContractHandlers.fingerprint(order.required(CERTRA_CORE, "Contract"), false);
		var services = order.all(CERTRA_CORE, "BaseServiceUsage").stream().map(XmlChildren::textOf).toList();
		order.end();

		var signer = callers.card(request, CardKey.SIGNATURE);
		var contract = contracts.signed(fingerprint, signer);
		var holder = contract.holder();
		contracts.requireMayAct(signer, holder.identifier());
		rules.requireContact(contact);
		rules.requireBaseServices(holder.identifier(), services);
		var accepted = CertificationRequests.accept(pkcs10);
		accepted.requireSubject(DistinguishedName.parse(contract.subject()));
		var registration = registrations.register(new Application(holder, contract.holderName(), contract.subject(),
				contract.signer(), contact, services, pkcs10), accepted.key());

		response.text(CERTRA, "PublicKeyIdentifier", registration.key().hex());
		response.text(CERTRA, "AutomaticallyValidated", String.valueOf(registration.automaticallyValidated()));
		if (registration.replaces() != null) {
			response.text(CERTRA, "ReplacesCertificate", registration.replaces().hex());
		}
	}

	void certificate(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var key = Fields.key(parts.text(CERTRA, "PublicKeyIdentifier"));
		parts.end();
		var registration = registrations.known(key);
		if (registration.stage() == Stage.REFUSED) {
			throw new Refusal(RefusalCode.CERT_REFUSED, "Reason", registration.refusal());
		}
		if (registration.issued() == null) {
			throw new Refusal(registration.isInProgress() ? RefusalCode.CERT_NOT_YET_DELIVERED : RefusalCode.CERT_REVOKED);
		}
		for (var each : registration.issued().chain()) {
			try {
				response.text(CERTRA, "X509Certificate", Fields.base64(each.getEncoded()));
			} catch (CertificateEncodingException e) {
				throw new IOException(e);
			}
		}
	}

	void revoke(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var key = Fields.key(parts.text(CERTRA, "PublicKeyIdentifier"));
		var fingerprint = ContractHandlers.fingerprint(parts.required(CERTRA, "Contract"), true);
		Signed.end(parts);

		var signer = callers.card(request, CardKey.SIGNATURE);
		var contract = contracts.signed(fingerprint, signer);
		if (!key.equals(contract.key())) {
			throw new Refusal(RefusalCode.CONTRACT_UNKNOWN);
		}
		var registration = registrations.known(key);
		contracts.requireMayRevoke(signer, registration);
		revocations.revoke(registration, clock.instant());
	}

	/**
	 * A foreigner has no Belgian card: the request waits for its validation, which the simulator's
	 * operator gives in the place of the page that the answer names.
	 */
	void foreigner(Element request, XmlBuilder response, String address) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var person = Fields.actor(parts.required(CERTRA, "ForeignPerson"));
		var contact = Fields.contact(parts.required(CERTRA, "ContactData"));
		var pkcs10 = Fields.base64(parts.text(CERTRA, "CSR"));
		parts.end();

		rules.requirePerson(person.ssin());
		rules.requireContact(contact);
		var contract = contracts.forCertificate(person, rules.holder(person.ssin(), ""),
				String.join(" ", person.firstNames()) + " " + person.name());
		var accepted = CertificationRequests.accept(pkcs10);
		accepted.requireSubject(DistinguishedName.parse(contract.subject()));
		var registration = registrations.registerForValidation(new Application(contract.holder(), contract.holderName(),
				contract.subject(), person, contact, List.of(), pkcs10), accepted.key());
		response.text(CERTRA, "ValidationUrl", address + "/validation?key=" + registration.key().hex());
		var expires = clock.instant().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
		response.text(CERTRA, "ExpirationDate", expires.toString());
	}
}
