package org.certbench.ehealth.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.core.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way through a proxy, which Java's own properties name. */
@DisplayName("network-proxy: the services are reached through the proxy that is set")
@Timeout(60)
class ProxyTest {

	private final Map<String, String> before = Stream.of("https.proxyHost", "https.proxyPort")
			.collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
	private ServerSocket proxy;

	@BeforeEach
	void set() throws IOException {
		proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		System.setProperty("https.proxyHost", "127.0.0.1");
		System.setProperty("https.proxyPort", String.valueOf(proxy.getLocalPort()));
	}

	@AfterEach
	void restore() throws IOException {
		proxy.close();
		before.forEach((name, value) -> {
			if (value.isEmpty()) {
				System.clearProperty(name);
			} else {
				System.setProperty(name, value);
			}
		});
	}

	@Test
	@DisplayName("a proxy is asked for a tunnel to the service; one that refuses is told")
	void tunnel() {
		var asked = CompletableFuture.supplyAsync(this::refuse, task -> Thread.ofVirtual().start(task));
		var transport = new HttpTransport(ScriptedService.LIMITS);

		var failed = assertThrows(Unreachable.class, () -> transport.post(URI.create("https://services.example.org/CertRa/v2"),
				"", new byte[0], Progress.NONE));

		assertEquals("CONNECT services.example.org:443 HTTP/1.1", asked.join());
		assertTrue(failed.getMessage().contains("services.example.org"), failed.getMessage());
		assertEquals("network-proxy", failed.problem());
	}

	/** The first line of what the proxy is asked. */
	private String refuse() {
		try (var socket = proxy.accept()) {
			var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			var first = lines.readLine();
			while (!lines.readLine().isEmpty()) {
				// the header fields are of no interest
			}
			socket.getOutputStream().write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			return first;
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
