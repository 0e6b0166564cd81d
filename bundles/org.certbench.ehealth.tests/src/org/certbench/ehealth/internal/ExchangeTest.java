package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.authority.AuthorityException.Untrusted;
import org.certbench.core.Cancelled;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.ehealth.SignerPki;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

@DisplayName("An exchange with a service")
@Timeout(60)
class ExchangeTest {

	private static final KeyIdentifier KEY = new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567");
	private static final String FAULT = ScriptedService.envelope("""
			<S:Fault><faultcode>S:Client</faultcode><faultstring>not understood</faultstring>\
			<detail><x>line 1</x></detail></S:Fault>""");

	@AutoClose
	final ScriptedService service = new ScriptedService();

	@Test
	@DisplayName("a SOAP fault is a refusal in the server's words, with status 500 or 200")
	void fault() {
		for (int status : new int[] { 500, 200 }) {
			service.thenHttp(status, "text/xml; charset=utf-8", FAULT);
			var refused = failure(Refused.class);
			assertEquals("Client", refused.code());
			assertEquals("not understood: line 1", refused.words());
		}
	}

	@Test
	@DisplayName("a fault of the server itself decides nothing: it is a bad answer, and the message may be sent again")
	void faultOfTheServer() {
		service.thenHttp(500, "text/xml; charset=utf-8", FAULT.replace("S:Client", "S:Server"));
		assertTrue(failure(BadAnswer.class).getMessage().contains("not understood: line 1"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 202, 301, 302, 307, 400, 403, 404, 407, 502, 503 })
	@DisplayName("another status than 200 and 500 is a bad answer")
	void otherStatus(int status) {
		service.thenHttp(status, "text/xml", "<x/>");
		assertTrue(failure(BadAnswer.class).getMessage().contains(String.valueOf(status)));
	}

	@Test
	@DisplayName("a redirect is not followed")
	void redirect() {
		service.then((exchange, request) -> {
			exchange.getResponseHeaders().set("Location", service.address() + "/elsewhere");
			ScriptedService.respond(exchange, 307, "text/xml", "");
		});
		failure(BadAnswer.class);
		assertEquals(1, service.received().size());
	}

	@Test
	@DisplayName("status 500 without a fault is a bad answer")
	void errorWithoutFault() {
		service.thenHttp(500, "text/xml", ScriptedService.envelope("<x/>"));
		failure(BadAnswer.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "text/html", "application/json", "text/xmlx", "text/xml; charset=ISO-8859-1",
			"application/soap+xml; charset=utf-8" })
	@DisplayName("another content type, as a proxy's page has, is a bad answer")
	void contentType(String type) {
		service.thenHttp(200, type, ScriptedService.envelope("<x/>"));
		failure(BadAnswer.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/xml", "text/xml;charset=utf-8", "Text/XML; charset=\"UTF-8\"" })
	@DisplayName("the content types of SOAP 1.1 are accepted")
	void goodContentType(String type) {
		service.thenHttp(200, type, FAULT);
		failure(Refused.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not XML", "<x/>", "<S:Envelope xmlns:S=\"http://www.w3.org/2003/05/soap-envelope\"/>",
			"<!DOCTYPE x [<!ENTITY e \"e\">]><x>&e;</x>",
			"<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body/></S:Envelope>",
			"<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><a/><b/></S:Body></S:Envelope>",
			"<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><a/></S:Body></S:Envelope>" })
	@DisplayName("what is no SOAP envelope with the response is a bad answer")
	void notTheResponse(String body) {
		service.thenHttp(200, "text/xml", body);
		failure(BadAnswer.class);
	}

	@Test
	@DisplayName("an answer to another request is a bad answer")
	void inResponseTo() {
		service.thenSoap(ScriptedService.response("GetCertificateResponse", CERTRA, "_another",
				"<commons:StatusCode Value=\"urn:be:fgov:ehealth:2.0:status:Success\"/>", ""));
		assertTrue(failure(BadAnswer.class).getMessage().contains("_another"));
	}

	@Test
	@DisplayName("an answer without a status is a bad answer")
	void noStatus() {
		service.thenSoap("<p:GetCertificateResponse xmlns:p=\"" + CERTRA + "\"/>");
		failure(BadAnswer.class);
	}

	@Test
	@DisplayName("an answer longer than allowed is a bad answer")
	void tooLong() {
		service.thenHttp(200, "text/xml", ScriptedService.envelope("<a>" + "x".repeat(300_000) + "</a>"));
		failure(BadAnswer.class);
	}

	@Test
	@DisplayName("an answer cut in the middle is a broken connection")
	void cut() {
		service.then((exchange, request) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/xml");
			exchange.sendResponseHeaders(200, 10_000);
			exchange.getResponseBody().write("<S:Envelope".getBytes(StandardCharsets.UTF_8));
			exchange.getResponseBody().flush();
			throw new IOException("the server breaks off");
		});
		failure(Unreachable.class);
	}

