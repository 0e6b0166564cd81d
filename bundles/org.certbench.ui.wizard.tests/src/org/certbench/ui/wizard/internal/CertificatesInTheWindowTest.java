package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.certbench.flow.Flows;
import org.certbench.guide.Guide;
import org.certbench.testing.TestLanguage;
import org.certbench.ui.driver.GuideScenario;
import org.certbench.ui.driver.HandOverScenario;
import org.certbench.ui.driver.HandedOverScenario;
import org.certbench.ui.driver.InUseScenario;
import org.certbench.ui.driver.LookUpScenario;
import org.certbench.ui.driver.OldKeysScenario;
import org.certbench.ui.driver.OrganisationScenario;
import org.certbench.ui.driver.PasswordScenario;
import org.certbench.ui.driver.RenewalScenario;
import org.certbench.ui.driver.RequestScenario;
import org.certbench.ui.driver.RevocationScenario;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TasksScenario;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.UiDriver;
import org.certbench.ui.driver.WrongManagerScenario;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole flows in the real workbench, against the real simulator, by following what the screen says.
 * They share one window and one data folder, empty at first. Texts of other languages are longer than
 * English ones, and none may be cut; those of the window itself are as it was started.
 */
@TestMethodOrder(OrderAnnotation.class)
class CertificatesInTheWindowTest {

	private static final Locale DUTCH = Locale.of("nl");

	private final UiDriver ui = new SwtDriver(TestDisplay.get());

	@BeforeEach
	void needsTheWorkbench() {
		assumeTrue(PlatformUI.isWorkbenchRunning(), "this test needs the workbench");
	}

	@Test
	@Order(1)
	@DisplayName("M21 to M24, M26, M06, M09, W09: a new user renews the demonstration keystore in the window")
	void aNewUserRenewsTheDemonstrationKeystore() {
		new RenewalScenario(ui, "renewal-en").run();
	}

	@Test
	@Order(2)
	@DisplayName("M25, W07: the renewed keystore is handed over to the software's folder, and asked for no longer")
	void theRenewedKeystoreIsHandedOver(@TempDir Path software) {
		new HandOverScenario(ui, "hand-over-en", software).run();
	}

	@Test
	@Order(3)
	@DisplayName("M03 to M13, B05: a person requests and completes a first certificate, with the pages in French")
	void aPersonRequestsACertificateInFrench() {
		in(Locale.FRENCH, () -> new RequestScenario(ui, "request-fr").run());
	}

	@Test
	@Order(4)
	@DisplayName("M35, B05: its password is changed, with the pages in French")
	void itsPasswordIsChangedInFrench() {
		in(Locale.FRENCH, () -> new PasswordScenario(ui, "password-fr").run());
	}

	@Test
	@Order(5)
	@DisplayName("Two at once: who comes second to a keystore is told who works on it, and goes on afterwards; in German")
	void whoComesSecondIsTold() {
		in(Locale.GERMAN, () -> new InUseScenario(ui, "in-use-de", RequestScenario.PASSWORD).run("SSIN", new OtherWork()));
	}

	@Test
	@Order(6)
	@DisplayName("M05, M07, M10 to M12, M14, M22, B05: an organisation's request fails to be sent, is sent again with its one key, and completed when it is issued; in Dutch")
	void anOrganisationsRequestFailsAndGoesOnInDutch(@TempDir Path folder) throws IOException {
		var scenario = new OrganisationScenario(ui, "organisation-nl", new SimulatorOperator());
		in(DUTCH, scenario::request);
		var made = Workbench.keystores("," + OrganisationScenario.APPLICATION + " ");
		assertEquals(1, made.size(), made::toString);
		if (TestDesktop.isPossible()) {
			theFolderIsShown(made.getFirst().getParent(), new TestDesktop(folder));
		}
		in(DUTCH, scenario::complete);
	}

	private void theFolderIsShown(Path keystores, TestDesktop desktop) {
		ui.click("wizard.result.folder");
		ui.await("the folder is shown, or is said not to be",
				() -> !desktop.openedFolder().isEmpty() || ui.isShown("opening.message"));
		assertEquals(keystores.toString(), desktop.openedFolder());
	}

