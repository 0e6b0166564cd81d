package org.certbench.ehealth.simulator.internal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;

/**
 * Keeps web pages in a browser of this machine away from the simulator: they send an {@code Origin},
 * or, when they reach it by a name of their own (DNS rebinding), another {@code Host}.
 */
final class LoopbackGuard extends Filter {

	private static final List<String> HOSTS = List.of("127.0.0.1", "localhost", "[::1]");

	@Override
	public void doFilter(HttpExchange http, Chain chain) throws IOException {
		var headers = http.getRequestHeaders();
		if (headers.containsKey("Origin") || !isOwn(headers.getFirst("Host"))) {
			try (http) {
				http.sendResponseHeaders(403, -1);
			}
			return;
		}
		chain.doFilter(http);
	}

	@Override
	public String description() {
		return "refuses what does not come from a program on this machine";
	}

	private static boolean isOwn(String host) {
		if (host == null) {
			return false;
		}
		try {
			var name = URI.create("http://" + host).getHost();
			return name != null && HOSTS.contains(name.toLowerCase(Locale.ROOT));
		} catch (IllegalArgumentException malformed) {
			return false;
		}
	}
}
