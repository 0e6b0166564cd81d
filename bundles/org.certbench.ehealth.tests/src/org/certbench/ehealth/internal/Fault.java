package org.certbench.ehealth.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.authority.AuthorityException.Untrusted;
import org.certbench.ehealth.SimulatorEndpoint;
import org.certbench.ehealth.internal.ScriptedService.Script;

import com.sun.net.httpserver.HttpExchange;

/**
 * What goes wrong outside, between a request and its answer, and what a person is told then:
 * {@code {address}} stands for that of the service, {@code …} for a detail at the end.
 */
enum Fault {

	CONNECTION_REFUSED(Unreachable.class, "network-proxy",
			"The service at {address} cannot be reached: nothing answers there",
			"Le service à l'adresse {address} est injoignable : rien n'y répond"),
	NO_ANSWER(Unreachable.class, "network-proxy",
			"The service at {address} cannot be reached: no answer within 0 seconds",
			"Le service à l'adresse {address} est injoignable : pas de réponse dans les 0 secondes"),
	HALF_AN_ANSWER_THEN_SILENCE(Unreachable.class, "network-proxy",
			"The service at {address} cannot be reached: no answer within 0 seconds",
			"Le service à l'adresse {address} est injoignable : pas de réponse dans les 0 secondes"),
	BROKEN_BEFORE_THE_ANSWER(Unreachable.class, "network-proxy",
			"The service at {address} cannot be reached: the connection broke off before the whole answer was there",
			"Le service à l'adresse {address} est injoignable : la connexion s'est interrompue avant que toute la réponse soit là"),
	HALF_AN_ANSWER(Unreachable.class, "network-proxy",
			"The service at {address} cannot be reached: the connection broke off before the whole answer was there",
			"Le service à l'adresse {address} est injoignable : la connexion s'est interrompue avant que toute la réponse soit là"),
	HALF_A_MESSAGE(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: its content is damaged, or not what was asked for (…",
			"La réponse de {address} n'est pas celle du service : son contenu est endommagé, ou n'est pas ce qui était demandé (…"),
	HTTP_500(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: HTTP status 500",
			"La réponse de {address} n'est pas celle du service : statut HTTP 500"),
	MAINTENANCE(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: the service is not available now (HTTP status 503)",
			"La réponse de {address} n'est pas celle du service : le service n'est pas disponible actuellement (statut HTTP 503)"),
	PROXY_WANTS_PASSWORD(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: the proxy of your network asks for a password (HTTP status 407)",
			"La réponse de {address} n'est pas celle du service : le proxy de votre réseau demande un mot de passe (statut HTTP 407)"),
	FAULT_OF_THE_SERVER(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: Server - broken down",
			"La réponse de {address} n'est pas celle du service : Server - broken down"),
	FAULT_OF_THE_CLIENT(Refused.class, "refused", "The authority refused: not understood (Client)",
			"L'autorité a refusé : not understood (Client)"),
	CLOCK_OFF_BY_A_DAY(Refused.class, "clock-wrong",
			"The authority refused: not understood - The clock of this computer is 86…",
			"L'autorité a refusé : not understood - L'horloge de cet ordinateur avance de 86…"),
	A_PAGE(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: it is no message but another document (content type \"text/html\")",
			"La réponse de {address} n'est pas celle du service : ce n'est pas un message mais un autre document (type de contenu « text/html »)"),
	HUGE_ANSWER(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: it is longer than 200000 bytes",
			"La réponse de {address} n'est pas celle du service : elle dépasse 200000 octets"),
	ANSWER_TO_ANOTHER_QUESTION(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: its content is damaged, or not what was asked for (an answer …",
			"La réponse de {address} n'est pas celle du service : son contenu est endommagé, ou n'est pas ce qui était demandé (an answer …"),
	ANOTHER_ANSWER(BadAnswer.class, "network-proxy",
			"The answer of {address} is not what the service should say: its content is damaged, or not what was asked for (…",
			"La réponse de {address} n'est pas celle du service : son contenu est endommagé, ou n'est pas ce qui était demandé (…"),
	TLS_OF_ANOTHER_SERVER(Untrusted.class, "tls-untrusted",
			"The server at {address} is not trusted: its certificate is that of another server, not of 127.0.0.1 (shown: CN=services.example.org, issued by CN=Invented Root of Servers)",
			"Le serveur à l'adresse {address} n'est pas fiable : son certificat est celui d'un autre serveur, et non de 127.0.0.1 (présenté : CN=services.example.org, délivré par CN=Invented Root of Servers)"),
	TLS_OF_NOBODY_TRUSTED(Untrusted.class, "tls-untrusted",
			"The server at {address} is not trusted: its certificate was issued by nobody whom this computer trusts (shown: CN=services.example.org, issued by CN=Invented Root of Strangers)",
			"Le serveur à l'adresse {address} n'est pas fiable : son certificat n'a été délivré par personne à qui cet ordinateur fait confiance (présenté : CN=services.example.org, délivré par CN=Invented Root of Strangers)"),
	TLS_EXPIRED(Untrusted.class, "tls-untrusted",
			"The server at {address} is not trusted: its certificate is not valid at the moment that the clock of this computer shows (shown: CN=services.example.org, issued by CN=Invented Root of Servers)",
			"Le serveur à l'adresse {address} n'est pas fiable : son certificat n'est pas valable au moment que l'horloge de cet ordinateur indique (présenté : CN=services.example.org, délivré par CN=Invented Root of Servers)");

	private static final String XML = "text/xml; charset=utf-8";

	final Class<? extends AuthorityException> type;
	final String problem;
	private final String english;
	private final String french;

	Fault(Class<? extends AuthorityException> type, String problem, String english, String french) {
		this.type = type;
		this.problem = problem;
		this.english = english;
		this.french = french;
	}

	/** Whether a message is the expected one, in the language of the moment. */
	boolean isTold(String message, URI address, boolean inFrench) {
		var expected = (inFrench ? french : english).replace("{address}", address.toString());
		return expected.endsWith("…") ? message.startsWith(expected.substring(0, expected.length() - 1))
				: message.equals(expected);
	}

	/** How long an answer is waited for: no longer than it must where none will come. */
	HttpTransport.Limits limits() {
		var usual = ScriptedService.LIMITS;
		return this == NO_ANSWER || this == HALF_AN_ANSWER_THEN_SILENCE
				? new HttpTransport.Limits(usual.connect(), Duration.ofMillis(150), usual.answerBytes()) : usual;
	}

	/** By this computer. */
	Instant clock() {
		return this == CLOCK_OFF_BY_A_DAY ? ScriptedService.NOW.plus(Duration.ofDays(1)) : ScriptedService.NOW;
	}

	/** Where the service is now. */
	SimulatorEndpoint endpoint(ScriptedService service, TlsServers tls) throws IOException {
		var address = switch (this) {
			case CONNECTION_REFUSED -> nobody();
			case TLS_OF_ANOTHER_SERVER -> tls.ofAnotherName();
			case TLS_OF_NOBODY_TRUSTED -> tls.ofNobodyTrusted();
			case TLS_EXPIRED -> tls.expired();
			default -> service.address();
		};
		return () -> address;
	}

	/** Whether the service gets the request at all. */
	boolean reachesTheService() {
		return this != CONNECTION_REFUSED && type != Untrusted.class;
	}

	/**
	 * What comes back from the service.
	 *
	 * @param other an answer of the same operation, to another question
	 * @param ended when the server may let go of the connection
	 */
	Script script(String other, CountDownLatch ended) {
		return switch (this) {
			case NO_ANSWER -> (exchange, request) -> await(ended);
			case HALF_AN_ANSWER_THEN_SILENCE -> (exchange, request) -> {
				half(exchange);
				await(ended);
			};
			case BROKEN_BEFORE_THE_ANSWER -> (exchange, request) -> exchange.close();
			case HALF_AN_ANSWER -> (exchange, request) -> {
				half(exchange);
				throw new IOException("the server breaks off");
			};
			case HALF_A_MESSAGE -> http(200, XML, other.substring(0, other.length() / 2));
			case HTTP_500 -> http(500, "text/html", "<html>");
			case MAINTENANCE -> http(503, "text/html", "<html>");
			case PROXY_WANTS_PASSWORD -> http(407, "text/html", "<html>");
			case FAULT_OF_THE_SERVER -> http(500, XML, fault("Server", "broken down"));
			case FAULT_OF_THE_CLIENT, CLOCK_OFF_BY_A_DAY -> http(500, XML, fault("Client", "not understood"));
			case A_PAGE -> http(200, "text/html", "<html>Log in");
			case HUGE_ANSWER -> http(200, XML, "<a>" + "x".repeat(300_000));
			case ANSWER_TO_ANOTHER_QUESTION -> http(200, XML, other);
			case ANOTHER_ANSWER -> http(200, XML, ScriptedService.envelope("<a xmlns=\"urn:another\"/>"));
			case CONNECTION_REFUSED, TLS_OF_ANOTHER_SERVER, TLS_OF_NOBODY_TRUSTED, TLS_EXPIRED -> (exchange, request) -> {
				throw new AssertionError("nothing reaches the service");
			};
		};
	}

	private static Script http(int status, String type, String body) {
		return (exchange, request) -> ScriptedService.respond(exchange, status, type, body);
	}

	private static String fault(String code, String words) {
		return ScriptedService.envelope(
				"<S:Fault><faultcode>S:" + code + "</faultcode><faultstring>" + words + "</faultstring></S:Fault>");
	}

	private static void half(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", XML);
		exchange.sendResponseHeaders(200, 10_000);
		exchange.getResponseBody().write("<S:Envelope".getBytes(StandardCharsets.UTF_8));
		exchange.getResponseBody().flush();
	}

	private static void await(CountDownLatch ended) {
		try {
			ended.await(30, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** A port that was free a moment ago. */
	private static URI nobody() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return URI.create("http://127.0.0.1:" + socket.getLocalPort());
		}
	}
}