	@Test
	@DisplayName("no answer in time, or half of one, is unreachable")
	void timeouts() {
		var limits = new HttpTransport.Limits(Duration.ofSeconds(5), Duration.ofMillis(300), 100_000);
		var ended = new CountDownLatch(1);
		ScriptedService.Script silent = (exchange, request) -> await(ended);
		ScriptedService.Script half = (exchange, request) -> {
			exchange.getResponseHeaders().set("Content-Type", "text/xml");
			exchange.sendResponseHeaders(200, 10_000);
			exchange.getResponseBody().write('<');
			exchange.getResponseBody().flush();
			await(ended);
		};
		try {
			for (var script : new ScriptedService.Script[] { silent, half }) {
				service.then(script);
				assertThrows(Unreachable.class, () -> service.connection(limits).collect(KEY, Progress.NONE));
			}
		} finally {
			ended.countDown();
		}
	}

	@Test
	@DisplayName("nobody listening is unreachable, and says so in words")
	void refusedConnection() {
		service.close();
		assertTrue(failure(Unreachable.class).getMessage().contains("127.0.0.1"));
	}

	@Test
	@DisplayName("cancelling ends the waiting at once")
	void cancelled() throws Exception {
		var asked = new CountDownLatch(1);
		var ended = new CountDownLatch(1);
		service.then((exchange, request) -> {
			asked.countDown();
			await(ended);
		});
		try {
			assertThrows(Cancelled.class, () -> service.connection().collect(KEY, cancelledOnce(asked)));
		} finally {
			ended.countDown();
		}
	}

	@Test
	@DisplayName("nothing is sent when it was cancelled before")
	void cancelledBefore() {
		assertThrows(Cancelled.class, () -> service.connection().collect(KEY, cancelledOnce(new CountDownLatch(0))));
		assertEquals(0, service.received().size());
	}

	@Test
	@DisplayName("a server whose certificate is not trusted is not talked to (TLS)")
	void untrusted() throws Exception {
		var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(serverContext()));
		var asked = new AtomicBoolean();
		server.createContext("/", exchange -> asked.set(true));
		server.start();
		try {
			var address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
			assertThrows(Untrusted.class,
					() -> new HttpTransport(ScriptedService.LIMITS).post(address, "", new byte[0], Progress.NONE));
		} finally {
			server.stop(0);
		}
		assertFalse(asked.get());
	}

	@Test
	@DisplayName("a server that speaks no TLS is unreachable by it")
	void noTls() throws Exception {
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var thread = Thread.ofVirtual().start(() -> sayHello(server));
			var address = URI.create("https://127.0.0.1:" + server.getLocalPort());
			assertThrows(Unreachable.class,
					() -> new HttpTransport(ScriptedService.LIMITS).post(address, "", new byte[0], Progress.NONE));
			thread.join();
		}
	}

	private <E extends AuthorityException> E failure(Class<E> type) {
		return assertThrows(type, () -> service.connection().collect(KEY, Progress.NONE));
	}

	private static Progress cancelledOnce(CountDownLatch event) {
		return new Progress() {
			@Override
			public void doing(String what) {
				// nobody watches
			}

			@Override
			public boolean isCancelled() {
				return event.getCount() == 0;
			}
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			assertTrue(latch.await(30, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void sayHello(ServerSocket server) {
		try (var socket = server.accept(); OutputStream out = socket.getOutputStream()) {
			out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static SSLContext serverContext() throws GeneralSecurityException, IOException {
		var leaf = SignerPki.RSA.issue("CN=127.0.0.1");
		var store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		store.setKeyEntry("server", leaf.keys().getPrivate(), new char[0],
				new Certificate[] { leaf.certificate(), SignerPki.RSA.issuing() });
		var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, new char[0]);
		var context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}
}
