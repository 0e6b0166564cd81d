package org.certbench.cli.internal.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.certbench.cli.internal.Person;
import org.certbench.cli.internal.flow.TestCards.Reader;
import org.certbench.eid.Card;
import org.certbench.eid.CardKey;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Setting;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.certbench.flow.Choice;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.ContactStep;
import org.certbench.flow.FlowSession;
import org.certbench.flow.HolderStep;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.PasswordStep;
import org.certbench.flow.Summary;
import org.certbench.flow.SettingsStep;
import org.certbench.flow.SummaryStep;
import org.certbench.flow.TermsStep;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.testing.TestLives;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I03: a flow on the command line")
class FlowOnTheCommandLineTest {

	private static final TermsStep TERMS = new TermsStep("<p>You promise.</p>");

	@TempDir
	private Path home;

	private static SummaryStep contract(List<String> signed) {
		return new SummaryStep((session, progress) -> new Summary(List.of(), "<p>The contract.</p>"),
				(session, progress) -> signed.add("signed"));
	}

	@Test
	@DisplayName("answers its steps with the options, and tells its result")
	void answered() {
		var seen = new ArrayList<Object>();
		var flow = new ScriptedFlow(TestCards.one(), TERMS, new CardStep(), new ContactStep(), new PasswordStep(),
				ScriptedFlow.look(Answer.PERSONAL_EMAIL, seen), ScriptedFlow.look(Answer.BASE_SERVICES, seen));

		var ended = flow.call(home).variable("CERTBENCH_PIN", "1234").variable("CERTBENCH_NEW_PASSWORD", "Correct horse 1")
				.run("try", "--accept-terms", "--email", "jane@example.org", "--phone", "02 555 01 01", "--use", "tsa", "--use",
						"codage").expecting(0);

		assertEquals(List.of("jane@example.org", "tsa,codage"), seen);
		assertEquals(List.of("Done", "  What: everything"), ended.out().lines().toList());
		assertEquals("", ended.err());
		assertTrue(flow.isClosed(), "every secret is cleared");
	}

	@Test
	@DisplayName("--quiet leaves only the keystore, where there is one")
	void quiet() {
		assertEquals("", new ScriptedFlow(TestCards.one()).call(home).run("try", "--quiet").expecting(0).out());
	}

	@Test
	@DisplayName("its JSON document has the same fields whatever it did")
	void document() {
		var document = new ScriptedFlow(TestCards.one()).call(home).run("try", "--json").expecting(0).json();
		assertEquals(List.of("flow", "environment", "keystore", "request", "files", "result"), List.copyOf(document.keySet()));
		assertEquals("try", document.get("flow").getAsString());
	}

	@Test
	@DisplayName("--verbose tells on the error stream what is being done")
	void verbose() {
		var flow = new ScriptedFlow(TestCards.one(), ScriptedFlow.work((session, progress) -> progress.doing("Sending it")));
		assertTrue(flow.call(home).run("try", "--verbose").expecting(0).err().contains("Sending it"));
		assertFalse(flow.call(home).run("try").expecting(0).err().contains("Sending it"));
	}

	@Test
	@DisplayName("nothing is begun where a secret cannot be had: the option and the variable that are missing are named")
	void missingSecrets() {
		var begun = new ArrayList<String>();
		var flow = new ScriptedFlow(TestCards.one(), ScriptedFlow.work((session, progress) -> begun.add("begun")),
				new PasswordStep());

		var ended = flow.call(home).run("try").expecting(2);

		assertEquals(List.of(), begun);
		assertTrue(ended.err().contains("--new-password-file") && ended.err().contains("CERTBENCH_NEW_PASSWORD"), ended.err());
	}

	@Test
	@DisplayName("a new password is cleared, too, where the person goes away instead of typing it again")
	void passwordTypedOnce() {
		var person = Person.answering("Correct horse 1");

		new ScriptedFlow(TestCards.one(), new PasswordStep()).call(home).terminal(person).run("try").expecting(2);

		assertThrows(IllegalStateException.class, person.given().getFirst()::characters);
	}

