package org.certbench.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.certbench.cli.internal.Call;
import org.certbench.cli.internal.KnownFlows;
import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.RenewalWindow;
import org.certbench.core.Severity;
import org.certbench.flow.Flows;
import org.certbench.guide.Guide;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.Renewal;
import org.certbench.keystore.KeystoreName;
import org.certbench.keystore.Keystores;
import org.certbench.testing.Absent;
import org.certbench.testing.HostileKeystore;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The commands that look")
class CommandsTest {

	private static final Holder JANE = Holder.parse("SSIN=85999900178");
	private static final KeyIdentifier KEY = new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567");
	private static final KeyIdentifier OLD_KEY = new KeyIdentifier("76543210FEDCBA9876543210FEDCBA9876543210");

	@TempDir
	private Path home;
	private Call call;

	@BeforeEach
	void setUp() {
		call = new Call(home).command("list", ListCommand::new).command("check", CheckCommand::new)
				.command("inspect", InspectCommand::new).command("pending", PendingCommand::new)
				.with(Flows.class, new KnownFlows(List.of())).with(Keystores.class, TestKeystores.keystores());
	}

	/** An inventory that finds these wherever it looks. */
	private static Inventory finding(CertificateLife... certificates) {
		return Absent.except(Inventory.class, Map.of("scan", places -> List.of(certificates)));
	}

	private CertificateLife life(String name, Knowledge knowledge, Environment environment) {
		var end = Call.NOW.plus(Duration.ofDays(30));
		return new CertificateLife(home.resolve(name), environment, JANE, "JANE DOE", KEY, LifeCycleState.RENEWAL_DUE,
				new Validity(end.minus(Duration.ofDays(1000)), end, knowledge), RenewalWindow.assumedBefore(end), null, null,
				null, "", null);
	}

	private RequestRecord request(Milestone milestone, Environment environment) {
		return new RequestRecord(KEY, environment, JANE, "JANE DOE", home.resolve("new one.p12"),
				new Renewal(OLD_KEY, home.resolve("old.p12")), home.resolve("order"), milestone, Call.NOW, Call.NOW, true, null);
	}

	@Test
	@DisplayName("I01, B01: list shows holder, state and expiry, an estimate marked as such")
	void list() {
		call.with(Inventory.class, finding(life("b.p12", Knowledge.ESTIMATED, Environment.SIMULATOR),
				life("a.p12", Knowledge.VERIFIED, Environment.PRODUCTION)));

		var lines = call.run("list").expecting(0).out().lines().toList();
		assertEquals(4, lines.size(), lines::toString);
		assertTrue(lines.get(1).matches("SSIN=85999900178 +JANE DOE +to be renewed +2026-03-31 +30 +.*a\\.p12"), lines.get(1));
		assertTrue(lines.get(2).contains("~2026-03-31"), lines.get(2));
		assertTrue(lines.get(3).startsWith("~"), lines.get(3));
		assertEquals(2, call.run("list", "--environment", "production").out().lines().count());
	}

	@Test
	@DisplayName("the fields of a listed certificate do not depend on what is known")
	void listAsJson() {
		var nothing = new CertificateLife(home.resolve("x.p12"), Environment.SIMULATOR, null, "", null,
				LifeCycleState.REQUESTED, null, null, null, null, null, "It is damaged.", null);
		call.with(Inventory.class, finding(life("a.p12", Knowledge.VERIFIED, Environment.SIMULATOR), nothing));

		var listed = call.run("list", "--json").expecting(0).json().getAsJsonArray("certificates");
		var known = listed.get(0).getAsJsonObject();
		assertEquals("renewal-due", known.get("state").getAsString());
		assertEquals("2026-03-31T10:00:00Z", known.getAsJsonObject("validity").get("notAfter").getAsString());
		assertEquals("verified", known.getAsJsonObject("validity").get("knowledge").getAsString());
		assertEquals(30, known.get("daysLeft").getAsInt());
		assertEquals(known.keySet(), listed.get(1).getAsJsonObject().keySet());
		assertTrue(listed.get(1).getAsJsonObject().get("validity").isJsonNull());
	}

	@Test
	@DisplayName("a folder that is not there is a wrong call")
	void missingFolder() {
		call.with(Inventory.class, finding());
		call.run("list", home.resolve("nothing").toString()).expecting(2);
		assertEquals("No keystore was found.", call.run("list", home.toString()).expecting(0).out().strip());
	}

