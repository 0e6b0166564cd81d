package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.core.Holder;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.SimulatedRequest;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.flow.Answer;
import org.certbench.flow.ContactStep;
import org.certbench.flow.FlowException;
import org.certbench.flow.HolderStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.StepKind;
import org.certbench.flow.Summary.Row;
import org.certbench.flow.SummaryStep;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.EncryptionEntry;
import org.certbench.keystore.Keystore.Stage;
import org.certbench.keystore.KeystoreName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The life of a certificate, over loopback")
class LifeTest {

	private static final String FIRST = "First keystore 1";
	private static final String SECOND = "Second keystore 2";
	private static final Holder AMBULANCES = Holder.parse("NIHII-AMBU_SERVICE=79699950");

	@TempDir
	private Path folder;

	@ParameterizedTest(name = "{0}, {1} issuer")
	@CsvSource({ VirtualCards.RSA_READER + ",RSA", VirtualCards.RSA_READER + ",EC", VirtualCards.EC_READER + ",RSA",
			VirtualCards.EC_READER + ",EC" })
	@DisplayName("M03 to M26: requested, completed, renewed, completed, activated")
	void life(String reader, Issuer issuer) throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator()
					.change(SimulatorSettings.DEFAULT.withIssuer(issuer).withBackdating(Backdating.NEXT));
			var manager = new Manager(installation, reader);

			var old = manager.choosing(FIRST).request();
			assertEquals(LifeCycleState.REQUESTED, installation.life(old).state());
			manager.complete(old, FIRST);
			assertEquals(LifeCycleState.RENEWAL_DUE, installation.life(old).state());

			var renewed = manager.choosing(SECOND).renew(old, FIRST);
			assertEquals(LifeCycleState.RENEWAL_AWAITS_COMPLETION, installation.life(old).state());
			manager.complete(renewed, SECOND);
			assertEquals(LifeCycleState.RENEWAL_AWAITS_ACTIVATION, installation.life(old).state());
			assertEquals(LifeCycleState.TOKEN_REGISTERED, installation.life(renewed).state());
			manager.activate(renewed, SECOND);
			assertEquals(LifeCycleState.SUPERSEDED, installation.life(old).state());
			assertEquals(LifeCycleState.ACTIVE, installation.life(renewed).state());