	@Test
	@DisplayName("a keystore that is not there is told before anybody is asked for a PIN or a password")
	void missingKeystore() {
		var flow = new ScriptedFlow(TestCards.one(), new CardStep(),
				new KeystoreStep("to try", known -> known, (session, keystore, progress) -> {
					throw new AssertionError("there is no keystore");
				}));
		var person = Person.answering("1234", "Correct horse 1");

		var ended = flow.call(home).terminal(person).run("try", home.resolve("gone.p12").toString()).expecting(6);

		assertTrue(ended.err().contains("gone.p12"), ended.err());
		assertEquals(List.of(), person.seen());
		assertTrue(flow.isClosed(), "every secret is cleared");
	}

	@Test
	@DisplayName("M13: of several keystores that come into question none is taken: each is named, and told from the others")
	void severalKeystores() {
		var flow = new ScriptedFlow(TestCards.one(), new KeystoreStep("to try", known -> known, (session, keystore, progress) -> {
			throw new AssertionError("none was chosen");
		})).knowing(TestLives.life("NEW", LifeCycleState.ACTIVE, Duration.ofDays(900)),
				TestLives.life("OLD", LifeCycleState.RENEWAL_DUE, Duration.ofDays(30)));

		var told = flow.call(home).variable("CERTBENCH_PASSWORD", "Correct horse 1").run("try").expecting(2).err();

		for (var life : List.of(TestLives.life("NEW", LifeCycleState.ACTIVE, Duration.ofDays(900)),
				TestLives.life("OLD", LifeCycleState.RENEWAL_DUE, Duration.ofDays(30)))) {
			assertTrue(told.lines().anyMatch(line -> line.contains(life.file().toString())
					&& line.contains(KeystoreStep.standing(life))), told);
		}
	}

	@Test
	@DisplayName("M26: an older keystore is asked for by options of its own, and its password comes from a variable of its own")
	void olderKeystore() {
		var flow = new ScriptedFlow(TestCards.one(),
				KeystoreStep.ofOlder("to try", known -> known, (session, keystore, progress) -> {
					throw new AssertionError("none was chosen");
				})).knowing(TestLives.life("NEW", LifeCycleState.ACTIVE, Duration.ofDays(900)),
						TestLives.life("OLD", LifeCycleState.SUPERSEDED, Duration.ofDays(30)));

		var without = flow.call(home).variable("CERTBENCH_PASSWORD", "Correct horse 1").run("try").expecting(2).err();
		assertTrue(without.contains("--old-password-file") && without.contains("CERTBENCH_OLD_PASSWORD"), without);

		var several = flow.call(home).variable("CERTBENCH_OLD_PASSWORD", "Correct horse 1").run("try").expecting(2).err();
		assertTrue(several.contains("--old") && several.contains(
				KeystoreStep.standing(TestLives.life("OLD", LifeCycleState.SUPERSEDED, Duration.ofDays(30)))), several);

		flow.call(home).variable("CERTBENCH_OLD_PASSWORD", "Correct horse 1").run("try", "--old", "nothing.p12").expecting(6);
	}

	@Test
	@DisplayName("a secret is taken from the file before the variable")
	void fileFirst() throws Exception {
		var seen = new ArrayList<Object>();
		var file = Files.writeString(home.resolve("secret"), "Weak");
		var flow = new ScriptedFlow(TestCards.one(), new PasswordStep(), ScriptedFlow.look(Answer.NEW_PASSWORD, seen));
		if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			flow.call(home).run("try", "--new-password-file", file.toString()).expecting(2);
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
		var ended = flow.call(home).variable("CERTBENCH_NEW_PASSWORD", "Correct horse 1")
				.run("try", "--new-password-file", file.toString()).expecting(2);
		assertTrue(ended.err().contains("At least 8 characters"), ended.err());
		assertEquals(List.of(), seen);
	}

	@Test
	@DisplayName("M03, M08: a contract is shown and asked for; where nobody can see it, it must be accepted")
	void contract() {
		var signed = new ArrayList<String>();
		var flow = new ScriptedFlow(TestCards.one(), TERMS, contract(signed));

		var nobody = flow.call(home).run("try").expecting(2);
		assertTrue(nobody.err().contains("--accept-terms"), nobody.err());
		var unwilling = Person.answering("yes", "no");
		flow.call(home).terminal(unwilling).run("try").expecting(8);
		assertEquals(List.of(), signed);
		assertTrue(unwilling.seen().containsAll(List.of("You promise.", "The contract.")), unwilling.seen()::toString);
		flow.call(home).terminal(Person.answering("y", "YES")).run("try").expecting(0);
		assertEquals(List.of("signed"), signed);
	}

