package org.certbench.ehealth.internal;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.ehealth.Service;

/**
 * Looks whether this machine reaches the services of an environment, by which way, and whether its
 * clock agrees with theirs (M34). It greets the service and sends no message.
 */
final class NetworkCheck {

	private static final Texts TEXTS = Texts.of(NetworkCheck.class);
	private static final int PROXY_WANTS_PASSWORD = 407;
	/** Those of a gateway before a service that is not there: bad gateway, unavailable, gateway timeout. */
	private static final Set<Integer> NOT_THERE = Set.of(502, 503, 504);
	private static final Duration NOTICEABLE = Duration.ofSeconds(60);

	private final Endpoint endpoint;
	private final HttpTransport transport;
	private final InstantSource clock;
	private final OperatingSystem system;

	/** @param system what to do is said for it */
	NetworkCheck(Endpoint endpoint, HttpTransport transport, InstantSource clock, OperatingSystem system) {
		this.endpoint = endpoint;
		this.transport = transport;
		this.clock = clock;
		this.system = system;
	}

	/** What a failure to reach the service tells. */
	static Observation unreachable(ProblemException failure) {
		return Observation.lacking("service", subject("service"), failure);
	}

	List<Observation> look(Progress progress) throws Cancelled {
		var seen = new ArrayList<Observation>();
		try {
			progress.doing(TEXTS.get("check.doing"));
			var address = endpoint.of(Service.CERTRA);
			seen.add(way(address));
			var greeting = transport.greet(address, progress);
			seen.add(service(address, greeting));
			greeting.moment().map(this::clock).ifPresent(seen::add);
		} catch (Cancelled e) {
			throw e;
		} catch (ProblemException e) {
			seen.add(unreachable(e));
		}
		return List.copyOf(seen);
	}

	private static Observation way(URI address) {
		var said = proxy(address).map(proxy -> TEXTS.get("check.proxy", proxy)).orElseGet(() -> TEXTS.get("check.noProxy"));
		return Observation.fine("proxy", subject("proxy"), said);
	}

	/** That through which Java goes to the address; nothing where it goes there itself. */
	private static Optional<String> proxy(URI address) {
		return Optional.ofNullable(ProxySelector.getDefault()).stream().flatMap(all -> all.select(address).stream())
				.filter(each -> each.type() != Proxy.Type.DIRECT && each.address() instanceof InetSocketAddress)
				.map(each -> (InetSocketAddress) each.address()).map(each -> each.getHostString() + ":" + each.getPort())
				.findFirst();
	}

	private static Observation service(URI address, HttpTransport.Greeting greeting) {
		if (greeting.status() == PROXY_WANTS_PASSWORD) {
			return lacking("check.proxyPassword");
		}
		return NOT_THERE.contains(greeting.status()) ? lacking("check.notThere", address.getHost(), greeting.status())
				: Observation.fine("service", subject("service"), TEXTS.get("check.service", address.getHost()));
	}

	private static Observation lacking(String text, Object... arguments) {
		return Observation.lacking("service", subject("service"), TEXTS.get(text, arguments), TEXTS.get(text + ".remedy"),
				"network-proxy");
	}

	private Observation clock(Instant there) {
		var here = clock.instant();
		var difference = Duration.between(there, here);
		var said = ServerClock.inWords(there, here);
		var remedy = system.text(TEXTS, "check.clock.remedy");
		if (difference.abs().compareTo(ServerClock.REFUSED) >= 0) {
			return Observation.lacking("clock", subject("clock"), said, remedy, "clock-wrong");
		}
		return difference.abs().compareTo(NOTICEABLE) >= 0
				? Observation.advice("clock", subject("clock"), said, remedy, "clock-wrong")
				: Observation.fine("clock", subject("clock"), TEXTS.get("check.clock.right"));
	}

	private static String subject(String id) {
		return TEXTS.get("check.subject." + id);
	}
}
