package org.certbench.ui.wizard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.certbench.core.Texts;
import org.certbench.flow.Step;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The list of steps on the left: what is done, where one is, what is to come. UI thread. */
final class StepList extends Composite {

	private static final Texts TEXTS = Texts.of(StepList.class);
	private static final int TEXT_WIDTH = 130;

	/** How far a step has come; each has a sign and words. */
	private enum Progress {
		DONE, CURRENT, OPEN;

		static Progress of(int step, int position, boolean allDone) {
			if (step < position || allDone) {
				return DONE;
			}
			return step == position ? CURRENT : OPEN;
		}

		String key() {
			return "step." + name().toLowerCase(Locale.ROOT);
		}

		ImageDescriptor icon() {
			return ImageDescriptor.createFromURL(
					StepList.class.getResource("/icons/step-" + name().toLowerCase(Locale.ROOT) + ".svg"));
		}
	}

	/** The controls of one step. */
	private record Row(Step step, Label sign, Label title) {
	}

	private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), this);
	private final List<Row> rows = new ArrayList<>();

	StepList(Composite parent, List<Step> steps) {
		super(parent, SWT.NONE);
		WidgetIds.set(this, "wizard.steps");
		setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 16).spacing(8, 12).applyTo(this);
		steps.forEach(step -> rows.add(row(step)));
	}

	/**
	 * Shows how far the run has come.
	 *
	 * @param needed whether a step is to be done, after the answers so far
	 */
	void show(int position, boolean allDone, Predicate<Step> needed) {
		var palette = Palette.of(getParent());
		setBackground(Palette.color(palette.surface()));
		var fonts = JFaceResources.getFontRegistry();
		for (int i = 0; i < rows.size(); i++) {
			var progress = Progress.of(i, position, allDone);
			var row = rows.get(i);
			setShown(row, needed.test(row.step()));
			row.sign().setImage(images.create(progress.icon()));
			row.title().setFont(progress == Progress.CURRENT ? fonts.getBold(JFaceResources.DIALOG_FONT)
					: fonts.get(JFaceResources.DIALOG_FONT));
			row.title().setForeground(Palette.color(progress == Progress.OPEN ? palette.quietText() : palette.text()));
			row.title().setToolTipText(TEXTS.get(progress.key()));
		}
		layout(true, true);
	}

	private static void setShown(Row row, boolean shown) {
		for (var label : List.of(row.sign(), row.title())) {
			label.setVisible(shown);
			((GridData) label.getLayoutData()).exclude = !shown;
		}
	}

	private Row row(Step step) {
		Label sign = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(sign);
		Label title = WidgetIds.set(new Label(this, SWT.WRAP), "wizard.step." + step.id());
		title.setText(step.title());
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(title);
		title.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = TEXTS.get("step.spoken", title.getText(), title.getToolTipText());
			}
		});
		return new Row(step, sign, title);
	}
}
