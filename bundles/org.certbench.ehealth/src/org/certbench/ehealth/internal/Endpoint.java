package org.certbench.ehealth.internal;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

import org.certbench.authority.AuthorityException;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.ehealth.Service;
import org.certbench.ehealth.SimulatorEndpoint;

/** Where the services of one environment are: TLS everywhere, plain HTTP on this machine only. */
final class Endpoint {

	/** A base address, perhaps of something that is started only when it is asked for. */
	@FunctionalInterface
	private interface Base {
		URI address() throws ProblemException;
	}

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

	private final Environment environment;
	private final Base base;

	private Endpoint(Environment environment, Base base) {
		this.environment = environment;
		this.base = base;
	}

	static Endpoint acceptance() {
		return new Endpoint(Environment.ACCEPTANCE, () -> URI.create("https://services-acpt.ehealth.fgov.be"));
	}

	static Endpoint production() {
		return new Endpoint(Environment.PRODUCTION, () -> URI.create("https://services.ehealth.fgov.be"));
	}

	static Endpoint simulator(SimulatorEndpoint simulator) {
		return new Endpoint(Environment.SIMULATOR, simulator::address);
	}

	Environment environment() {
		return environment;
	}

	/**
	 * The address of a service.
	 *
	 * @throws ProblemException where it cannot be started, or is at an address that is not accepted
	 */
	URI of(Service service) throws ProblemException {
		var address = base().resolve(service.path());
		if (environment == Environment.SIMULATOR && !isLoopback(address)) {
			throw notAccepted(address, "notLoopback");
		}
		if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && isLoopback(address))) {
			throw notAccepted(address, "noPlainHttp");
		}
		return address;
	}

	private URI base() throws ProblemException {
		try {
			return base.address();
		} catch (IllegalArgumentException e) {
			throw new AuthorityException.Unreachable(environment.id(), new IOException(e.getMessage(), e));
		}
	}

	/** By its name alone: what a name server says of another name is not this machine's word. */
	private static boolean isLoopback(URI address) {
		return address.getHost() != null && LOOPBACK.matcher(address.getHost()).matches();
	}

	private static AuthorityException notAccepted(URI address, String reason) {
		return new AuthorityException.Unreachable(address.toString(),
				new IOException(Texts.of(Endpoint.class).get(reason)));
	}
}
