package org.certbench.ehealth.simulator.internal.desk;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.authority.ContactData;
import org.certbench.authority.Person;
import org.certbench.core.DistinguishedName;
import org.certbench.core.HolderSubject;
import org.certbench.core.Identifier;
import org.certbench.ehealth.simulator.internal.pki.CertificationRequests;
import org.certbench.ehealth.simulator.internal.state.Application;
import org.certbench.ehealth.simulator.internal.state.Authorisations;

/**
 * Certifies a request that any program made, without a contract and a card: so that keystores of other
 * programs can be tried. An organisation that is not known yet is entered with the first virtual person
 * as its manager, who can then renew the certificate.
 */
public final class DirectCertification {

	private static final ContactData CONTACT = new ContactData("manager@example.org", "info@example.org",
			"02 555 01 01", "");

	private final RegistrationDesk desk;
	private final HolderRules rules;
	private final Authorisations authorisations;

	public DirectCertification(RegistrationDesk desk, HolderRules rules, Authorisations authorisations) {
		this.desk = desk;
		this.rules = rules;
		this.authorisations = authorisations;
	}

	/**
	 * Certifies.
	 *
	 * @param request   PKCS#10, DER
	 * @param backdated whether into its renewal window
	 * @return leaf first, the root not among them
	 */
	public List<X509Certificate> certify(byte[] request, boolean backdated) throws Refusal, IOException {
		var accepted = CertificationRequests.accept(request);
		var named = HolderSubject.read(accepted.subject()).orElseThrow(
				() -> new Refusal(RefusalCode.IDENTIFIER_INVALID, "Identifier", accepted.subject().toString()));
		var holder = rules.holder(named.holder().identifier(), named.holder().applicationId());
		var subject = ContractDesk.subject(holder, named.name());
		accepted.requireSubject(DistinguishedName.parse(subject));
		var signer = new Person(managerOf(named), List.of(), "");
		var application = new Application(holder, named.name(), subject, signer, CONTACT, List.of(), request);
		return desk.certify(application, accepted.key(), backdated).issued().chain();
	}

	private Identifier managerOf(HolderSubject named) throws Refusal, IOException {
		var identifier = named.holder().identifier();
		if (identifier.isPerson()) {
			return identifier;
		}
		var known = authorisations.organisation(identifier);
		var organisation = known.isPresent() ? known.get() : authorisations.add(identifier, named.name());
		return organisation.firstManager().orElseThrow(() -> new Refusal(RefusalCode.NO_MANDATE, "Person", "-",
				"Holder", identifier.toString()));
	}
}