	@Test
	@Order(7)
	@DisplayName("M32: with another person's eID a renewal is refused, and the guide tells how a manager is appointed; in German")
	void somebodyElseDoesNotRenew() {
		in(Locale.GERMAN, () -> new WrongManagerScenario(ui, "manager-de", OrganisationScenario.PASSWORD).run());
		assertEquals(1, Workbench.keystores("," + OrganisationScenario.APPLICATION + " ").size(), "nothing was made");
	}

	@Test
	@Order(8)
	@DisplayName("M21 to M25, B05: the manager renews it, and tells that it was handed over; in German")
	void itsManagerRenewsInGerman() {
		in(Locale.GERMAN, () -> {
			new RenewalScenario(ui, "renewal-de", OrganisationScenario.PASSWORD).run();
			new HandedOverScenario(ui, "handed-over-de").run();
		});
	}

	@Test
	@Order(9)
	@DisplayName("M31 to M33: each page of the guide is found, with its button and whom to ask; in German")
	void eachPageOfTheGuideIsFound() {
		in(Locale.GERMAN, () -> new GuideScenario(ui, "guide-de", Workbench.service(Guide.class).pages()).run());
	}

	@Test
	@Order(10)
	@DisplayName("M33: whom to ask is at the foot of the guide, and in the menu of help")
	void contactsAreShown() {
		new GuideScenario(ui, "guide-en", List.of())
				.contacts(() -> Workbench.choose("help", "org.certbench.ui.guide.contacts.show"));
	}

	@Test
	@Order(11)
	@DisplayName("M02: each task is told in its group, with what it does and what must be at hand")
	void eachTaskIsInItsGroup() {
		new TasksScenario(ui, Workbench.service(Flows.class).installed()).run();
	}

	@Test
	@Order(12)
	@DisplayName("B06, B05: what eHealth knows is told beside what is here, with the pages in French")
	void whatEhealthKnowsIsToldInFrench() {
		in(Locale.FRENCH, () -> new LookUpScenario(ui, "lookup-fr").run(List.of("SSIN", "," + OrganisationScenario.APPLICATION)));
	}

	@Test
	@Order(13)
	@DisplayName("M26, B05: the encryption keys that another program left out are taken over from the older keystore; in Dutch")
	void oldKeysAreTakenOverInDutch() throws Exception {
		var keystores = Workbench.keystores("," + OrganisationScenario.APPLICATION + " ").stream().sorted().toList();
		var other = new OtherRenewal(keystores.getLast(), RenewalScenario.NEW_PASSWORD);
		var before = other.aliases();
		other.leaveOut(new OtherRenewal(keystores.getFirst(), OrganisationScenario.PASSWORD).aliases());
		assertEquals(before.size() - 1, other.aliases().size());
		in(DUTCH, () -> new OldKeysScenario(ui, "old-keys-nl").run("," + OrganisationScenario.APPLICATION,
				RenewalScenario.NEW_PASSWORD, OrganisationScenario.PASSWORD));
		assertEquals(before, other.aliases());
	}

	@Test
	@Order(14)
	@DisplayName("M30: a form for a revocation is signed with the eID, and the renewed certificate is revoked")
	void theRenewedCertificateIsRevoked(@TempDir Path papers) {
		new RevocationScenario(ui, "revocation-en", papers).runWithSignedForm("," + OrganisationScenario.APPLICATION);
	}

	@Test
	@Order(15)
	@DisplayName("M30, B05: a form is written to be signed by hand, and a person's certificate revoked, with the pages in French")
	void aPersonsCertificateIsRevokedInFrench(@TempDir Path papers) {
		in(Locale.FRENCH, () -> new RevocationScenario(ui, "revocation-fr", papers).run("SSIN"));
	}

	private static void in(Locale language, Runnable scenario) {
		try (var spoken = TestLanguage.of(language)) {
			scenario.run();
		}
	}
}
