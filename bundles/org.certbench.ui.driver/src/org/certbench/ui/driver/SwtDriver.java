package org.certbench.ui.driver;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.certbench.ui.WidgetIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/**
 * Drives the user interface through SWT alone. It sends the events that the widgets would send, and
 * needs neither the focus nor a window manager.
 */
public final class SwtDriver implements UiDriver {

	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final Duration PAUSE = Duration.ofMillis(40);

	private final Display display;

	public SwtDriver(Display display) {
		this.display = display;
	}

	@Override
	public boolean isShown(String id) {
		return read(() -> Widgets.find(display, id).isPresent());
	}

	@Override
	public boolean isEnabled(String id) {
		return read(() -> Widgets.isUsable(widget(id)));
	}

	@Override
	public List<String> shownIds() {
		return read(() -> Widgets.visible(display).stream().flatMap(widget -> WidgetIds.of(widget).stream()).distinct()
				.toList());
	}

	@Override
	public String text(String id) {
		return read(() -> Widgets.text(widget(id)));
	}

	@Override
	public List<String> rows(String id) {
		return read(() -> Widgets.rows(widget(id)));
	}

	@Override
	public void type(String id, String text) {
		use(id, widget -> {
			var field = (Text) widget;
			field.setFocus();
			field.setText(text);
		});
	}

	@Override
	public void click(String id) {
		use(id, widget -> {
			if (widget instanceof Button button && (button.getStyle() & (SWT.CHECK | SWT.TOGGLE)) != 0) {
				button.setSelection(!button.getSelection());
			} else if (widget instanceof Button button && (button.getStyle() & SWT.RADIO) != 0) {
				chooseAmongSiblings(button);
			} else if (widget instanceof CTabItem tab) {
				tab.getParent().setSelection(tab);
			}
			widget.notifyListeners(SWT.Selection, new Event());
		});
	}

	@Override
	public void select(String id, String words) {
		use(id, widget -> select(widget, words));
	}

	@Override
	public void open(String id, String words) {
		use(id, widget -> widget.notifyListeners(SWT.DefaultSelection, select(widget, words)));
	}

	/** Of a group one is chosen; that a program chose one does not take the choice from the others by itself. */
	private static void chooseAmongSiblings(Button chosen) {
		for (var sibling : chosen.getParent().getChildren()) {
			if (sibling instanceof Button button && (button.getStyle() & SWT.RADIO) != 0) {
				button.setSelection(button == chosen);
			}
		}
	}

	/** Selects a row, and returns what its widget was told. */
	private static Event select(Widget widget, String words) {
		var item = Widgets.items(widget).stream().filter(each -> Widgets.row(each).contains(words)).findFirst()
				.orElseThrow(() -> new AssertionError("no row with \"" + words + "\""));
		var event = new Event();
		event.item = item;
		if (widget instanceof Table table) {
			table.setSelection((TableItem) item);
		} else {
			((Tree) widget).setSelection((TreeItem) item);
		}
		widget.notifyListeners(SWT.Selection, event);
		return event;
	}

	@Override
	public void scrollToEnd(String id) {
		use(id, widget -> ((StyledText) widget).invokeAction(ST.TEXT_END));
	}

	@Override
	public void await(String condition, BooleanSupplier holds) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!holds.getAsBoolean()) {
			if (System.nanoTime() > end) {
				screenshot("timeout");
				throw new AssertionError("waited " + LIMIT.toSeconds() + " s in vain until " + condition + "; shown: " + shownIds());
			}
			pause();
		}
	}

	@Override
	public void screenshot(String name) {
		read(() -> {
			Widgets.front(display).ifPresent(shell -> Screenshots.keep(shell, name));
			return null;
		});
	}

	@Override
	public List<String> cutTexts() {
		return read(() -> Widgets.front(display).map(CutTextCheck::in).orElse(List.of()));
	}

	/**
	 * Begins to use a widget, and returns when that is done or, where it opened a dialog that waits
	 * for an answer, when the dialog is there.
	 */
	private void use(String id, Consumer<Widget> action) {
		read(() -> {
			if (!Widgets.isUsable(widget(id))) {
				throw new AssertionError(id + " is disabled, or behind a modal dialog");
			}
			return null;
		});
		var thrown = new AtomicReference<Throwable>();
		display.asyncExec(() -> {
			try {
				action.accept(widget(id));
			} catch (RuntimeException | AssertionError e) {
				thrown.set(e);
			}
		});
		read(() -> null);
		if (thrown.get() != null) {
			throw new AssertionError("using " + id + " failed", thrown.get());
		}
	}

	private Widget widget(String id) {
		return Widgets.find(display, id).orElseThrow(() -> new AssertionError(id + " is not shown"));
	}

	private <T> T read(Supplier<T> reader) {
		var result = new AtomicReference<T>();
		var thrown = new AtomicReference<Throwable>();
		display.syncExec(() -> {
			try {
				result.set(reader.get());
			} catch (RuntimeException | AssertionError e) {
				thrown.set(e);
			}
		});
		if (thrown.get() instanceof AssertionError failure) {
			throw failure;
		}
		if (thrown.get() != null) {
			throw new AssertionError("looking at the screen failed", thrown.get());
		}
		return result.get();
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError("interrupted", e);
		}
	}
}
