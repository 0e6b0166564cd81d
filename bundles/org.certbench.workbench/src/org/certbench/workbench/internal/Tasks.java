package org.certbench.workbench.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.certbench.core.Texts;
import org.certbench.ui.FlowMenu;
import org.certbench.ui.FlowStart;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * The installed tasks in their groups, side by side where there is room: each a button, what it does, and
 * what it needs at hand.
 */
final class Tasks extends Composite {

	private static final Texts TEXTS = Texts.of(Tasks.class);
	private static final int WRAP_WIDTH = 150;
	/** With which phrases begin, and which are written small within a sentence. */
	private static final Set<String> SMALL_IN_GERMAN = Set.of("Ein", "Eine", "Einen", "Der", "Die", "Das", "Den", "Nicht");

	private final int groupCount;
	private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), this);

	Tasks(Composite parent, List<FlowStart> starts) {
		super(parent, SWT.NONE);
		var groups = new LinkedHashMap<String, Composite>();
		GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
		for (FlowStart start : starts) {
			String id = "start.task.";
			for (String group : groups(start.flow().group())) {
				add(groups.computeIfAbsent(group, this::column), id + start.flow().id(), start);
				id += "again.";
			}
		}
		groupCount = Math.max(1, groups.size());
		arrange(groupCount);
	}

	/** Arranges the groups side by side, or one below the other where nothing wider than this is seen whole. */
	void fit(int width) {
		arrange(groupCount);
		if (computeSize(SWT.DEFAULT, SWT.DEFAULT).x > width) {
			arrange(1);
		}
	}

	private void arrange(int columns) {
		GridLayoutFactory.fillDefaults().numColumns(columns).equalWidth(true).spacing(24, 16).applyTo(this);
	}

	/** Completing is for both a new request and a renewal, and is looked for under either (M02). */
	static List<String> groups(String group) {
		return group.equals("both") ? List.of("request", "renewal") : List.of(group);
	}

	private Composite column(String group) {
		Composite column = WidgetIds.set(new Composite(this, SWT.NONE), "start.group." + group);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
		String key = "group." + group;
		Label title = text(column, TEXTS.get(TEXTS.has(key) ? key : "group.other"));
		title.setFont(JFaceResources.getBannerFont());
		return column;
	}

	private void add(Composite column, String id, FlowStart start) {
		var flow = start.flow();
		Button button = WidgetIds.set(new Button(column, SWT.PUSH | SWT.LEFT), id);
		button.setText(TEXTS.get("task.button", flow.name()));
		button.setImage(images.create(FlowMenu.icon(start)));
		button.addListener(SWT.Selection, pressed -> start.launch());
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(button);
		text(column, flow.description());
		if (!flow.needs().isEmpty()) {
			var atHand = flow.needs().stream().map(Tasks::withinSentence).toList();
			Label needs = text(column, TEXTS.get("task.needs", String.join(", ", atHand)));
			needs.setForeground(Palette.color(Palette.of(column).quietText()));
		}
	}

	/** A phrase as it stands within a sentence; abbreviations stay as they are, and in German nouns and "Ihr". */
	static String withinSentence(String phrase) {
		boolean german = Locale.getDefault().getLanguage().equals(Locale.GERMAN.getLanguage());
		boolean plainWord = german ? SMALL_IN_GERMAN.contains(phrase.split(" ", 2)[0])
				: phrase.length() > 1 && !Character.isUpperCase(phrase.charAt(1));
		return plainWord ? phrase.substring(0, 1).toLowerCase(Locale.getDefault()) + phrase.substring(1) : phrase;
	}

	private static Label text(Composite parent, String says) {
		Label label = new Label(parent, SWT.WRAP);
		label.setText(says.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
