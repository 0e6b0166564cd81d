package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.ETKDEPOT;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Holder;
import org.certbench.core.Identifier;
import org.certbench.core.IdentifierType;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.internal.desk.OrganisationTypes;
import org.certbench.ehealth.simulator.internal.state.Registration;
import org.certbench.ehealth.simulator.internal.state.Registrations;
import org.w3c.dom.Element;

/** EtkDepot: the public look-up of active encryption tokens. */
final class DepotHandler {

	private static final int FOUND = 200;
	private static final int UNKNOWN_TYPE = 400;
	private static final int NOT_FOUND = 404;

	private final Registrations registrations;
	private final OrganisationTypes types;
	private final Responses responses;
	private final InstantSource clock;

	/** An identifier as it is asked for; without an application id, any will do. */
	private record Criterion(Identifier identifier, boolean anyApplication, String applicationId) {

		boolean fits(Holder holder) {
			return holder.identifier().equals(identifier)
					&& (anyApplication || holder.applicationId().equals(applicationId));
		}
	}

	DepotHandler(Registrations registrations, OrganisationTypes types, Responses responses, InstantSource clock) {
		this.registrations = registrations;
		this.types = types;
		this.responses = responses;
		this.clock = clock;
	}

	XmlBuilder answer(Element request) throws XmlException {
		var parts = XmlChildren.of(request);
		var given = parts.required(ETKDEPOT, "SearchCriteria");
		parts.end();
		var criteria = criteria(given);
		if (criteria.stream().anyMatch(each -> !isKnownType(each.identifier().type()))) {
			return error(criteria, UNKNOWN_TYPE, "Unknown identifier type");
		}
		var now = clock.instant();
		var found = registrations.all().stream()
				.filter(each -> each.isActive(now) && each.token() != null && each.token().active())
				.filter(each -> criteria.stream().allMatch(one -> one.fits(each.application().holder()))).toList();
		return switch (found.size()) {
		case 0 -> error(criteria, NOT_FOUND, "No ETK found");
		case 1 -> begin(criteria, FOUND, "Success").text(ETKDEPOT, "ETK", Fields.base64(found.getFirst().token().token()));
		default -> several(begin(criteria, FOUND, "Success"), found);
		};
	}

	private static List<Criterion> criteria(Element given) throws XmlException {
		var criteria = new ArrayList<Criterion>();
		var parts = XmlChildren.of(given);
		criteria.add(criterion(parts.required(ETKDEPOT, "Identifier")));
		for (var each : parts.all(ETKDEPOT, "Identifier")) {
			criteria.add(criterion(each));
		}
		parts.end();
		return criteria;
	}

	private static Criterion criterion(Element element) throws XmlException {
		var parts = XmlChildren.of(element);
		var type = parts.text(ETKDEPOT, "Type");
		var value = parts.text(ETKDEPOT, "Value");
		var application = parts.optional(ETKDEPOT, "ApplicationID");
		parts.end();
		if (type.isEmpty() || value.isEmpty()) {
			throw new XmlException("in Identifier: a type and a value were expected");
		}
		return new Criterion(new Identifier(type, value), application.isEmpty(),
				application.map(XmlChildren::textOf).orElse(""));
	}

	private boolean isKnownType(String type) {
		return type.equals(IdentifierType.SSIN.code()) || types.find(type).isPresent();
	}

	private XmlBuilder begin(List<Criterion> criteria, int code, String message) {
		var response = responses.depot(code, message);
		var given = response.child(ETKDEPOT, "GivenSearchCriteria");
		criteria.forEach(each -> write(given, each.identifier(), !each.anyApplication(), each.applicationId()));
		return response;
	}

	private XmlBuilder error(List<Criterion> criteria, int code, String message) {
		var response = begin(criteria, code, message);
		response.child(ETKDEPOT, "Error").text(ETKDEPOT, "Code", String.valueOf(code)).text(ETKDEPOT, "Message", message);
		return response;
	}

	private static XmlBuilder several(XmlBuilder response, List<Registration> found) {
		for (var each : found) {
			var holder = each.application().holder();
			write(response.child(ETKDEPOT, "MatchingEtk"), holder.identifier(), holder.application().isPresent(),
					holder.applicationId());
		}
		return response;
	}

	private static void write(XmlBuilder parent, Identifier identifier, boolean withApplication, String applicationId) {
		var element = parent.child(ETKDEPOT, "Identifier").text(ETKDEPOT, "Type", identifier.type()).text(ETKDEPOT,
				"Value", identifier.value());
		if (withApplication) {
			element.text(ETKDEPOT, "ApplicationID", applicationId);
		}
	}
}
