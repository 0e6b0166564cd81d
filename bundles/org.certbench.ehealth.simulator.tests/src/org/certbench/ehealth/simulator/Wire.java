package org.certbench.ehealth.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.Operation;
import org.certbench.ehealth.Service;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlReader;
import org.certbench.ehealth.XmlWriter;
import org.w3c.dom.Element;

/** Speaks to a simulator as no client should. */
final class Wire {

	private final URI address;
	private final HttpClient client = HttpClient.newHttpClient();

	Wire(Simulator simulator) {
		address = simulator.address();
	}

	static XmlBuilder request(Operation operation) {
		return XmlBuilder.message(operation.service().namespace(), operation.requestName(), Instant.now());
	}

	static String envelope(Element message) {
		return new String(XmlWriter.write(SoapEnvelope.wrap(message)), StandardCharsets.UTF_8);
	}

	HttpResponse<String> post(Service service, String body, String... headers)
			throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(address.resolve(service.path())).POST(BodyPublishers.ofString(body));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return client.send(request.build(), BodyHandlers.ofString());
	}

	HttpResponse<String> post(Service service, byte[] body) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(address.resolve(service.path())).POST(BodyPublishers.ofByteArray(body)).build(),
				BodyHandlers.ofString());
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
	}

	HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
		return client.send(
				HttpRequest.newBuilder(address.resolve(path)).PUT(BodyPublishers.ofString(body)).build(),
				BodyHandlers.ofString());
	}

	/** Sends a message and gives the element in the answer's body. */
	Element ask(Service service, String body) throws IOException, InterruptedException, XmlException {
		var answer = post(service, body);
		assertEquals(200, answer.statusCode(), answer.body());
		return message(answer);
	}

	/** Demands that a message is refused with a code, and by nothing else. */
	void assertRefused(String code, Service service, String body)
			throws IOException, InterruptedException, XmlException {
		assertEquals(code, firstText(ask(service, body), "Code"));
	}

	/** Demands a SOAP fault that blames the sender. */
	void assertFault(Service service, String body, String... headers)
			throws IOException, InterruptedException, XmlException {
		var answer = post(service, body, headers);
		assertEquals(500, answer.statusCode());
		assertEquals("Client", SoapEnvelope.fault(message(answer)).orElseThrow().code());
	}

	static String firstText(Element element, String name) {
		var found = element.getElementsByTagNameNS("*", name);
		return found.getLength() == 0 ? "none" : found.item(0).getTextContent();
	}

	/** A SOAP envelope around any text. */
	static String around(String body) {
		return "<s:Envelope xmlns:s='" + Namespaces.SOAP + "'><s:Body>" + body + "</s:Body></s:Envelope>";
	}

	private static Element message(HttpResponse<String> answer) throws XmlException {
		return SoapEnvelope.unwrap(XmlReader.read(answer.body().getBytes(StandardCharsets.UTF_8)));
	}
}
