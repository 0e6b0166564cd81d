package org.certbench.ehealth.simulator.internal.wire;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.certbench.ehealth.Operation;
import org.certbench.ehealth.Service;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlReader;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Finds the operation by the element in the body, whatever the SOAPAction says, and has it answered.
 * Thread-safe when its handlers are called by one thread at a time, which is up to the caller.
 */
public final class Dispatcher {

	/** Far above the largest request, which is dozens of kilobytes. */
	public static final int MAX_BYTES = 1024 * 1024;

	private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

	private final Map<Operation, Handler> handlers;
	private final DepotHandler depot;
	private final Responses responses;

	Dispatcher(Map<Operation, Handler> handlers, DepotHandler depot, Responses responses) {
		this.handlers = Map.copyOf(handlers);
		this.depot = depot;
		this.responses = responses;
	}

	/**
	 * Answers a message.
	 *
	 * @param service at whose address it was received
	 * @param body    as received
	 * @return an envelope with the response, which may say no
	 * @throws XmlException where the message is not of the form agreed
	 */
	public Document answer(Service service, byte[] body) throws XmlException, IOException {
		var request = SoapEnvelope.unwrap(XmlReader.read(body, MAX_BYTES));
		var operation = operation(service, request)
				.orElseThrow(() -> new XmlException("no such operation here: " + request.getNodeName()));
		return SoapEnvelope.wrap(answer(operation, request).element());
	}

	private XmlBuilder answer(Operation operation, Element request) throws XmlException, IOException {
		if (operation == Operation.GET_ETK) {
			return depot.answer(request);
		}
		requireBase(request);
		try {
			var response = responses.success(operation, request);
			handlers.get(operation).answer(request, response);
			return response;
		} catch (Refusal refusal) {
			return responses.refusal(operation, request, refusal);
		}
	}

	/** What every request to CertRA and EtkRA has. */
	private static void requireBase(Element request) throws XmlException {
		if (!ID.matcher(request.getAttribute("Id")).matches()) {
			throw new XmlException(request.getLocalName() + " needs an Id of type xs:ID");
		}
		try {
			DateTimeFormatter.ISO_DATE_TIME.parse(request.getAttribute("IssueInstant"));
		} catch (DateTimeParseException other) {
			throw new XmlException(request.getLocalName() + " needs an IssueInstant of type xs:dateTime", other);
		}
	}

	private static Optional<Operation> operation(Service service, Element request) {
		return Arrays.stream(Operation.values()).filter(each -> each.service() == service
				&& XmlChildren.isNamed(request, service.namespace(), each.requestName())).findFirst();
	}
}
