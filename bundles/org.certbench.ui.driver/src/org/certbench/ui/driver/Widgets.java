package org.certbench.ui.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.ui.WidgetIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** What is on the screen: all widgets of all windows, their ids and their texts. UI thread. */
public final class Widgets {

	private static final int MODAL = SWT.APPLICATION_MODAL | SWT.PRIMARY_MODAL | SWT.SYSTEM_MODAL;

	private Widgets() {
	}

	/** All visible widgets of all windows, outer ones before what is in them. */
	public static List<Widget> visible(Display display) {
		return Arrays.stream(display.getShells()).filter(Shell::isVisible).flatMap(Widgets::withDescendants).toList();
	}

	/** The visible widget with an id; of several the last, which is the one of the latest window. */
	public static Optional<Widget> find(Display display, String id) {
		return visible(display).stream().filter(widget -> WidgetIds.of(widget).filter(id::equals).isPresent())
				.reduce((one, other) -> other);
	}

	/** The window in front: the latest modal one, else the latest of all. */
	public static Optional<Shell> front(Display display) {
		var shells = Arrays.stream(display.getShells()).filter(Shell::isVisible)
				.filter(shell -> (shell.getStyle() & SWT.TOOL) == 0).toList();
		return shells.stream().filter(Widgets::isModal).reduce((one, other) -> other)
				.or(() -> shells.stream().reduce((one, other) -> other));
	}

	/** Whether a person can use the widget now: it is enabled, and no modal window is before its own. */
	public static boolean isUsable(Widget widget) {
		var control = switch (widget) {
			case ToolItem item -> item.getParent();
			case CTabItem item -> item.getParent();
			default -> (Control) widget;
		};
		boolean enabled = widget instanceof ToolItem item ? item.isEnabled() : control.isEnabled();
		return enabled && front(widget.getDisplay()).filter(Widgets::isModal).map(modal -> control.getShell() == modal).orElse(true);
	}

	private static boolean isModal(Shell shell) {
		return (shell.getStyle() & MODAL) != 0;
	}

	/** A control and all that is visible in it. */
	static Stream<Widget> withDescendants(Control control) {
		if (!control.isVisible()) {
			return Stream.empty();
		}
		var items = switch (control) {
			case ToolBar bar -> Arrays.<Widget>stream(bar.getItems());
			case CTabFolder folder -> Arrays.<Widget>stream(folder.getItems());
			default -> Stream.<Widget>empty();
		};
		var children = control instanceof Composite composite
				? Arrays.stream(composite.getChildren()).flatMap(Widgets::withDescendants)
				: Stream.<Widget>empty();
		return Stream.of(Stream.<Widget>of(control), items, children).flatMap(each -> each);
	}

	/** The text that a widget shows, without the marks of mnemonics; of a container, of all that is in it. */
	public static String text(Widget widget) {
		return switch (widget) {
			case Label label -> plain(label.getText());
			case CLabel label -> plain(label.getText());
			case Button button -> plain(button.getText());
			case Link link -> plain(link.getText().replaceAll("</?a[^>]*>", ""));
			case Text text -> text.getText();
			case StyledText text -> text.getText();
			case Combo combo -> combo.getText();
			case Table table -> String.join("\n", rows(table));
			case Tree tree -> String.join("\n", rows(tree));
			case Item item -> plain(item.getText());
			case Group group -> join(group.getText(), group);
			case Shell shell -> join(shell.getText(), shell);
			case Composite composite -> join("", composite);
			default -> "";
		};
	}

	/** The rows of a table or tree, all levels, the cells of each parted by tabs. */
	public static List<String> rows(Widget widget) {
		return items(widget).stream().map(Widgets::row).toList();
	}

	/** The items of a table or tree, all levels. */
	static List<Item> items(Widget widget) {
		if (widget instanceof Table table) {
			return List.of(table.getItems());
		}
		var items = new ArrayList<Item>();
		if (widget instanceof Tree tree) {
			Arrays.stream(tree.getItems()).forEach(item -> collect(item, items));
		}
		return items;
	}

	/** The cells of a row, parted by tabs. */
	static String row(Item item) {
		var cells = new ArrayList<String>();
		if (item instanceof TableItem row) {
			for (int i = 0; i < Math.max(1, row.getParent().getColumnCount()); i++) {
				cells.add(row.getText(i));
			}
		} else if (item instanceof TreeItem row) {
			for (int i = 0; i < Math.max(1, row.getParent().getColumnCount()); i++) {
				cells.add(row.getText(i));
			}
		}
		return String.join("\t", cells);
	}

	private static void collect(TreeItem item, List<Item> items) {
		// Asking for its text fills an item of a virtual tree.
		item.getText();
		items.add(item);
		Arrays.stream(item.getItems()).forEach(child -> collect(child, items));
	}

	private static String join(String own, Composite composite) {
		var inner = Arrays.stream(composite.getChildren()).filter(Control::isVisible).map(Widgets::text);
		return Stream.concat(Stream.of(own), inner).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
	}

	private static String plain(String text) {
		return text.replace("&&", "\0").replace("&", "").replace('\0', '&');
	}
}
