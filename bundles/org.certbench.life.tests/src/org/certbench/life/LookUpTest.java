package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.certbench.authority.CertificateRecord;
import org.certbench.authority.CertificateRecord.Status;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.authority.ContactData;
import org.certbench.authority.Person;
import org.certbench.authority.RevocationOffice;
import org.certbench.authority.RevocationOffice.Reason;
import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.eid.CardKey;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.flow.Answer;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowRun;
import org.certbench.flow.ResultStep;
import org.certbench.flow.StepKind;
import org.certbench.guide.Facts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.internal.IndexedInventory;
import org.certbench.journal.internal.FolderJournal;
import org.certbench.lookup.Answers;
import org.certbench.lookup.Comparison;
import org.certbench.lookup.Comparison.Row;
import org.certbench.lookup.Difference;
import org.certbench.lookup.LookUp;
import org.certbench.lookup.Words;
import org.certbench.lookup.internal.LimitReached;
import org.certbench.lookup.internal.LookUpFlow;
import org.certbench.lookup.internal.LookUpKeystoreFlow;
import org.certbench.lookup.internal.LookedUp;
import org.certbench.lookup.internal.NoGenericMail;
import org.certbench.testing.Stopped;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What eHealth knows beside what is here (B06), asked over a real socket. */
class LookUpTest {

	private static final Holder AMBULANCES = Holder.parse("NIHII-AMBU_SERVICE=79699950");

	@TempDir
	private Path folder;
	@AutoClose
	private Installation installation;
	private Manager jane;
	/** What the last look-up told the person. */
	private String told;

	@BeforeEach
	void install() throws Exception {
		installation = new Installation(folder);
		jane = Manager.jane(installation);
	}

	@Test
	@DisplayName("B06: a completed certificate is the same there and here, asked with the eID and with the keystore itself")
	void same() throws Exception {
		var keystore = completed(jane);

		var asked = ask(new LookUpFlow(), VirtualCards.RSA_READER, null);

		assertEquals(List.of(), only(asked).differences());
		assertEquals(Status.VALID_ACTIVE, only(asked).there().orElseThrow().status());
		assertEquals(keystore, only(asked).file().orElseThrow());
		assertTrue(only(asked).token().orElseThrow().serialNumber().isPresent());
		for (var beside : List.of(Words.there(only(asked)), Words.here(only(asked)), keystore.getFileName().toString(),
				Words.published(only(asked)))) {
			assertTrue(told.contains(beside), told);
		}
		assertEquals(List.of(), only(ask(new LookUpKeystoreFlow(), "", keystore)).differences());
	}

	@Test
	@DisplayName("B06 keystore-lost: eHealth has a certificate whose keystore is not here")
	void noKeystore() throws Exception {
		completed(jane);
		ask(new LookUpFlow(), VirtualCards.RSA_READER, null);

		var onAnotherComputer = Comparison.of(answers(), List.of());

		assertEquals(List.of(Difference.NO_KEYSTORE), only(onAnotherComputer).differences());
		var facts = new Facts(Instant.now(), List.of(), List.of(), List.of(answers()));
		var finding = new LookedUp().apply(facts).findFirst().orElseThrow();
		assertEquals("keystore-lost", finding.problem());
		assertEquals("certificate", finding.subject().getScheme());
	}

	@Test
	@DisplayName("B06 manager-gone: the certificate of an organisation that another manager requested")
	void otherManager() throws Exception {
		var keystore = completed(jane.wanting(AMBULANCES));
		letTheOtherManageTheAmbulances();

		var compared = ask(new LookUpFlow(), VirtualCards.EC_READER, null);

		assertEquals(List.of(Difference.OTHER_MANAGER), only(compared).differences());
		assertEquals(keystore, only(compared).file().orElseThrow());
	}

	@Test
	@DisplayName("B06 revoked: eHealth revoked what is still in use here")
	void revokedThere() throws Exception {
		var keystore = completed(jane);
		revoke(keystore);

		assertTrue(only(ask(new LookUpFlow(), VirtualCards.RSA_READER, null)).differences().contains(Difference.REVOKED_THERE));
	}