	@Test
	@DisplayName("B04: check shows the findings and ends with 1 where something is to be done")
	void check() {
		var renew = new Finding(Severity.WARNING, "renewal-due", home.resolve("a.p12").toUri(), JANE, "It expires soon.", true);
		var copy = new Finding(Severity.INFORMATION, "duplicate-file", home.resolve("b.p12").toUri(), null, "There are two.", false);
		call.with(Inventory.class, finding());

		call.with(Guide.class, new KnownFindings(List.of(renew, copy)));
		var text = call.run("check").expecting(1).out();
		assertTrue(text.startsWith("To do: It expires soon."), text);
		assertTrue(text.contains(home.resolve("a.p12").toString()) && text.contains("Guide: renewal-due"), text);
		var document = call.run("check", "--json").expecting(1).json();
		assertTrue(document.get("needsAction").getAsBoolean());
		var finding = document.getAsJsonArray("findings").get(0).getAsJsonObject();
		assertEquals("warning", finding.get("severity").getAsString());
		assertEquals("renew", finding.get("flow").getAsString());

		call.with(Guide.class, new KnownFindings(List.of(copy)));
		call.run("check").expecting(0);
		call.with(Guide.class, new KnownFindings(List.of()));
		assertEquals("All is well: nothing to report.", call.run("check").expecting(0).out().strip());
	}

	@Test
	@DisplayName("M22: pending shows each request and what to type for its next step")
	void pending() throws IOException {
		var keystore = Files.createFile(home.resolve("new one.p12"));
		call.with(Journal.class, new KnownRequests(List.of(request(Milestone.TOKEN_REGISTERED, Environment.ACCEPTANCE))));

		var text = call.run("pending").expecting(0).out();
		assertTrue(text.contains("certbench activate '" + keystore + "' --environment acceptance"), text);
		assertTrue(text.contains("Since " + LocalDate.ofInstant(Call.NOW, ZoneId.systemDefault())), text);
		var document = call.run("pending", "--json").expecting(0).json().getAsJsonArray("requests").get(0).getAsJsonObject();
		assertEquals(KEY.hex(), document.get("key").getAsString());
		assertEquals("token-registered", document.get("milestone").getAsString());
		assertEquals("activate", document.get("next").getAsString());
		assertEquals(OLD_KEY.hex(), document.getAsJsonObject("renews").get("key").getAsString());

		Files.delete(keystore);
		assertTrue(call.run("pending").out().contains("certbench resume " + KEY + " --environment acceptance"),
				"its keystore must be looked for");
		call.with(Journal.class, new KnownRequests(List.of(request(Milestone.SIGNED, Environment.SIMULATOR))));
		assertTrue(call.run("pending").out().contains("certbench resume " + KEY), "one that was not sent is resumed");
		assertEquals("No request is under way.", call.run("pending", "--environment", "production").out().strip());
	}

	@Test
	@DisplayName("what strangers wrote into a keystore moves no cursor and begins no line")
	void inspectAnAliasWithControlCharacters() throws Exception {
		var file = HostileKeystore.ALIAS_WITH_CONTROL_CHARACTERS.write(home);

		var out = call.run("inspect", file.toString()).expecting(0).out();

		assertTrue(out.contains("\\u{1b}[2J\\u{a}root\\u{202e}"), out);
		assertEquals("\u001b[2J\nroot\u202e", call.run("inspect", "--json", file.toString()).json().getAsJsonArray("keystores")
				.get(0).getAsJsonObject().getAsJsonArray("keyEntries").get(0).getAsJsonObject().get("alias").getAsString());
	}

	@Test
	@DisplayName("B01: inspect shows what it can; a file that is no keystore is told, the others are shown all the same")
	void inspect() throws Exception {
		var keystore = new KeystoreName(JANE, LocalDateTime.of(2023, 1, 14, 19, 23, 56), false);
		var file = home.resolve(keystore.toString());
		KeystoreBuilder.pkcs12().write(file, "Correct horse 1");
		var other = Files.writeString(home.resolve("note.p12"), "not a keystore");

		assertTrue(call.run("inspect", file.toString()).expecting(0).out().contains("SSIN=85999900178"));
		var both = call.run("inspect", other.toString(), file.toString()).expecting(6);
		assertTrue(both.out().contains("SSIN=85999900178") && both.err().contains("note.p12"), both.out() + both.err());
		var documents = call.run("inspect", "--json", other.toString(), file.toString()).expecting(6).json()
				.getAsJsonArray("keystores");
		var error = documents.get(0).getAsJsonObject().getAsJsonObject("error");
		assertEquals("keystore-unreadable", error.get("problem").getAsString());
		assertEquals("PKCS12", documents.get(1).getAsJsonObject().get("format").getAsString());
		call.run("inspect").expecting(2);
	}
}
