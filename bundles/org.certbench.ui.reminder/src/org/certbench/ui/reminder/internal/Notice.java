package org.certbench.ui.reminder.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Texts;
import org.certbench.reminder.Reminder;
import org.certbench.ui.Dates;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Icon;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/**
 * A small window in the corner of the workbench's that says which certificates expire soon. It takes no
 * focus and waits for nobody, and is reached by the keyboard as every window is. What it says counts as
 * told when the person closes it, not when the workbench ends while nobody looked. UI thread.
 */
final class Notice {

	private static final Texts TEXTS = Texts.of(Notice.class);
	private static final int MOST = 3;
	private static final int WIDTH = 380;
	private static final int GAP = 12;

	private final Shell window;
	private final Shell shell;
	private final Optional<FlowStarts> flows;

	/**
	 * @param reminders the most urgent first
	 * @param now       days left count from here
	 * @param flows     what can be started, if anything can
	 * @param seen      run when the person closes it
	 */
	Notice(Shell window, List<Reminder> reminders, Instant now, Optional<FlowStarts> flows, Runnable seen) {
		this.window = window;
		this.flows = flows;
		shell = WidgetIds.set(new Shell(window, SWT.TOOL | SWT.TITLE | SWT.CLOSE), "reminder.notice");
		shell.setText(TEXTS.get("notice.title"));
		GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 12).spacing(10, 8).applyTo(shell);
		reminders.stream().limit(MOST).forEach(each -> add(each, now));
		if (reminders.size() > MOST) {
			text(shell, TEXTS.get("notice.more", reminders.size() - MOST), 2);
		}
		addButtons(reminders.getFirst());
		shell.addListener(SWT.Close, closing -> seen.run());
	}

	/** Shows it, and leaves the focus where it is. */
	void show() {
		shell.pack();
		var room = window.getBounds();
		var size = shell.getSize();
		shell.setLocation(room.x + room.width - size.x - GAP, room.y + room.height - size.y - 4 * GAP);
		shell.setVisible(true);
	}

	boolean isInSight() {
		return !shell.isDisposed();
	}

	private void add(Reminder reminder, Instant now) {
		Label sign = new Label(shell, SWT.NONE);
		sign.setImage(Icon.of(reminder.certificate().state()).image());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 2).applyTo(sign);
		text(shell, reminder.certificate().displayName(), 1)
				.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		reminder.certificate().dates().ifPresent(dates -> text(shell, TEXTS.get("notice.expires", Dates.lastDayInWords(dates, now)), 1));
	}

	private void addButtons(Reminder first) {
		Composite buttons = new Composite(shell, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).span(2, 1).applyTo(buttons);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(buttons);
		flows.flatMap(starts -> starts.dueFor(first.certificate())).ifPresent(start -> addStart(buttons, start));
		Button close = WidgetIds.set(new Button(buttons, SWT.PUSH), "reminder.notice.close");
		close.setText(TEXTS.get("notice.close"));
		close.addListener(SWT.Selection, pressed -> shell.close());
	}

	private void addStart(Composite buttons, FlowStart start) {
		Button button = WidgetIds.set(new Button(buttons, SWT.PUSH), "reminder.notice.start");
		button.setText(TEXTS.get("notice.start", start.flow().name()));
		button.addListener(SWT.Selection, pressed -> {
			shell.close();
			start.launch();
		});
	}

	private static Label text(Composite parent, String says, int columns) {
		Label label = new Label(parent, SWT.WRAP);
		label.setText(says.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
