package org.certbench.ehealth;

import java.util.Optional;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** SOAP 1.1 envelopes, document/literal: one element in the body. Stateless. */
public final class SoapEnvelope {

	/** The content type of a message on the wire. */
	public static final String CONTENT_TYPE = "text/xml; charset=UTF-8";

	private SoapEnvelope() {
	}

	/** Puts a message into an envelope; a signature in it stays valid. */
	public static Document wrap(Element message) {
		var envelope = XmlBuilder.root(Namespaces.SOAP, "Envelope");
		var body = envelope.child(Namespaces.SOAP, "Body").element();
		body.appendChild(body.getOwnerDocument().importNode(message, true));
		return body.getOwnerDocument();
	}

	/** An envelope with a fault. */
	public static Document wrap(SoapFault fault) {
		var envelope = XmlBuilder.root(Namespaces.SOAP, "Envelope");
		var element = envelope.child(Namespaces.SOAP, "Body").child(Namespaces.SOAP, "Fault");
		element.text("", "faultcode", Namespaces.prefix(Namespaces.SOAP) + ":" + fault.code());
		element.text("", "faultstring", fault.text());
		if (!fault.detail().isEmpty()) {
			element.child("", "detail").text(fault.detail());
		}
		return element.element().getOwnerDocument();
	}

	/**
	 * The only element in the body; still part of the document, so that a verifier sees all of it.
	 *
	 * @throws XmlException where the document is no SOAP 1.1 envelope with one element in its body
	 */
	public static Element unwrap(Document document) throws XmlException {
		var envelope = document.getDocumentElement();
		if (!XmlChildren.isNamed(envelope, Namespaces.SOAP, "Envelope")) {
			throw new XmlException("not a SOAP 1.1 envelope but " + envelope.getNodeName());
		}
		var parts = XmlChildren.of(envelope);
		parts.optional(Namespaces.SOAP, "Header");
		var body = XmlChildren.of(parts.required(Namespaces.SOAP, "Body"));
		parts.end();
		var message = body.next().orElseThrow(() -> new XmlException("an envelope with an empty body"));
		body.end();
		return message;
	}

	/** The fault that a body's element is, if it is one. */
	public static Optional<SoapFault> fault(Element message) {
		if (!XmlChildren.isNamed(message, Namespaces.SOAP, "Fault")) {
			return Optional.empty();
		}
		var parts = XmlChildren.of(message);
		var code = parts.optionalText("", "faultcode");
		var text = parts.optionalText("", "faultstring");
		parts.optional("", "faultactor");
		return Optional.of(new SoapFault(code.substring(code.indexOf(':') + 1), text, parts.optionalText("", "detail")));
	}
}