	@Test
	@DisplayName("what is missing is asked for, and asked for again while it is wrong")
	void asked() {
		var seen = new ArrayList<Object>();
		var flow = new ScriptedFlow(TestCards.one(), new ContactStep(), new PasswordStep(),
				ScriptedFlow.look(Answer.PERSONAL_EMAIL, seen));
		var person = Person.answering("nobody", "02 555 01 01", "jane@example.org", "short", "short", "Correct horse 1",
				"Correct horse 1");

		flow.call(home).terminal(person).run("try").expecting(0);

		assertEquals(List.of("jane@example.org"), seen);
	}

	@Test
	@DisplayName("what is given wrong is a wrong call, told before anybody is asked for anything")
	void givenWrong() {
		var flow = new ScriptedFlow(TestCards.one(), new CardStep(), new HolderStep(), new ContactStep());
		var person = Person.answering("1234");

		assertTrue(wrong(flow, person, "--phone", "x").contains("--phone"));
		assertTrue(wrong(flow, person, "--general-email", "info").contains("--general-email"));
		assertTrue(wrong(flow, person, "--use", "tsa,!").contains("--use"));
		assertTrue(wrong(flow, person, "--holder", "nobody").contains("nobody"));
		assertEquals(List.of(), person.seen());
	}

	private String wrong(ScriptedFlow flow, Person person, String... options) {
		return flow.call(home).terminal(person).run(Stream.concat(Stream.of("try"), Stream.of(options)).toArray(String[]::new))
				.expecting(2).err();
	}

	@Test
	@DisplayName("without anybody to ask, the missing option is named")
	void missingAnswer() {
		var ended = new ScriptedFlow(TestCards.one(), new ContactStep()).call(home).run("try", "--phone", "02 555 01 01").expecting(2);
		assertTrue(ended.err().contains("--email"), ended.err());
	}

	@Test
	@DisplayName("a choice is an option with its values in the help; any other value is a wrong call, before anything is done")
	void choice() {
		var seen = new ArrayList<String>();
		var begun = new ArrayList<String>();
		var choice = new Choice("target", "Where to", "Where it goes.",
				List.of(new Choice.Option("folder", "A folder", ""), new Choice.Option("file", "A file", "")));
		var flow = new ScriptedFlow(TestCards.one(), ScriptedFlow.work((session, progress) -> begun.add("begun")),
				new ChoiceStep(choice), ScriptedFlow.look(choice.answer(), seen));

		var help = flow.call(home).run("try", "--help").expecting(0).out();
		assertTrue(help.contains("--target=folder|file"), help);
		var wrong = flow.call(home).terminal(Person.answering("file")).run("try", "--target", "cloud").expecting(2).err();
		assertTrue(wrong.contains("cloud") && wrong.contains("folder|file"), wrong);
		assertTrue(flow.call(home).run("try").expecting(2).err().contains("--target"));
		assertEquals(List.of(), begun);

		flow.call(home).run("try", "--target", "folder").expecting(0);
		var person = Person.answering("cloud", "file");
		flow.call(home).terminal(person).run("try").expecting(0);
		assertEquals(List.of("folder", "file"), seen);
		assertTrue(person.seen().contains("  folder  A folder"), person.seen()::toString);
	}

	@Test
	@DisplayName("a setting is given by --set, or asked for; one that is not asked for is a wrong call")
	void settings() {
		var seen = new ArrayList<String>();
		var folder = new Setting("folder", Setting.Form.FOLDER, "Folder", "", true, "");
		var flow = new ScriptedFlow(TestCards.one(), new SettingsStep(new OneSetting(folder)),
				ScriptedFlow.look(SettingsStep.answer(folder), seen));

		flow.call(home).run("try", "--set", "folder=/srv/a=b").expecting(0);
		flow.call(home).terminal(Person.answering("/srv")).run("try").expecting(0);
		assertEquals(List.of("/srv/a=b", "/srv"), seen);

		assertTrue(flow.call(home).run("try").expecting(2).err().contains("--set folder"));
		var unknown = flow.call(home).run("try", "--set", "folder=/srv", "--set", "flder=/srv").expecting(2).err();
		assertTrue(unknown.contains("flder") && unknown.contains("folder"), unknown);
	}

	/** Asks for one setting, of which nothing is known. */
	private record OneSetting(Setting setting) implements SettingsStep.Questions {

		@Override
		public List<Setting> settings(FlowSession session) {
			return List.of(setting);
		}

