package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.internal.desk.Callers;
import org.certbench.ehealth.simulator.internal.desk.OrganisationTypes;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.RefusalCode;
import org.certbench.ehealth.simulator.internal.state.Authorisations;
import org.certbench.ehealth.simulator.internal.state.Registrations;
import org.certbench.eid.CardKey;
import org.w3c.dom.Element;

/** CertRA: who may ask for certificates, and for whom. */
final class ActorHandlers {

	private final Callers callers;
	private final Authorisations authorisations;
	private final OrganisationTypes types;
	private final Registrations registrations;
	private final InstantSource clock;

	ActorHandlers(Callers callers, Authorisations authorisations, OrganisationTypes types, Registrations registrations,
			InstantSource clock) {
		this.callers = callers;
		this.authorisations = authorisations;
		this.types = types;
		this.registrations = registrations;
		this.clock = clock;
	}

	void actorQualities(Element request, XmlBuilder response) throws Refusal, XmlException, IOException {
		var parts = XmlChildren.of(request);
		var person = Fields.identifier(parts.required(CERTRA, "SSIN"));
		Signed.end(parts);
		var signer = callers.card(request, CardKey.AUTHENTICATION);
		if (!signer.equals(person)) {
			throw new Refusal(RefusalCode.WRONG_SIGNER, "Signer", person.toString());
		}
		response.text(CERTRA, "NaturalPersonAuthorization", "true");
		for (var organisation : authorisations.managedBy(person)) {
			var element = response.child(CERTRA, "OrganizationAuthorization");
			Fields.texts(element.child(CERTRA_CORE, "Name"), organisation.name());
			Fields.identifier(element.child(CERTRA_CORE, "Identifier"), organisation.identifier());
		}
	}

	void organisationTypes(Element request, XmlBuilder response) throws XmlException {
		XmlChildren.of(request).end();
		for (var type : types.all()) {
			var element = response.child(CERTRA, "OrganizationType");
			Fields.texts(element.child(CERTRA_CORE, "Name"), type.name());
			element.text(CERTRA_CORE, "IdentifierType", type.type());
			element.text(CERTRA_CORE, "ValidationRegEx", type.regularExpression());
			type.checkDigits().forEach(each -> element.text(CERTRA_CORE, "CheckDigitAlgorithm", each));
			type.baseServices().forEach(each -> element.text(CERTRA_CORE, "AvailableBaseService", each));
		}
	}

	void existingApplicationIds(Element request, XmlBuilder response) throws XmlException {
		var parts = XmlChildren.of(request);
		var organisation = Fields.identifier(parts.required(CERTRA, "OrganizationIdentifier"));
		parts.end();
		var now = clock.instant();
		registrations.of(organisation).filter(each -> each.isInForce(now))
				.map(each -> each.application().holder().application()).distinct()
				.forEach(each -> applicationId(response, each));
	}

	private static void applicationId(XmlBuilder response, Optional<String> id) {
		var element = response.child(CERTRA, "ApplicationId");
		id.ifPresentOrElse(element::text, () -> element.attribute(Namespaces.SCHEMA_INSTANCE, "nil", "true"));
	}
}
