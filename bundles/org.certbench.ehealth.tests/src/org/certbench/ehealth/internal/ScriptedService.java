package org.certbench.ehealth.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

import org.certbench.authority.AuthorityConnection;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.SimulatorEndpoint;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlReader;
import org.w3c.dom.Element;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on loopback that answers what a test wrote, and remembers what it was asked. */
final class ScriptedService implements AutoCloseable, SimulatorEndpoint {

	/** A request as it came. */
	record Received(String path, String soapAction, String contentType, byte[] envelope) {

		/** The request element. */
		Element message() {
			try {
				return SoapEnvelope.unwrap(XmlReader.read(envelope));
			} catch (XmlException e) {
				throw new AssertionError(e);
			}
		}

		/** The request's structure, see {@link Outline}. */
		String outline() {
			return Outline.of(message());
		}
	}

	/** Answers one request. */
	@FunctionalInterface
	interface Script {
		void answer(HttpExchange exchange, Received request) throws IOException;
	}

	static final HttpTransport.Limits LIMITS = new HttpTransport.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20),
			200_000);
	/** The moment at which everything in these tests happens. */
	static final Instant NOW = Instant.now();

	private final HttpServer server;
	private final Deque<Script> scripts = new ArrayDeque<>();
	private final List<Received> received = new ArrayList<>();

	ScriptedService() {
		server = listening();
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::handle);
		server.start();
	}

	private static HttpServer listening() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public URI address() {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
	}

	/** A connection of the simulator environment to this server. */
	AuthorityConnection connection() {
		return connection(LIMITS);
	}

	AuthorityConnection connection(HttpTransport.Limits limits) {
		return connection(this, new HttpTransport(limits), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	/** A connection of the simulator environment to any server. */
	static AuthorityConnection connection(SimulatorEndpoint endpoint, HttpTransport transport, InstantSource clock) {
		var channel = new Channel(Endpoint.simulator(endpoint), transport, Trace.NONE, clock);
		return new EhealthConnection(channel, new TokenVerification(clock, Set::of));
	}

	/** An authority whose simulator this is. */
	EhealthAuthority authority() {
		return new EhealthAuthority(() -> Optional.of(this), Clock.fixed(NOW, ZoneOffset.UTC), new HttpTransport(LIMITS));
	}

	/** Answers the next request so. */
	ScriptedService then(Script script) {
		scripts.add(script);
		return this;
	}

	/** Answers the next request with this HTTP answer. */
	ScriptedService thenHttp(int status, String contentType, String body) {
		return then((exchange, request) -> respond(exchange, status, contentType, body));
	}

	/** Answers the next request with an envelope around this text. */
	ScriptedService thenSoap(String body) {
		return thenHttp(200, "text/xml;charset=utf-8", envelope(body));
	}

	/** Answers the next request with a successful response of the usual base type. */
	ScriptedService thenSuccess(String name, String namespace, String content) {
		return thenStatus(name, namespace, "<commons:StatusCode Value=\"urn:be:fgov:ehealth:2.0:status:Success\"/>", content);
	}

	/** Answers the next request with a response of the usual base type and this status. */
	ScriptedService thenStatus(String name, String namespace, String status, String content) {
		return then((exchange, request) -> respond(exchange, 200, "text/xml; charset=UTF-8",
				envelope(response(name, namespace, request.message().getAttribute("Id"), status, content))));
	}

	static String response(String name, String namespace, String inResponseTo, String status, String content) {
		return """
				<p:%1$s xmlns:p="%2$s" xmlns:core="%3$s" xmlns:commons="%4$s" Id="_answer" InResponseTo="%5$s" \
				IssueInstant="2026-11-23T08:00:00Z"><commons:Status>%6$s</commons:Status>%7$s</p:%1$s>""".formatted(name,
				namespace, Namespaces.CERTRA_CORE, Namespaces.COMMONS, inResponseTo, status, content);
	}

	static String envelope(String body) {
		return "<S:Envelope xmlns:S=\"" + Namespaces.SOAP + "\"><S:Header/><S:Body>" + body + "</S:Body></S:Envelope>";
	}

	static void respond(HttpExchange exchange, int status, String contentType, String body) throws IOException {
		respond(exchange, status, contentType, body.getBytes(StandardCharsets.UTF_8));
	}

	static void respond(HttpExchange exchange, int status, String contentType, byte[] bytes) throws IOException {
		if (!contentType.isEmpty()) {
			exchange.getResponseHeaders().set("Content-Type", contentType);
		}
		exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
		try (var out = exchange.getResponseBody()) {
			out.write(bytes);
		}
	}

	/** What was asked, in order. */
	synchronized List<Received> received() {
		return List.copyOf(received);
	}

	/** What was asked last. */
	synchronized Received last() {
		return received.getLast();
	}


	@Override
	public void close() {
		server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			var headers = exchange.getRequestHeaders();
			var request = new Received(exchange.getRequestURI().getPath(), headers.getFirst("SOAPAction"),
					headers.getFirst("Content-Type"), exchange.getRequestBody().readAllBytes());
			next(request).answer(exchange, request);
		}
	}

	private synchronized Script next(Received request) {
		received.add(request);
		return scripts.isEmpty() ? (exchange, any) -> respond(exchange, 404, "text/plain", "no script") : scripts.remove();
	}
}
