package org.certbench.ui.reminder.internal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.reminder.ReminderSettings;
import org.certbench.reminder.ReminderSetup;
import org.certbench.reminder.Reminders;
import org.certbench.ui.ProblemArea;
import org.certbench.ui.UiJob;
import org.certbench.ui.WidgetIds;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** The settings of the reminders, and the button that tries them. UI thread. */
final class ReminderForm extends Composite {

	private static final Texts TEXTS = Texts.of(ReminderForm.class);

	private final ReminderSetup setup;
	private final Reminders reminders;
	private final Consumer<String> fault;
	private final Text thresholds;
	private final ServerFields server;
	private final AddresseeTable addressees;
	private final Button test;
	private final Button cancel;
	private final Label tested;
	private final ProblemArea problem;
	private Job testing;

	/** @param fault told what is wrong with a field, or an empty text where nothing is */
	ReminderForm(Composite parent, ReminderSetup setup, Reminders reminders, Consumer<String> fault) {
		super(parent, SWT.NONE);
		this.setup = setup;
		this.reminders = reminders;
		this.fault = fault;
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 6).applyTo(this);
		thresholds = Fields.text(this, "thresholds", SWT.BORDER, this::check);
		server = new ServerFields(this, this::check);
		addressees = new AddresseeTable(this, this::check);
		Composite trial = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(trial);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(trial);
		test = Fields.button(trial, "test", this::sendTest);
		cancel = Fields.button(trial, "test.cancel", () -> testing.cancel());
		cancel.setEnabled(false);
		tested = WidgetIds.set(new Label(trial, SWT.WRAP), "reminders.tested");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(tested);
		problem = new ProblemArea(this);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).exclude(true).applyTo(problem);
		addListener(SWT.Dispose, gone -> stopTest());
	}

	/** Shows what is set up now. */
	void fill() {
		try (var kept = setup.password().orElseGet(() -> Secret.taking(new char[0]))) {
			var settings = setup.settings();
			thresholds.setText(settings.thresholds().stream().map(String::valueOf).collect(Collectors.joining(", ")));
			server.fill(settings, !kept.isEmpty());
			addressees.fill(settings.addressees());
		} catch (ProblemException e) {
			problem.show(e);
		}
		check();
	}

	/** Keeps what is in the fields. */
	void keep() throws ProblemException {
		setup.keep(settings());
		if (server.isPasswordGiven()) {
			try (var password = server.password()) {
				setup.keepPassword(password);
			}
		}
	}

	private void check() {
		if (test == null) {
			// the fields are still being made
			return;
		}
		var wrong = isThresholdWrong() ? TEXTS.get("fault.thresholds") : server.fault();
		fault.accept(wrong);
		test.setEnabled(wrong.isEmpty() && testing == null && settings().sendsMails());
	}

	private boolean isThresholdWrong() {
		try {
			thresholds();
			return false;
		} catch (IllegalArgumentException e) {
			return true;
		}
	}

	/** @throws IllegalArgumentException where they are none */
	private List<Integer> thresholds() {
		var days = Arrays.stream(thresholds.getText().strip().split("[\\s,;]+")).map(Integer::valueOf).toList();
		return new ReminderSettings(null, "", List.of(), days).thresholds();
	}

	private ReminderSettings settings() {
		return new ReminderSettings(server.server().orElse(null), server.from(), addressees.addressees(), thresholds());
	}

	private void sendTest() {
		var settings = settings();
		problem.clear();
		tested.setText(TEXTS.get("testing"));
		cancel.setEnabled(true);
		Secret typed = server.password();
		boolean given = server.isPasswordGiven();
		testing = UiJob.named(TEXTS.get("testing"), this, progress -> {
			try (typed; var password = given ? typed.copy() : setup.password().orElseGet(typed::copy)) {
				reminders.sendTest(settings, password, progress);
				return settings.addressees().size();
			}
		}).whenDone(count -> tested.setText(TEXTS.get("tested", count))).whenFailed(this::testFailed).atTheEnd(this::testEnded).start();
		check();
	}

	private void testFailed(ProblemException failure) {
		tested.setText(TEXTS.get(failure instanceof Cancelled ? "test.stopped" : "test.failed"));
		if (!(failure instanceof Cancelled)) {
			problem.show(failure);
		}
	}

	private void testEnded() {
		testing = null;
		cancel.setEnabled(false);
		check();
	}

	private void stopTest() {
		if (testing != null) {
			testing.cancel();
		}
	}
}
