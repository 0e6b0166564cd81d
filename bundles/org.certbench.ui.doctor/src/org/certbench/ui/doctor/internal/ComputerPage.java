package org.certbench.ui.doctor.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.doctor.Diagnosis;
import org.certbench.doctor.DiagnosisText;
import org.certbench.doctor.Doctor;
import org.certbench.inventory.Words;
import org.certbench.ui.ClipboardText;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.UiJob;
import org.certbench.ui.UiThread;
import org.certbench.ui.WidgetIds;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * Looks at this computer in the background and shows each part as soon as it was looked at, at the end
 * the worst first: above, the whole in a sentence and the buttons; below, what was seen. UI thread.
 */
final class ComputerPage {

	private static final Texts TEXTS = Texts.of(ComputerPage.class);
	private static final int WRAP_WIDTH = 160;

	private final Doctor doctor;
	private final Supplier<Environment> environment;
	private final Composite area;
	private final Label sign;
	private final Label summary;
	private final Button refresh;
	private final Button copy;
	private final Button cancel;
	private final PartsPage page;
	private Look current;
	/** The last whole one, for whoever copies it. */
	private Diagnosis diagnosis;

	/** @param environment the one that is worked in */
	ComputerPage(Composite parent, Doctor doctor, Supplier<Environment> environment) {
		this.doctor = doctor;
		this.environment = environment;
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
		Composite head = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 10).spacing(10, 8).applyTo(head);
		sign = new Label(head, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
		summary = WidgetIds.set(new Label(head, SWT.WRAP), "computer.summary");
		summary.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(summary);
		Composite buttons = new Composite(head, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(buttons);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(6, 0).applyTo(buttons);
		refresh = button(buttons, "refresh", this::look);
		refresh.setImage(Icon.REFRESH.image());
		copy = button(buttons, "copy", this::copy);
		cancel = button(buttons, "cancel", this::cancel);
		page = new PartsPage(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(page.control());
	}

	Control control() {
		return area;
	}

	void setFocus() {
		(refresh.isEnabled() ? refresh : cancel).setFocus();
	}

	/** Looks at everything, from the beginning. */
	void look() {
		cancel();
		current = new Look(environment.get(), false);
		current.start();
	}

	/** Looks at everything again, because something changed: what was seen before stays in sight until the end. */
	void lookAgain() {
		boolean whole = diagnosis != null && (current.quiet || current.ended);
		if (!whole) {
			look();
			return;
		}
		cancel();
		current = new Look(environment.get(), true);
		current.start();
	}

	/** Stops looking; what was seen until then stays. */
	void cancel() {
		if (current != null) {
			current.job.cancel();
		}
	}

	private static Button button(Composite parent, String name, Runnable pressed) {
		Button button = WidgetIds.set(new Button(parent, SWT.PUSH), "computer." + name);
		button.setText(TEXTS.get(name));
		button.addListener(SWT.Selection, event -> pressed.run());
		return button;
	}

	private void tell(Icon icon, RGB colour, String words) {
		sign.setImage(icon.image());
		summary.setText(words);
		summary.setForeground(Palette.color(colour));
		area.layout(true, true);
	}

	private void enable(boolean running, boolean whole) {
		refresh.setEnabled(!running);
		cancel.setEnabled(running);
		copy.setEnabled(whole);
	}

	private void copy() {
		var lines = new ArrayList<String>();
		lines.add(TEXTS.get("copied", Words.of(diagnosis.environment()), diagnosis.moment()));
		lines.add("");
		lines.addAll(DiagnosisText.lines(diagnosis));
		ClipboardText.put(String.join(System.lineSeparator(), lines), area.getDisplay());
	}

	/** One look at everything. What it tells after another one was begun is not shown. */
	private final class Look {

		private final Environment where;
		private final boolean quiet;
		private final List<Diagnosis.Part> parts = new ArrayList<>();
		private Job job;
		private boolean ended;

		/** @param quiet nothing is shown before the end */
		Look(Environment where, boolean quiet) {
			this.where = where;
			this.quiet = quiet;
		}

		void start() {
			if (!quiet) {
				enable(true, false);
				waiting(TEXTS.get("looking"));
				page.show(doctor.checks(), parts);
			}
			job = UiJob
					.named(TEXTS.get("job"), area,
							progress -> doctor.examine(where, progress, part -> UiThread.in(area, () -> ifCurrent(() -> add(part)))))
					.whileDoing(what -> ifCurrent(() -> waiting(TEXTS.get("doing", what))))
					.whenDone(whole -> ifCurrent(() -> end(whole)))
					.whenFailed(stopped -> ifCurrent(this::stopped)).start();
		}

		private void ifCurrent(Runnable action) {
			if (current == this) {
				action.run();
			}
		}

		private void waiting(String words) {
			if (quiet) {
				return;
			}
			tell(Icon.STATE_WAITING, Palette.of(area).text(), words);
		}

		private void add(Diagnosis.Part part) {
			parts.add(part);
			if (!quiet) {
				page.show(doctor.checks(), parts);
			}
		}

		private void end(Diagnosis whole) {
			ended = true;
			diagnosis = whole;
			enable(false, true);
			tell(OutcomeSign.icon(whole.worst()), OutcomeSign.colour(whole.worst(), area), DiagnosisText.summary(whole));
			page.show(whole.worstFirst().stream().map(Diagnosis.Part::check).toList(), parts);
		}

		private void stopped() {
			ended = true;
			enable(false, false);
			tell(Icon.STATE_ATTENTION, Palette.of(area).text(), TEXTS.get("stopped"));
		}
	}
}