	@Test
	@DisplayName("B06 phase-2-pending: eHealth issued what waits here")
	void issuedThere() throws Exception {
		installation.simulator().change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
		var keystore = jane.request();
		assertEquals(List.of(), only(ask(new LookUpFlow(), VirtualCards.RSA_READER, null)).differences());

		installation.simulator().issue(installation.onlyRequest().key());

		var compared = ask(new LookUpFlow(), VirtualCards.RSA_READER, null);
		assertEquals(List.of(Difference.COMPLETION_AWAITED), only(compared).differences());
		installation.wait(Duration.ofMinutes(1));
		jane.complete(keystore, Manager.PASSWORD);
		assertEquals(List.of(), only(Comparison.of(answers(), List.of(installation.life(keystore)))).differences(),
				"what was done here after the answer is not held against it");
	}

	@Test
	@DisplayName("B06 etk-mismatch: the software's old keystore does not have the key of the published token")
	void otherToken() throws Exception {
		installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		var old = completed(jane);
		var renewed = jane.renew(old, Manager.PASSWORD);
		jane.complete(renewed, Manager.PASSWORD);
		jane.activate(renewed, Manager.PASSWORD);

		lookUp().ofHolder(Holder.of(Cards.in(VirtualCards.RSA_READER).identity().ssin()), Progress.NONE);

		assertEquals(List.of(Difference.OTHER_TOKEN), only(Comparison.of(answers(), copied(old))).differences());
		assertEquals(List.of(), only(Comparison.of(answers(), List.of(installation.life(renewed)))).differences(),
				"the renewed one has it");
	}

	@Test
	@DisplayName("B06 etk-several, no-generic-mail: several application ids of one organisation, and no general address")
	void severalTokens() throws Exception {
		var keystore = completed(jane.wanting(AMBULANCES));
		var request = jane.beginRequest();
		request.session().put(Answer.APPLICATION_ID, "LABO");
		jane.complete(jane.finish(request), Manager.PASSWORD);

		var compared = ask(new LookUpFlow(), VirtualCards.RSA_READER, null);

		var row = compared.rows().stream().filter(each -> each.file().equals(Optional.of(keystore))).findFirst().orElseThrow();
		assertEquals(List.of(Difference.SEVERAL_TOKENS), row.differences());
		assertEquals(2, row.token().orElseThrow().several().size());
		var facts = new Facts(Instant.now(), List.of(installation.life(keystore)), List.of(), List.of(answers()));
		assertEquals(Set.of("no-generic-mail"),
				new NoGenericMail().apply(facts).map(Finding::problem).collect(Collectors.toSet()));
		assertEquals(0, new LimitReached().apply(facts).count());
	}

	@Test
	@DisplayName("B06: what several certificates of one holder have in common is told once")
	void toldOnce() throws Exception {
		installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		var renewed = jane.renew(completed(jane.wanting(AMBULANCES)), Manager.PASSWORD);
		jane.complete(renewed, Manager.PASSWORD);
		jane.activate(renewed, Manager.PASSWORD);
		var request = jane.beginRequest();
		request.session().put(Answer.APPLICATION_ID, "LABO");
		jane.complete(jane.finish(request), Manager.PASSWORD);

		var concerned = ask(new LookUpFlow(), VirtualCards.RSA_READER, null).rows().stream()
				.filter(row -> row.differences().contains(Difference.SEVERAL_TOKENS)).toList();

		assertEquals(2, concerned.size(), concerned::toString);
		var seen = Words.seen(Difference.SEVERAL_TOKENS, concerned.getFirst());
		assertTrue(told.contains(seen), told);
		assertEquals(told.indexOf(seen), told.lastIndexOf(seen), told);
	}

	@Test
	@DisplayName("B06 not-known-there: eHealth told all certificates of its person, and knows nothing of the one here")
	void unknownThere() throws Exception {
		var keystore = completed(jane);
		try (var another = new Installation(folder.resolve("another"))) {
			var card = Cards.in(VirtualCards.RSA_READER);
			new LookUp(another.connection(), () -> folder, InstantSource.system()).ofPerson(card.identity().ssin(),
					card.signer(CardKey.AUTHENTICATION, "Look up", Cards.PIN), List.of(), Progress.NONE);
		}

		var row = only(Comparison.of(answers(), List.of(installation.life(keystore))));

		assertEquals(List.of(Difference.NO_CERTIFICATE), row.differences());
		assertEquals("not-known-there", Difference.NO_CERTIFICATE.problem());
	}

