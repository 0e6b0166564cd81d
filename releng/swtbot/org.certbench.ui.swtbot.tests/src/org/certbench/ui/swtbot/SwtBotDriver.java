package org.certbench.ui.swtbot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.ui.WidgetIds;
import org.certbench.ui.driver.CutTextCheck;
import org.certbench.ui.driver.Screenshots;
import org.certbench.ui.driver.UiDriver;
import org.certbench.ui.driver.Widgets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.swtbot.eclipse.finder.SWTWorkbenchBot;
import org.eclipse.swtbot.swt.finder.finders.UIThreadRunnable;
import org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import org.eclipse.swtbot.swt.finder.waits.DefaultCondition;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotButton;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotCTabItem;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotCheckBox;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotLink;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotRadio;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotStyledText;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTable;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotText;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotToolbarPushButton;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTree;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotTreeItem;

/** Drives the user interface by SWTBot, which finds controls by the same ids (W08). */
final class SwtBotDriver implements UiDriver {

	private static final long LIMIT_MILLISECONDS = 60_000;
	private static final long PAUSE_MILLISECONDS = 50;

	private final SWTWorkbenchBot bot = new SWTWorkbenchBot();

	@Override
	public boolean isShown(String id) {
		return find(id).isPresent();
	}

	@Override
	public boolean isEnabled(String id) {
		Widget widget = widget(id);
		return UIThreadRunnable.syncExec(() -> Widgets.isUsable(widget));
	}

	@Override
	public List<String> shownIds() {
		return UIThreadRunnable.syncExec(() -> Widgets.visible(bot.getDisplay()).stream()
				.flatMap(widget -> WidgetIds.of(widget).stream()).distinct().toList());
	}

	@Override
	public String text(String id) {
		Widget widget = widget(id);
		return UIThreadRunnable.syncExec(() -> Widgets.text(widget));
	}

	@Override
	public List<String> rows(String id) {
		Widget widget = widget(id);
		return UIThreadRunnable.syncExec(() -> Widgets.rows(widget));
	}

	@Override
	public void type(String id, String text) {
		new SWTBotText((Text) usable(id)).setText(text);
	}

	@Override
	public void click(String id) {
		switch (usable(id)) {
			case Button button -> click(button);
			case Link link -> new SWTBotLink(link).click();
			case ToolItem item -> new SWTBotToolbarPushButton(item).click();
			case CTabItem tab -> new SWTBotCTabItem(tab).activate();
			case Widget other -> throw new AssertionError(id + " is nothing to click: " + other);
		}
	}

	/** SWTBot has a class for each kind, and takes no other. */
	private static void click(Button button) {
		if (SWTUtils.hasStyle(button, SWT.CHECK)) {
			new SWTBotCheckBox(button).click();
		} else if (SWTUtils.hasStyle(button, SWT.RADIO)) {
			new SWTBotRadio(button).click();
		} else {
			new SWTBotButton(button).click();
		}
	}

	@Override
	public void select(String id, String words) {
		switch (usable(id)) {
			case Table table -> new SWTBotTable(table).select(row(id, words));
			case Tree tree -> Arrays.stream(new SWTBotTree(tree).getAllItems()).flatMap(SwtBotDriver::withChildren)
					.skip(row(id, words)).findFirst().orElseThrow().select();
			case Widget other -> throw new AssertionError(id + " has no rows: " + other);
		}
	}

	@Override
	public void open(String id, String words) {
		new SWTBotTable((Table) usable(id)).doubleClick(row(id, words), 0);
	}

	/** The number of the first row in which the words occur. */
	private int row(String id, String words) {
		var rows = rows(id);
		return IntStream.range(0, rows.size()).filter(i -> rows.get(i).contains(words)).findFirst()
				.orElseThrow(() -> new AssertionError("no row with \"" + words + "\" in " + id));
	}

	@Override
	public void scrollToEnd(String id) {
		var text = new SWTBotStyledText((StyledText) usable(id));
		text.setFocus();
		int last = text.getLineCount() - 1;
		text.navigateTo(last, text.getTextOnLine(last).length());
	}

	@Override
	public void await(String condition, BooleanSupplier holds) {
		bot.waitUntil(new DefaultCondition() {
			@Override
			public boolean test() {
				return holds.getAsBoolean();
			}

			@Override
			public String getFailureMessage() {
				return "waited in vain until " + condition + "; shown: " + shownIds();
			}
		}, LIMIT_MILLISECONDS, PAUSE_MILLISECONDS);
	}

	@Override
	public void screenshot(String name) {
		UIThreadRunnable.syncExec(() -> Widgets.front(bot.getDisplay()).ifPresent(shell -> Screenshots.keep(shell, name)));
	}

	@Override
	public List<String> cutTexts() {
		return UIThreadRunnable.syncExec(() -> Widgets.front(bot.getDisplay()).map(CutTextCheck::in).orElse(List.of()));
	}

	/** In any window: SWTBot itself would only look into the one that has the focus. */
	private Optional<Widget> find(String id) {
		var matcher = WidgetMatcherFactory.<Widget> withId(WidgetIds.KEY, id);
		return UIThreadRunnable.syncExec(() -> Arrays.stream(bot.getDisplay().getShells()).filter(Shell::isVisible)
				.flatMap(shell -> bot.getFinder().findControls(shell, matcher, true).stream())
				.reduce((earlier, later) -> later));
	}

	private Widget widget(String id) {
		return find(id).orElseThrow(() -> new AssertionError(id + " is not shown"));
	}

	/** SWTBot by itself does not mind whether a modal dialog is before it. */
	private Widget usable(String id) {
		if (!isEnabled(id)) {
			throw new AssertionError(id + " is disabled, or behind a modal dialog");
		}
		return widget(id);
	}

	private static Stream<SWTBotTreeItem> withChildren(SWTBotTreeItem item) {
		return Stream.concat(Stream.of(item),
				Arrays.stream(item.getItems()).flatMap(SwtBotDriver::withChildren));
	}
}
