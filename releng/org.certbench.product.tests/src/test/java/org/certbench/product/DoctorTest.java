package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardService;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** {@code certbench doctor} on a computer whose card service is none, empty, or holds what it should not (M34). */
class DoctorTest {

	@RegisterExtension
	static final CardServiceTurn TURN = new CardServiceTurn();

	private static final String BANK_CARD = "3B6500002063CB6800";

	@TempDir
	Path home;
	private Product product;

	@BeforeEach
	void install() {
		product = Product.withHome(home);
	}

	@Test
	@DisplayName("without pcscd: everything else is looked at, and the lack has its remedy for this system")
	void withoutService() {
		var seen = doctor();
		assertEquals("eid-no-service", problem(seen, "card-service"));
		assertFalse(find(seen, "card-service").get("remedy").getAsString().isBlank());
		for (var well : List.of("system", "java", "java-card-readers", "data-folder", "keystore-folder", "service", "clock")) {
			assertEquals("fine", find(seen, well).get("outcome").getAsString(), well);
		}
	}

	@Test
	@DisplayName("without a card, with a bank card, with a blocked card: each its own answer")
	void cards() throws Exception {
		var cards = new EmulatedCards();
		var bank = cards.card(CardModel.EC_1_8, Person.JOHN).make();
		bank.disguise(HexFormat.of().parseHex(BANK_CARD));
		var blocked = cards.card(CardModel.EC_1_8, Person.JOHN).make();
		IntStream.range(0, 3).forEach(each -> blocked.wrongPinElsewhere());

		try (var service = TURN.start()) {
			assertEquals("eid-no-card", problem(doctor(), "card"));
			assertEquals("eid-not-an-eid", problem(with(service, bank), "card"));
			var seen = with(service, blocked);
			assertEquals("eid-pin-blocked", problem(seen, "pin"));
			assertTrue(find(seen, "card").get("seen").getAsString().contains("1.8"), seen::toString);
		}
	}

	@Test
	@DisplayName("an expired card: check finds it, while it is in")
	void expired() throws Exception {
		var card = new EmulatedCards().card(CardModel.EC_1_8, Person.JOHN).validUntil(Instant.now().minus(Duration.ofDays(2)))
				.make();
		try (var service = TURN.start()) {
			try (var inserted = service.insert(card)) {
				var found = check(1).asList().stream().map(JsonElement::getAsJsonObject).toList();
				assertTrue(found.stream().allMatch(each -> each.get("problem").getAsString().equals("eid-expired")
						&& each.get("subject").getAsString().startsWith("reader:") && each.get("needsAction").getAsBoolean())
						&& !found.isEmpty(), found::toString);
			}
			assertEquals(new JsonArray(), check(0));
		}
	}

	@Test
	@DisplayName("roots of genuine cards in the data folder: a card under another root is not genuine, and without any that is not checked")
	void roots() throws Exception {
		var cards = new EmulatedCards();
		var card = cards.card(CardModel.EC_1_8, Person.JOHN).make();
		var folder = Files.createDirectories(product.data().resolve("card-roots"));
		try (var service = TURN.start(); var inserted = service.insert(card)) {
			var unchecked = find(doctor(0), "card-genuine");
			assertTrue(unchecked.get("seen").getAsString().contains(folder.toString()), unchecked::toString);
			Files.writeString(folder.resolve("others.pem"), new EmulatedCards().rootsAsPem());
			assertEquals("eid-not-genuine", problem(doctor(1), "card-genuine"));
			Files.writeString(folder.resolve("roots.pem"), cards.rootsAsPem());
			assertFalse(find(doctor(0), "card-genuine").get("seen").getAsString().contains(folder.toString()));
		}
	}

	/** What is found. */
	private JsonArray check(int exitCode) {
		return JsonParser.parseString(product.run("check", "--json").expecting(exitCode).out()).getAsJsonObject()
				.getAsJsonArray("findings");
	}

	/** With a card in a reader. */
	private JsonArray with(CardService service, EmulatedCard card) throws IOException {
		try (var inserted = service.insert(card)) {
			return doctor();
		}
	}

	/** What is seen; something is lacking. */
	private JsonArray doctor() {
		return doctor(1);
	}

	/** What is seen. */
	private JsonArray doctor(int exitCode) {
		var answer = JsonParser.parseString(product.run("doctor", "--json").expecting(exitCode).out()).getAsJsonObject();
		assertEquals(exitCode == 0, answer.get("well").getAsBoolean());
		var seen = new JsonArray();
		answer.getAsJsonArray("checks")
				.forEach(check -> seen.addAll(check.getAsJsonObject().getAsJsonArray("observations")));
		return seen;
	}

	private static String problem(JsonArray seen, String id) {
		return find(seen, id).get("problem").getAsString();
	}

	private static JsonObject find(JsonArray seen, String id) {
		return StreamSupport.stream(seen.spliterator(), false).map(JsonElement::getAsJsonObject)
				.filter(each -> each.get("id").getAsString().equals(id)).findFirst()
				.orElseThrow(() -> new AssertionError(id + " in " + seen));
	}
}