	@Test
	@DisplayName("B06 limit-reached: an organisation with ten certificates is told of, one with nine is not")
	void limitReached() {
		assertEquals(List.of(), new LimitReached().apply(organisationWith(9)).toList());

		var found = new LimitReached().apply(organisationWith(10)).toList();

		assertEquals(List.of("limit-reached"), found.stream().map(Finding::problem).toList());
		assertTrue(found.getFirst().seen().contains("10"), found::toString);
	}

	/** What eHealth told of an organisation with so many certificates in force, and of one that is not. */
	private static Facts organisationWith(int count) {
		var told = IntStream.rangeClosed(0, count).mapToObj(number -> new CertificateRecord(
				new KeyIdentifier("%040X".formatted(number)), new Holder(AMBULANCES.identifier(), "APP" + number), "AMBULANCES",
				Instant.EPOCH, number == 0 ? Status.REVOKED : Status.VALID_ACTIVE, TokenStatus.VALID_ACTIVE, null, true, false, null,
				ContactData.EMPTY, List.of())).toList();
		var answers = new Answers(List.of(new org.certbench.lookup.Answer(Environment.SIMULATOR, Instant.EPOCH, null, List.of(), told, List.of())));
		return new Facts(Instant.EPOCH, List.of(), List.of(), List.of(answers));
	}

	@Test
	@DisplayName("B06 cancel: nothing is asked any more, and nothing kept")
	void cancelled() {
		assertThrows(Cancelled.class, () -> lookUp().ofHolder(AMBULANCES, new Stopped()));
		assertEquals(List.of(), answers().newestFirst());
	}

	private LookUp lookUp() throws ProblemException {
		return new LookUp(installation.connection(), () -> folder, InstantSource.system());
	}

	private Answers answers() {
		return LookUp.answers(() -> folder);
	}

	private static Row only(Comparison comparison) {
		assertEquals(1, comparison.rows().size(), comparison::toString);
		return comparison.rows().getFirst();
	}

	private Path completed(Manager manager) throws ProblemException {
		var keystore = manager.request();
		manager.complete(keystore, Manager.PASSWORD);
		return keystore;
	}

	/** Runs a flow as the wizard does, and compares what is known then. */
	private Comparison ask(Flow flow, String reader, Path keystore) throws ProblemException {
		var session = installation.session(Cards.PIN);
		if (keystore != null) {
			session.put(Answer.KEYSTORE_FILE, keystore);
			session.put(Answer.KEYSTORE_PASSWORD, Secret.taking(Manager.PASSWORD.toCharArray()));
		}
		var inventory = session.services().inventory();
		try (var run = new FlowRun("lookup", flow, session)) {
			new Manager(installation, reader).goTo(run, StepKind.RESULT);
			told = ((ResultStep) run.current()).result().orElseThrow().summary().sections().toString();
			run.next(Progress.NONE);
		}
		return Comparison.of(answers(), inventory.scan(Progress.NONE));
	}

	private void revoke(Path keystore) throws ProblemException {
		var office = installation.connection().capability(RevocationOffice.class).orElseThrow();
		var card = Cards.in(VirtualCards.RSA_READER);
		var key = installation.life(keystore).keyIdentifier().orElseThrow();
		var person = new Person(card.identity().ssin(), card.identity().firstNames(), card.identity().name());
		var contract = office.draft(key, person, Reason.SUPERSEDED, Progress.NONE);
		office.revoke(key, contract, card.signer(CardKey.SIGNATURE, "Revoke", Cards.PIN), Progress.NONE);
	}

	private void letTheOtherManageTheAmbulances() throws Exception {
		var file = folder.resolve("simulator/organisations.json");
		var jane = Cards.in(VirtualCards.RSA_READER).identity().ssin().value();
		var other = Cards.in(VirtualCards.EC_READER).identity().ssin().value();
		Files.writeString(file, Files.readString(file).replace('"' + jane + '"', '"' + jane + "\",\"" + other + '"'));
	}

	/** What another computer knows of a copied keystore: no journal tells of it there. */
	private List<CertificateLife> copied(Path keystore) throws Exception {
		var elsewhere = folder.resolve("elsewhere");
		var place = elsewhere.resolve("simulator/keystore");
		Files.createDirectories(place);
		Files.copy(keystore, place.resolve(keystore.getFileName()));
		return new IndexedInventory(elsewhere, elsewhere.resolve("home"), new FolderJournal(() -> elsewhere),
				installation.keystores(), InstantSource.system()).scan(Progress.NONE);
	}
}
