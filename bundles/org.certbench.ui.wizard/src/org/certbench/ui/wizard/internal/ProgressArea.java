package org.certbench.ui.wizard.internal;

import org.certbench.core.Texts;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/**
 * Tells what is being done, with the button that stops it. It shows itself only when the work takes
 * longer than a moment, so that nothing flickers. UI thread.
 */
final class ProgressArea extends Composite {

	private static final Texts TEXTS = Texts.of(ProgressArea.class);
	private static final int MOMENT_MILLISECONDS = 300;

	private final Label doing;
	private final ProgressBar bar;
	private final Button stop;
	private boolean working;

	ProgressArea(Composite parent, Runnable stopped) {
		super(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 4).applyTo(this);
		doing = WidgetIds.set(new Label(this, SWT.WRAP), "wizard.progress");
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(300, SWT.DEFAULT).applyTo(doing);
		bar = new ProgressBar(this, SWT.INDETERMINATE);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(bar);
		stop = WidgetIds.set(new Button(this, SWT.PUSH), "wizard.stop");
		stop.setText(TEXTS.get("stop"));
		stop.setLayoutData(new GridData());
		stop.addListener(SWT.Selection, pressed -> stopped.run());
		setVisible(false);
	}

	/** Work begins. */
	void begin(String what) {
		working = true;
		stop.setEnabled(true);
		show(what);
		setShown(false);
		getDisplay().timerExec(MOMENT_MILLISECONDS, () -> {
			if (working && !isDisposed()) {
				setWorkShown(true);
				setShown(true);
			}
		});
	}

	/** What is being done now. */
	void show(String what) {
		doing.setText(what.replace("&", "&&"));
		requestLayout();
	}

	/** It was told to stop; that may take a moment. */
	void stopping() {
		stop.setEnabled(false);
		show(TEXTS.get("stopping"));
	}

	/** Work is over. */
	void end() {
		working = false;
		setShown(false);
	}

	/** Says something that is neither work nor a problem, until work begins again. */
	void tell(String what) {
		show(what);
		setWorkShown(false);
		setShown(true);
	}

	private void setWorkShown(boolean shown) {
		for (var control : new Control[] { bar, stop }) {
			control.setVisible(shown);
			((GridData) control.getLayoutData()).exclude = !shown;
		}
	}

	private void setShown(boolean shown) {
		((GridData) getLayoutData()).exclude = !shown;
		setVisible(shown);
		requestLayout();
	}
}