			assertEquals(List.of(old, renewed), installation.keystoreFiles());
			try (var before = installation.open(old, FIRST); var after = installation.open(renewed, SECOND)) {
				assertRenewed(before, after, issuer);
				assertSupersededAtTheAuthority(installation, before, after);
			}
		}
	}

	@Test
	@DisplayName("M32: who is not the certificate's manager renews nothing, and is told so before a key is made")
	void anotherManager() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
			var jane = Manager.jane(installation).wanting(AMBULANCES);
			var keystore = jane.request();
			jane.complete(keystore, Manager.PASSWORD);
			var john = new Manager(installation, VirtualCards.EC_READER);

			var refused = assertThrows(FlowException.NotTheManager.class, () -> john.renew(keystore, Manager.PASSWORD));

			assertEquals("manager-gone", refused.problem());
			assertTrue(refused.getMessage().contains("NO_MANDATE"), refused::getMessage);
			assertEquals(List.of(keystore), installation.keystoreFiles());
		}
	}

	@Test
	@DisplayName("M08, M11, M12: the contract that was shown is kept with the request, and the result tells where all of it lies")
	void contractIsKept() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.SUMMARY);
				var contract = ((SummaryStep) run.current()).summary().orElseThrow().document();
				manager.goTo(run, StepKind.RESULT);
				var request = installation.onlyRequest();
				var told = ((ResultStep) run.current()).result().orElseThrow().summary().sections().stream()
						.flatMap(section -> section.rows().stream()).map(Row::value).toList();

				assertTrue(told.containsAll(List.of(request.key().toString(), request.signedOrder().toString(),
						request.keystore().getFileName().toString(), request.keystore().getParent().toString())), told::toString);
				manager.complete(request.keystore(), Manager.PASSWORD);
				var kept = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(request.signedOrder().toFile());
				assertFalse(contract.isBlank());
				assertTrue(kept.getDocumentElement().getTextContent().contains(contract), () -> contract + " is not in the request");
			}
		}
	}

	@Test
	@DisplayName("M05, M07: an organisation's limit, and the advice to give a general address, are told before the signature")
	void limitAndAdvice() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation).wanting(AMBULANCES);
			manager.complete(manager.request(), Manager.PASSWORD);
			try (var run = manager.beginRequest()) {
				run.session().put(Answer.APPLICATION_ID, "LABO");
				manager.goTo(run, StepKind.SUMMARY);
				var told = ((SummaryStep) run.current()).summary().orElseThrow().sections().toString();

				var texts = Texts.of(SummaryStep.class);
				assertTrue(told.contains(texts.get("limit.organisation.has", 1, texts.get("limit.noApplicationId"))), told);
				assertTrue(told.contains(texts.get("summary.noGeneralEmail")), told);
			}
			try (var run = manager.beginRequest()) {
				run.session().put(Answer.GENERAL_EMAIL, "info@example.org");
				manager.goTo(run, StepKind.SUMMARY);
				var told = ((SummaryStep) run.current()).summary().orElseThrow().sections().toString();

				assertTrue(HolderStep.limit(run.session()).orElseThrow().isReached(), told);
				assertFalse(told.contains(Texts.of(SummaryStep.class).get("summary.noGeneralEmail")), told);
			}
		}
	}

	private static void assertRenewed(Keystore before, Keystore after, Issuer issuer) {
		assertTrue(KeystoreName.of(after.file()).isPresent(), "named as eHealth's are: " + after.file());
		assertEquals(Stage.TOKEN_PREPARED, after.stage());
		assertNotEquals(before.keyIdentifier(), after.keyIdentifier());
		assertEquals(before.holder(), after.holder());
		assertEquals(issuer == Issuer.RSA,
				after.authenticationChain().get(1).getPublicKey() instanceof RSAPublicKey, "the issuer's key");
		var kept = after.encryptionEntries().stream().map(EncryptionEntry::alias).toList();
		assertEquals(1, before.encryptionEntries().size());
		assertEquals(2, kept.size());
		assertTrue(kept.containsAll(before.encryptionEntries().stream().map(EncryptionEntry::alias).toList()), "M26");
	}

	private static void assertSupersededAtTheAuthority(Installation installation, Keystore before, Keystore after)
			throws Exception {
		var stages = installation.simulator().requests().stream().map(SimulatedRequest::stage).toList();
		assertEquals(List.of(SimulatedRequest.Stage.REPLACED, SimulatedRequest.Stage.ISSUED), stages);
		var record = installation.connection().lookUp(after.authenticationSigner(), Progress.NONE);
		assertEquals(TokenStatus.VALID_ACTIVE, record.tokenStatus());
		assertEquals(after.currentEncryptionEntry().stream().toList(), installation.published(after));
	}

	@Test
	@DisplayName("M05: for an organisation, and its renewal is for the same subject")
	void organisation() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
			var manager = Manager.jane(installation).wanting(AMBULANCES);
			var old = manager.request();
			manager.complete(old, Manager.PASSWORD);

			var renewed = manager.renew(old, Manager.PASSWORD);
			manager.complete(renewed, Manager.PASSWORD);

			try (var before = installation.open(old, Manager.PASSWORD);
					var after = installation.open(renewed, Manager.PASSWORD)) {
				assertEquals(AMBULANCES, after.holder().orElseThrow().holder());
				assertEquals(before.authenticationChain().getFirst().getSubjectX500Principal(),
						after.authenticationChain().getFirst().getSubjectX500Principal());
			}
		}
	}

	@Test
	@DisplayName("M08, M21: a renewal shows the old contact data, and the contract before it is signed")
	void shownBeforeSigning() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
			var manager = Manager.jane(installation);
			var old = manager.request();
			manager.complete(old, Manager.PASSWORD);

			try (var run = manager.beginRenewal(old)) {
				manager.goTo(run, StepKind.CONTACT);
				assertEquals("jane@example.org", ContactStep.contactData(run.session()).personalEmail());
				manager.goTo(run, StepKind.SUMMARY);
				var summary = ((SummaryStep) run.current()).summary().orElseThrow();

				assertTrue(summary.document().contains("<html"), summary.document());
				var values = summary.sections().stream().flatMap(section -> section.rows().stream())
						.map(row -> row.value()).toList();
				assertTrue(values.contains("jane@example.org"), values::toString);
				assertTrue(values.contains(old.getFileName().toString()), values::toString);
				assertTrue(values.stream().anyMatch(value -> value.contains("CN=SSIN\\=") || value.contains("CN=SSIN=")),
						values::toString);
				assertEquals(1, installation.keystoreFiles().size(), "no key before the signature");
			}
			assertFalse(installation.journal().requests().stream()
					.anyMatch(request -> request.milestone() != Milestone.TOKEN_REGISTERED));
		}
	}
}