		@Override
		public Map<String, String> known(FlowSession session) {
			return Map.of();
		}

		@Override
		public List<Setting.Problem> check(FlowSession session, Map<String, String> values) {
			return List.of();
		}
	}

	@Test
	@DisplayName("what is preselected need not be given")
	void preselected() {
		var seen = new ArrayList<String>();
		var choice = new Choice("by", "How", "How it goes.", List.of(new Choice.Option("service", "The service", "")),
				"service", false);
		var flow = new ScriptedFlow(TestCards.one(), new ChoiceStep(choice), ScriptedFlow.look(choice.answer(), seen));

		assertTrue(flow.call(home).run("try", "--help").expecting(0).out().contains("service when it is left out"));
		flow.call(home).run("try").expecting(0);
		assertEquals(List.of("service"), seen);
	}

	@Test
	@DisplayName("a wrong PIN is exit code 5, and is not tried again")
	void wrongPin() {
		var signatures = new ArrayList<String>();
		var flow = new ScriptedFlow(TestCards.one(), new CardStep(), ScriptedFlow.work((session, progress) -> {
			signatures.add("asked");
			session.require(Answer.CARD).signer(CardKey.SIGNATURE, "You sign.", session.pinEntry()).sign(new byte[0]);
		}));

		var ended = flow.call(home).variable("CERTBENCH_PIN", "4321").run("try").expecting(5);

		assertTrue(ended.err().contains("eid-pin-wrong"), ended.err());
		assertFalse(ended.err().contains("4321"), ended.err());
		assertEquals(List.of("asked"), signatures);
		var person = Person.answering("1234");
		flow.call(home).terminal(person).run("try").expecting(0);
		assertTrue(person.seen().containsAll(List.of("You sign.", "Tries left: 3")), person.seen()::toString);
	}

	@Test
	@DisplayName("the first card in the order of providers and readers signs, or the chosen one")
	void cards() {
		var cards = new TestCards(List.of(Reader.empty("V1"), Reader.with("V2"), Reader.with("V3")), List.of());
		assertEquals("V2", cardOf(cards));
		assertEquals("V3", cardOf(cards, "--card", "virtual:V3"));
		assertEquals("R1", cardOf(new TestCards(List.of(Reader.with("V1")), List.of(Reader.with("R1")))));
	}

	private String cardOf(TestCards cards, String... options) {
		var seen = new ArrayList<Card>();
		var all = new ArrayList<>(List.of("try"));
		all.addAll(List.of(options));
		new ScriptedFlow(cards, new CardStep(), ScriptedFlow.look(Answer.CARD, seen)).call(home)
				.variable("CERTBENCH_PIN", "1234").run(all.toArray(String[]::new)).expecting(0);
		return seen.getFirst().readerName();
	}

	@Test
	@DisplayName("where there is no card, the reason is told: exit code 5, or 2 for a provider that is not installed")
	void noCard() {
		noCard(new TestCards(List.of(), List.of()), "eid-no-reader", 5);
		noCard(new TestCards(List.of(Reader.empty("V1")), List.of()), "eid-no-card", 5);
		noCard(TestCards.one(), "pcsc, virtual", 2, "--card", "other");
		noCard(TestCards.one(), "eid-not-an-eid", 5, "--card", "virtual", "--environment", "acceptance");
		noCard(TestCards.one(), "eid-no-reader", 5, "--environment", "production");
	}

	private void noCard(TestCards cards, String told, int code, String... options) {
		var all = new ArrayList<>(List.of("try"));
		all.addAll(List.of(options));
		var ended = new ScriptedFlow(cards, new CardStep()).call(home).variable("CERTBENCH_PIN", "1234")
				.run(all.toArray(String[]::new)).expecting(code);
		assertTrue(ended.err().contains(told), ended.err());
	}

	@Test
	@DisplayName("an interrupt cancels: exit code 8, and the journal says so")
	void interrupted() {
		var flow = new ScriptedFlow(TestCards.one(), ScriptedFlow.work((session, progress) -> {
			progress.doing("Sending");
			progress.checkCancelled();
		}));

		var document = flow.call(home).interrupted().run("try", "--json").expecting(8).json();

		assertEquals("cancelled", document.getAsJsonObject("error").get("kind").getAsString());
		assertTrue(flow.written().stream().noneMatch(entry -> entry.event() == Event.STEP_DONE), flow.written()::toString);
	}
}
