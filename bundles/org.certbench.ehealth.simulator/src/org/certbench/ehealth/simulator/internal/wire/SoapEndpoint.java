package org.certbench.ehealth.simulator.internal.wire;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import org.certbench.ehealth.Service;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.SoapFault;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlWriter;
import org.w3c.dom.Document;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** A service on HTTP. What cannot be answered is a SOAP fault with status 500, as SOAP 1.1 wants it. */
public final class SoapEndpoint implements HttpHandler {

	private static final Logger LOGGER = System.getLogger(SoapEndpoint.class.getName());

	private final Service service;
	private final Exchange exchange;

	/** What answers a message. */
	@FunctionalInterface
	public interface Exchange {
		Document answer(Service service, byte[] body) throws XmlException, IOException;
	}

	public SoapEndpoint(Service service, Exchange exchange) {
		this.service = service;
		this.exchange = exchange;
	}

	@Override
	public void handle(HttpExchange http) throws IOException {
		try (http) {
			if (!http.getRequestURI().getPath().equals(service.path())) {
				http.sendResponseHeaders(404, -1);
			} else if (!http.getRequestMethod().equals("POST")) {
				http.getResponseHeaders().set("Allow", "POST");
				http.sendResponseHeaders(405, -1);
			} else {
				// one byte more than is accepted, so that the reader notices
				answer(http, http.getRequestBody().readNBytes(Dispatcher.MAX_BYTES + 1));
			}
		}
	}

	private void answer(HttpExchange http, byte[] body) throws IOException {
		try {
			send(http, 200, exchange.answer(service, body));
		} catch (XmlException malformed) {
			send(http, 500, SoapEnvelope.wrap(new SoapFault("Client", malformed.getMessage(), "")));
		} catch (IOException | RuntimeException ours) {
			LOGGER.log(Level.ERROR, "the simulator could not answer a message", ours);
			send(http, 500, SoapEnvelope.wrap(new SoapFault("Server", "The simulator could not answer.", "")));
		}
	}

	private static void send(HttpExchange http, int status, Document envelope) throws IOException {
		var bytes = XmlWriter.write(envelope);
		http.getResponseHeaders().set("Content-Type", SoapEnvelope.CONTENT_TYPE);
		http.sendResponseHeaders(status, bytes.length);
		http.getResponseBody().write(bytes);
	}
}
