package org.certbench.ehealth.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.certbench.authority.Authorities.Authority;
import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.ehealth.SimulatorEndpoint;

/** The eHealth platform: the simulator where there is one, acceptance, production. Thread-safe. */
public final class EhealthAuthority implements Authority {

	private final Supplier<Optional<SimulatorEndpoint>> simulator;
	private final InstantSource clock;
	private final HttpTransport transport;

	/** @param simulator asked each time, since a simulator comes and goes */
	public EhealthAuthority(Supplier<Optional<SimulatorEndpoint>> simulator, InstantSource clock) {
		this(simulator, clock, new HttpTransport(HttpTransport.Limits.USUAL));
	}

	EhealthAuthority(Supplier<Optional<SimulatorEndpoint>> simulator, InstantSource clock, HttpTransport transport) {
		this.simulator = simulator;
		this.clock = clock;
		this.transport = transport;
	}

	@Override
	public List<Environment> environments() {
		return simulator.get().isPresent() ? List.of(Environment.values())
				: List.of(Environment.ACCEPTANCE, Environment.PRODUCTION);
	}

	@Override
	public AuthorityConnection connect(Environment environment, Path trace) throws AuthorityException {
		if (environment == Environment.SIMULATOR) {
			var simulated = simulator();
			return connection(Endpoint.simulator(simulated), trace, simulated::trustAnchors);
		}
		return connection(endpoint(environment), trace, Set::of);
	}

	@Override
	public List<Observation> check(Environment environment, OperatingSystem system, Progress progress) throws Cancelled {
		try {
			return new NetworkCheck(endpoint(environment), transport, clock, system).look(progress);
		} catch (AuthorityException e) {
			return List.of(NetworkCheck.unreachable(e));
		}
	}

	private Endpoint endpoint(Environment environment) throws AuthorityException {
		return switch (environment) {
		case SIMULATOR -> Endpoint.simulator(simulator());
		case ACCEPTANCE -> Endpoint.acceptance();
		case PRODUCTION -> Endpoint.production();
		};
	}

	private SimulatorEndpoint simulator() throws AuthorityException {
		return simulator.get().orElseThrow(() -> new Unreachable(Environment.SIMULATOR.id(),
				new IOException(Texts.of(EhealthAuthority.class).get("noSimulator"))));
	}

	private AuthorityConnection connection(Endpoint endpoint, Path trace, Supplier<Set<X509Certificate>> anchors) {
		var channel = new Channel(endpoint, transport, trace == null ? Trace.NONE : Trace.in(trace), clock);
		return new EhealthConnection(channel, new TokenVerification(clock, anchors));
	}
}
