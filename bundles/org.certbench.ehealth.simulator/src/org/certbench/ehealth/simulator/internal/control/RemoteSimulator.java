package org.certbench.ehealth.simulator.internal.control;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

import org.certbench.core.KeyIdentifier;
import org.certbench.ehealth.simulator.Mail;
import org.certbench.ehealth.simulator.SimulatedRequest;
import org.certbench.ehealth.simulator.SimulatorControl;
import org.certbench.ehealth.simulator.SimulatorException;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.internal.state.Json;

/** A simulator that another process serves. Thread-safe. */
public final class RemoteSimulator implements SimulatorControl {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final URI address;
	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2))
			.proxy(HttpClient.Builder.NO_PROXY).version(HttpClient.Version.HTTP_1_1).build();

	/** @param address without a slash at the end */
	public RemoteSimulator(URI address) {
		this.address = address;
	}

	@Override
	public URI address() {
		return address;
	}

	/** How it introduces itself. */
	public About about() throws SimulatorException {
		var about = get(Paths.ABOUT, About.class);
		if (!About.PRODUCT.equals(about.product())) {
			throw new SimulatorException.Unreachable(address, null);
		}
		return about;
	}

	@Override
	public SimulatorSettings settings() throws SimulatorException {
		return get(Paths.SETTINGS, SimulatorSettings.class);
	}

	@Override
	public void change(SimulatorSettings settings) throws SimulatorException {
		send("PUT", Paths.SETTINGS, BodyPublishers.ofString(Json.write(settings)), SimulatorSettings.class);
	}

	@Override
	public List<SimulatedRequest> requests() throws SimulatorException {
		return List.of(get(Paths.REQUESTS, SimulatedRequest[].class));
	}

	@Override
	public void accept(KeyIdentifier key) throws SimulatorException {
		post(Paths.ACCEPT + "?key=" + key);
	}

	@Override
	public void refuse(KeyIdentifier key, String reason) throws SimulatorException {
		post(Paths.REFUSE + "?key=" + key + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8));
	}

	@Override
	public void issue(KeyIdentifier key) throws SimulatorException {
		post(Paths.ISSUE + "?key=" + key);
	}

	@Override
	public List<Mail> mails() throws SimulatorException {
		return List.of(get(Paths.MAILBOX, Mail[].class));
	}

	@Override
	public List<X509Certificate> certify(byte[] request, boolean inRenewalWindow) throws SimulatorException {
		return List.of(send("POST", Paths.CERTIFY + "?renewable=" + inRenewalWindow, BodyPublishers.ofByteArray(request),
				X509Certificate[].class));
	}

	private <T> T get(String path, Class<T> type) throws SimulatorException {
		return send("GET", path, BodyPublishers.noBody(), type);
	}

	private void post(String path) throws SimulatorException {
		send("POST", path, BodyPublishers.noBody(), SimulatedRequest[].class);
	}

	private <T> T send(String method, String path, BodyPublisher body, Class<T> type) throws SimulatorException {
		var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).method(method, body).build();
		try {
			var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
			if (answer.statusCode() == 200) {
				return Json.read(answer.body(), type);
			}
			throw new SimulatorException.Refused(Json.read(answer.body(), Failure.class).words());
		} catch (IOException noAnswer) {
			throw new SimulatorException.Unreachable(address, noAnswer);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new SimulatorException.Unreachable(address, e);
		}
	}
}
