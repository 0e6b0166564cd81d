package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.eid.Card;
import org.certbench.eid.CardKey;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.Person;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.sun.net.httpserver.HttpServer;

@DisplayName("M34 whether a certificate of a card was revoked, asked of a service on this computer")
class RevocationTest {

	private static final InetAddress HERE = InetAddress.getLoopbackAddress();

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final CardTable table = new CardTable();
	private HttpServer server;
	private volatile int asked;

	@BeforeEach
	void begin() throws Exception {
		server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
		server.start();
	}

	@AfterEach
	void end() {
		server.stop(0);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("a list without the card's certificates: they were not revoked")
	void good(CardModel model) throws Exception {
		insert(model, listOf(server.getAddress().getPort()));
		serve(model, List.of());
		assertEquals(List.of("FINE The issuer says that it was not revoked.", "FINE The issuer says that it was not revoked."),
				told());
		assertTrue(asked > 0);
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("eid-revoked: the issuer's list has one of the certificates")
	void revoked(CardModel model) throws Exception {
		var card = insert(model, listOf(server.getAddress().getPort()));
		serve(model, List.of(card.chain(CardKey.SIGNATURE).getFirst()));
		var seen = look(Progress.NONE);
		assertEquals(List.of("signature-revocation eid-revoked"), seen.stream()
				.filter(each -> each.outcome() == Outcome.LACKING).map(each -> each.id() + " " + each.problem()).toList());
		assertTrue(seen.getLast().seen().contains("revoked on"), () -> seen.getLast().seen());
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("eid-revoked: so says the responder that the certificates name, which is asked before the list")
	void responder(CardModel model) throws Exception {
		var service = listOf(server.getAddress().getPort());
		var card = table.insert(CardTable.CARDS.card(model, Person.JOHN).withResponder(service)
				.withList(listOf(server.getAddress().getPort())).make());
		answer(model, service, List.of(card.chain(CardKey.AUTHENTICATION).getFirst()));
		assertEquals(List.of("authentication-revocation LACKING", "signature-revocation FINE"),
				look(Progress.NONE).stream().map(each -> each.id() + " " + each.outcome()).toList());
		assertTrue(look(Progress.NONE).getLast().seen().startsWith("The issuer says"));
	}

	@Test
	@DisplayName("a list that another authority signed tells nothing")
	void forgedList() throws Exception {
		var card = insert(CardModel.RSA_1_7, listOf(server.getAddress().getPort()));
		serve(CardModel.EC_1_8, List.of(card.chain(CardKey.SIGNATURE).getFirst()));
		assertUntold();
		assertTrue(asked > 0);
	}

	@Test
	@DisplayName("nobody answers at the address: that it was not checked is said, and nothing is lacking")
	void nobody() throws Exception {
		insert(CardModel.EC_1_8, listOf(server.getAddress().getPort()));
		server.stop(0);
		assertUntold();
	}

	@Test
	@DisplayName("a service that takes the question and does not answer holds up nobody who cancels")
	void cancelled() throws Exception {
		try (var silent = new ServerSocket(0, 1, HERE)) {
			insert(CardModel.EC_1_8, listOf(silent.getLocalPort()));
			var reached = new CountDownLatch(1);
			Thread.ofPlatform().daemon().start(() -> {
				try (var question = silent.accept()) {
					reached.countDown();
					question.getInputStream().transferTo(OutputStream.nullOutputStream());
				} catch (IOException over) {
					// the test is over
				}
			});
			assertThrows(Cancelled.class, () -> look(new Progress() {
				@Override
				public void doing(String what) {
					// nobody watches
				}

				@Override
				public boolean isCancelled() {
					return reached.getCount() == 0;
				}
			}));
			assertTrue(reached.await(0, TimeUnit.SECONDS));
		}
	}

	@Test
	@DisplayName("nobody is asked about certificates that name no address, nor when a card comes")
	void notAsked() throws Exception {
		table.insert(CardTable.make(CardModel.EC_1_8));
		assertEquals(List.of(), told());
		table.terminal.remove();
		insert(CardModel.EC_1_8, listOf(server.getAddress().getPort())).findings();
		assertEquals(0, asked);
	}

	private Card insert(CardModel model, URI list) throws Exception {
		return table.insert(CardTable.CARDS.card(model, Person.JOHN).withList(list).make());
	}

	/** Another address each time, as Java remembers lists. */
	private static URI listOf(int port) {
		return URI.create("http://" + HERE.getHostAddress() + ":" + port + "/" + UUID.randomUUID());
	}

	private void serve(CardModel issuer, List<X509Certificate> revoked) {
		var list = CardTable.CARDS.revocationList(issuer, revoked);
		server.createContext("/", exchange -> {
			asked++;
			exchange.sendResponseHeaders(200, list.length);
			try (var body = exchange.getResponseBody()) {
				body.write(list);
			}
		});
	}

	/** A responder: the question comes as a body, or in Base64 as the last part of the address. */
	private void answer(CardModel issuer, URI service, List<X509Certificate> revoked) {
		server.createContext(service.getPath(), exchange -> {
			var path = exchange.getRequestURI().getPath();
			var question = exchange.getRequestMethod().equals("GET")
					? Base64.getDecoder().decode(path.substring(service.getPath().length() + 1))
					: exchange.getRequestBody().readAllBytes();
			var answer = CardTable.CARDS.revocationAnswer(issuer, question, revoked);
			exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
			exchange.sendResponseHeaders(200, answer.length);
			try (var body = exchange.getResponseBody()) {
				body.write(answer);
			}
		});
	}

	private void assertUntold() throws Exception {
		var told = told();
		assertEquals(2, told.size());
		assertTrue(told.stream().allMatch(each -> each.startsWith("FINE Not checked")), told::toString);
	}

	private List<String> told() throws Exception {
		return look(Progress.NONE).stream().map(each -> each.outcome() + " " + each.seen()).toList();
	}

	private List<Observation> look(Progress progress) throws Cancelled {
		return table.provider.check(OperatingSystem.LINUX, progress).stream()
				.filter(each -> each.id().endsWith("-revocation")).toList();
	}
}
