package org.certbench.ui.wizard.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.certbench.core.Cancelled;
import org.certbench.core.Secret;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Asks for the PIN in a dialog over the wizard, for the worker that signs. */
public final class DialogPinEntry implements PinEntry {

	private final Display display;
	private volatile Shell parent;

	public DialogPinEntry(Display display) {
		this.display = display;
	}

	/** Asks over this window from now on; where it is closed, nobody is left to give a PIN. */
	public void askOver(Shell shell) {
		parent = shell;
	}

	@Override
	public Secret ask(PinRequest request) throws Cancelled {
		var given = new AtomicReference<Secret>();
		inWindow(() -> given.set(open(request).orElse(null)));
		return Optional.ofNullable(given.get()).orElseThrow(Cancelled::new);
	}

	@Override
	public Notice tellToUse(Elsewhere elsewhere, PinRequest request) {
		var notice = new AtomicReference<ElsewhereDialog>();
		inWindow(() -> {
			if (parent != null && !parent.isDisposed()) {
				notice.set(new ElsewhereDialog(parent, elsewhere, request));
				notice.get().open();
			}
		});
		return () -> inWindow(() -> Optional.ofNullable(notice.get()).ifPresent(ElsewhereDialog::close));
	}

	private void inWindow(Runnable work) {
		try {
			display.syncExec(work);
		} catch (SWTException e) {
			if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
				throw e;
			}
			// The program is ending: nobody gives a PIN any more.
		}
	}

	private Optional<Secret> open(PinRequest request) {
		return parent == null || parent.isDisposed() ? Optional.empty() : new PinDialog(parent, request).ask();
	}
}
