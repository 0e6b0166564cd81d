package org.certbench.ehealth.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.certbench.authority.Authorities.Authority;
import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.AuthorityException;
import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.ehealth.SimulatorEndpoint;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * What plugin.xml names: makes the authority with the services of this installation. A simulator's
 * address may also be given from outside, by the system property {@code certbench.simulator} or the
 * environment variable {@code CERTBENCH_SIMULATOR}, which goes before the service.
 */
public final class ContributedEhealth implements Authority {

	private final Authority authority;

	public ContributedEhealth() {
		var context = FrameworkUtil.getBundle(ContributedEhealth.class).getBundleContext();
		var endpoints = tracker(context, SimulatorEndpoint.class);
		var clocks = tracker(context, InstantSource.class);
		InstantSource clock = () -> Optional.ofNullable(clocks.getService()).orElseGet(InstantSource::system).instant();
		Supplier<Optional<SimulatorEndpoint>> simulator = () -> givenFromOutside()
				.or(() -> Optional.ofNullable(endpoints.getService()));
		authority = new EhealthAuthority(simulator, clock);
	}

	@Override
	public List<Environment> environments() {
		return authority.environments();
	}

	@Override
	public AuthorityConnection connect(Environment environment, Path trace) throws AuthorityException {
		return authority.connect(environment, trace);
	}

	@Override
	public List<Observation> check(Environment environment, OperatingSystem system, Progress progress) throws Cancelled {
		return authority.check(environment, system, progress);
	}

	private static Optional<SimulatorEndpoint> givenFromOutside() {
		var address = System.getProperty("certbench.simulator", System.getenv("CERTBENCH_SIMULATOR"));
		return address == null || address.isBlank() ? Optional.empty() : Optional.of(() -> URI.create(address.strip()));
	}

	/** Open for as long as the bundle runs: it holds the services only while they are there. */
	private static <S> ServiceTracker<S, S> tracker(BundleContext context, Class<S> type) {
		var tracker = new ServiceTracker<S, S>(context, type, null);
		tracker.open();
		return tracker;
	}
}
