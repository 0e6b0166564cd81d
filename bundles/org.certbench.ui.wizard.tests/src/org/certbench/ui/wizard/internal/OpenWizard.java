package org.certbench.ui.wizard.internal;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.certbench.authority.Applicant;
import org.certbench.authority.AuthorityConnection;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.LifeCycleState;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowServices;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.Step;
import org.certbench.flow.StepKind;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.keystore.Keystores;
import org.certbench.testing.Absent;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.UiDriver;
import org.certbench.ui.wizard.StepPage;
import org.certbench.ui.wizard.internal.page.CardPage;
import org.certbench.ui.wizard.internal.page.CertificatePage;
import org.certbench.ui.wizard.internal.page.ChoicePage;
import org.certbench.ui.wizard.internal.page.ContactPage;
import org.certbench.ui.wizard.internal.page.HolderPage;
import org.certbench.ui.wizard.internal.page.KeystorePage;
import org.certbench.ui.wizard.internal.page.PasswordPage;
import org.certbench.ui.wizard.internal.page.ResultPage;
import org.certbench.ui.wizard.internal.page.SummaryPage;
import org.certbench.ui.wizard.internal.page.TermsPage;
import org.certbench.ui.wizard.internal.page.WorkPage;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.swt.widgets.Display;

/** The wizard on the screen, with steps that a test gives, and around it only what they need. */
final class OpenWizard implements AutoCloseable {

	static final String DEMO_PASSWORD_HINT = "Its password is Ambulance-112";

	private static final Map<String, Supplier<StepPage>> PAGES = Map.ofEntries(entry("terms", TermsPage::new),
			entry("card", CardPage::new), entry("holder", HolderPage::new), entry("contact", ContactPage::new),
			entry("keystore", KeystorePage::new), entry("old-keystore", KeystorePage::new),
			entry("certificate", CertificatePage::new),
			entry("password", PasswordPage::new), entry("summary", SummaryPage::new), entry("work", WorkPage::new),
			entry("result", ResultPage::new), entry("choice", ChoicePage::new));

	/** What a test prepares before the wizard opens. */
	static final class Setup {
		final FakeReaders readers = new FakeReaders();
		final DialogSettings remembered = new DialogSettings("test");
		final List<CertificateLife> keystores = new ArrayList<>();
		final List<Applicant> applicants = new ArrayList<>();
		private volatile Duration ahead = Duration.ZERO;

		/** Lets time pass. */
		void later(Duration duration) {
			ahead = ahead.plus(duration);
		}

		Instant now() {
			return Instant.now().plus(ahead);
		}

		/** Makes a keystore known. */
		Setup knows(String file, LifeCycleState state) {
			keystores.add(new CertificateLife(Path.of(file), Environment.SIMULATOR,
					Holder.parse("NIHII-AMBU_SERVICE=79699950"), "AMBULANCE & CO " + file, null, state, null, null, null, null,
					null, "", null));
			return this;
		}

		/** Lets the authority list a holder, with the application ids of its certificates. */
		Setup mayOrderFor(String holder, String name, String... applicationIds) {
			applicants.add(new Applicant(Holder.parse(holder), name, List.of(applicationIds)));
			return this;
		}

		OpenWizard open(Step... steps) {
			return new OpenWizard(this, List.of(steps));
		}
	}

	final UiDriver ui;
	final FlowRun run;
	private final Display display = TestDisplay.get();
	private final FlowDialog dialog;

	private OpenWizard(Setup setup, List<Step> steps) {
		ui = new SwtDriver(display);
		var pin = new DialogPinEntry(display);
		run = new FlowRun("test", session -> steps, session(setup, pin));
		dialog = display.syncCall(() -> {
			var opened = new FlowDialog(null, "Test", run, services(setup));
			opened.create();
			pin.askOver(opened.getShell());
			opened.open();
			return opened;
		});
		ui.awaitShown("wizard.steps");
	}

	static OpenWizard with(Step... steps) {
		return new Setup().open(steps);
	}

	<T> Optional<T> answer(Answer<T> answer) {
		return run.session().get(answer);
	}

	/** What is missing, as it is said beside the buttons. */
	String hint() {
		return ui.text("wizard.hint");
	}

	/** Goes on as soon as that is possible. */
	void next() {
		ui.awaitEnabled("wizard.next");
		ui.click("wizard.next");
	}

	@Override
	public void close() {
		display.syncExec(() -> {
			if (dialog.getShell() != null && !dialog.getShell().isDisposed()) {
				dialog.close();
			}
		});
	}

	private static FlowSession session(Setup setup, DialogPinEntry pin) {
		var journal = Absent.except(Journal.class, Map.of("write", entry -> null, "request", key -> Optional.empty()));
		var inventory = Absent.except(Inventory.class, Map.of("certificates", none -> List.copyOf(setup.keystores), "scan",
				progress -> List.copyOf(setup.keystores)));
		var authority = Absent.except(AuthorityConnection.class, Map.of("environment", none -> Environment.SIMULATOR,
				"applicants", arguments -> List.copyOf(setup.applicants)));
		var services = new FlowServices(setup::now, Absent.of(DataFolder.class), journal,
				Absent.of(Keystores.class), inventory, setup.readers);
		return new FlowSession(services, authority, Path.of("keystores"), pin, "");
	}

	private static WizardServices services(Setup setup) {
		Function<StepKind, Optional<StepPage>> pages = kind -> Optional.ofNullable(PAGES.get(kind.id())).map(Supplier::get);
		return new WizardServices(Absent.of(Flows.class), (flow, keystore, request) -> {
			throw new UnsupportedOperationException(flow);
		}, pages, file -> file.toString().contains("demo") ? Optional.of(DEMO_PASSWORD_HINT) : Optional.empty(),
				setup.remembered);
	}
}
