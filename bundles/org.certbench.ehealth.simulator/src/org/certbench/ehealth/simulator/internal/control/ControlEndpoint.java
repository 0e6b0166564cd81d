package org.certbench.ehealth.simulator.internal.control;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.certbench.core.KeyIdentifier;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.SimulatorControl;
import org.certbench.ehealth.simulator.SimulatorException;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.internal.state.Json;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * The operator's side of a simulator on HTTP: {@code GET /mailbox}, {@code GET} and {@code PUT
 * /control/settings}, {@code GET /control/requests}, {@code POST /control/accept?key=…},
 * {@code /control/refuse?key=…&reason=…}, {@code /control/issue?key=…},
 * {@code /control/certify?renewable=true} with a PKCS#10 request as its body, and
 * {@code GET /trust-anchors.pem}. Answers are JSON unless said otherwise; a failure has status 400, 404,
 * 409 or 500 and {@code {"words": …}}.
 */
public final class ControlEndpoint {

	private static final int MAX_BYTES = 64 * 1024;

	private final SimulatorControl simulator;
	private final About about;
	private final Path trustAnchors;

	/** An answer. */
	private record Answer(String type, byte[] content) {

		static Answer json(Object value) {
			return new Answer("application/json; charset=UTF-8", Json.write(value).getBytes(StandardCharsets.UTF_8));
		}
	}

	/** What answers one method at one path. */
	@FunctionalInterface
	private interface Action {
		Answer answer(Map<String, String> parameters, byte[] body) throws SimulatorException, IOException;
	}

	public ControlEndpoint(SimulatorControl simulator, About about, Path trustAnchors) {
		this.simulator = simulator;
		this.about = about;
		this.trustAnchors = trustAnchors;
	}

	/** Adds all paths to a server. */
	public void addTo(BiConsumer<String, HttpHandler> server) {
		server.accept(Paths.ABOUT, handler(Map.of("GET", (parameters, body) -> Answer.json(about))));
		server.accept(Paths.MAILBOX, handler(Map.of("GET", (parameters, body) -> Answer.json(simulator.mails()))));
		server.accept(Paths.TRUST_ANCHORS, handler(Map.of("GET",
				(parameters, body) -> new Answer("application/x-pem-file", Files.readAllBytes(trustAnchors)))));
		server.accept(Paths.VALIDATION, handler(Map.of("GET", (parameters, body) -> validation(parameters))));
		server.accept(Paths.REQUESTS, handler(Map.of("GET", (parameters, body) -> Answer.json(simulator.requests()))));
		server.accept(Paths.SETTINGS, handler(Map.of("GET", (parameters, body) -> Answer.json(simulator.settings()), "PUT",
				(parameters, body) -> change(body))));
		server.accept(Paths.ACCEPT, handler(Map.of("POST", (parameters, body) -> {
			simulator.accept(key(parameters));
			return Answer.json(simulator.requests());
		})));
		server.accept(Paths.REFUSE, handler(Map.of("POST", (parameters, body) -> {
			simulator.refuse(key(parameters), parameters.getOrDefault("reason", ""));
			return Answer.json(simulator.requests());
		})));
		server.accept(Paths.ISSUE, handler(Map.of("POST", (parameters, body) -> {
			simulator.issue(key(parameters));
			return Answer.json(simulator.requests());
		})));
		server.accept(Paths.CERTIFY, handler(Map.of("POST", (parameters, body) -> Answer.json(simulator.certify(body,
				Boolean.parseBoolean(parameters.getOrDefault("renewable", "false")))))));
	}

	private Answer change(byte[] body) throws SimulatorException {
		try {
			simulator.change(Json.read(new String(body, StandardCharsets.UTF_8), SimulatorSettings.class));
		} catch (IOException notSettings) {
			throw new IllegalArgumentException(notSettings.getMessage(), notSettings);
		}
		return Answer.json(simulator.settings());
	}

	private static Answer validation(Map<String, String> parameters) {
		var text = Texts.of(ControlEndpoint.class).get("validation", key(parameters));
		return new Answer("text/plain; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
	}

	private static KeyIdentifier key(Map<String, String> parameters) {
		return new KeyIdentifier(parameters.getOrDefault("key", ""));
	}

	private static HttpHandler handler(Map<String, Action> byMethod) {
		return http -> {
			try (http) {
				var action = byMethod.get(http.getRequestMethod());
				if (action == null) {
					http.getResponseHeaders().set("Allow", String.join(", ", byMethod.keySet()));
					http.sendResponseHeaders(405, -1);
				} else if (!http.getRequestURI().getPath().equals(http.getHttpContext().getPath())) {
					send(http, 404, Answer.json(new Failure("no such path")));
				} else {
					answer(http, action);
				}
			}
		};
	}

	private static void answer(HttpExchange http, Action action) throws IOException {
		try {
			var body = http.getRequestBody().readNBytes(MAX_BYTES);
			send(http, 200, action.answer(parameters(http.getRequestURI().getRawQuery()), body));
		} catch (IllegalArgumentException malformed) {
			send(http, 400, Answer.json(new Failure(malformed.getMessage())));
		} catch (SimulatorException.Refused refused) {
			send(http, 409, Answer.json(new Failure(refused.words())));
		} catch (SimulatorException broken) {
			send(http, 500, Answer.json(new Failure(broken.getMessage())));
		}
	}

	private static Map<String, String> parameters(String query) {
		return query == null ? Map.of()
				: Arrays.stream(query.split("&")).map(each -> each.split("=", 2)).filter(each -> each.length == 2)
						.collect(Collectors.toMap(each -> decode(each[0]), each -> decode(each[1]),
								(first, second) -> first));
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static void send(HttpExchange http, int status, Answer answer) throws IOException {
		http.getResponseHeaders().set("Content-Type", answer.type());
		http.sendResponseHeaders(status, answer.content().length);
		http.getResponseBody().write(answer.content());
	}
}
