package org.certbench.ehealth.simulator.internal.wire;

import static org.certbench.ehealth.Namespaces.COMMONS;
import static org.certbench.ehealth.Namespaces.COMMONS_V1;
import static org.certbench.ehealth.Namespaces.ETEE;

import java.time.InstantSource;

import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.Operation;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.w3c.dom.Element;

/** Begins responses: their attributes and their status. */
final class Responses {

	private static final String STATUS = "urn:be:fgov:ehealth:2.0:status:";

	private final InstantSource clock;

	Responses(InstantSource clock) {
		this.clock = clock;
	}

	/** A response to a request that succeeded so far. */
	XmlBuilder success(Operation operation, Element request) {
		var response = begin(operation, request);
		if (operation != Operation.GET_EXISTING_APPLICATION_IDS) {
			response.child(COMMONS, "Status").child(COMMONS, "StatusCode").attribute("Value", STATUS + "Success");
		}
		return response;
	}

	/** A response that says no, and nothing else. */
	XmlBuilder refusal(Operation operation, Element request, Refusal refusal) {
		var response = begin(operation, request);
		var status = response.child(COMMONS, "Status");
		status.child(COMMONS, "StatusCode").attribute("Value", STATUS + "Requester").child(COMMONS, "StatusCode")
				.attribute("Value", STATUS + "RequestDenied");
		status.text(COMMONS, "StatusMessage", refusal.getMessage());
		var error = status.child(COMMONS, "StatusDetail").child(ETEE, "EteeStatusDetail").child("", "Errors");
		error.text("", "Code", refusal.wireCode()).text("", "Message", refusal.getMessage());
		refusal.parameters().forEach(
				(name, value) -> error.child("", "Parameters").text("", "Name", name).text("", "Value", value));
		return response;
	}

	/** A response of the depot, whose base types are older. */
	XmlBuilder depot(int code, String message) {
		var response = XmlBuilder.root(Namespaces.ETKDEPOT, Operation.GET_ETK.responseName());
		response.child(COMMONS_V1, "Status").text("", "Code", String.valueOf(code)).child("", "Message")
				.attribute("Lang", "EN").text(message);
		return response;
	}

	private XmlBuilder begin(Operation operation, Element request) {
		return XmlBuilder.message(operation.service().namespace(), operation.responseName(), clock.instant())
				.attribute("InResponseTo", request.getAttribute("Id"));
	}
}
