package org.certbench.ui.wizard.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.certbench.flow.FlowRun;
import org.certbench.flow.Step;
import org.certbench.ui.EnvironmentBand;
import org.certbench.ui.Palette;
import org.certbench.ui.ProblemArea;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * What the wizard shows above its buttons: the environment, the steps on the left, and on the right
 * the question of the current step with what went wrong and what is being done. UI thread.
 */
final class WizardArea {

	private static final int STEPS_WIDTH = 200;
	private static final int TEXT_WIDTH = 400;

	/** A page, and what it stands in. */
	private record Shown(StepPage page, ScrolledComposite scroller) {
	}

	private final FlowRun run;
	private final Function<Step, Optional<StepPage>> pages;
	private final Function<Step, PageContext> contexts;
	private final Map<Step, Shown> made = new HashMap<>();
	private final StepList steps;
	private final Label title;
	private final Label explanation;
	private final ProblemArea problem;
	private final Composite stack;
	private final ProgressArea progress;
	private Step shown;

	/**
	 * @param pages    a new page for a step, where there is one
	 * @param contexts what the page of a step may know
	 * @param stop     called when what is being done shall stop
	 */
	WizardArea(Composite parent, FlowRun run, Function<Step, Optional<StepPage>> pages,
			Function<Step, PageContext> contexts, Runnable stop) {
		this.run = run;
		this.pages = pages;
		this.contexts = contexts;
		var band = new EnvironmentBand(parent, run.session().environment());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(band);
		var body = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
		body.setLayout(GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).create());
		steps = new StepList(body, run.steps());
		GridDataFactory.fillDefaults().grab(false, true).hint(STEPS_WIDTH, SWT.DEFAULT).applyTo(steps);
		var right = new Composite(body, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(right);
		GridLayoutFactory.fillDefaults().margins(20, 16).spacing(0, 8).applyTo(right);
		title = WidgetIds.set(text(right), "wizard.title");
		title.setFont(JFaceResources.getHeaderFont());
		explanation = WidgetIds.set(text(right), "wizard.explanation");
		explanation.setForeground(Palette.color(Palette.of(right).quietText()));
		problem = WidgetIds.set(new ProblemArea(right), "wizard.error");
		stack = new Composite(right, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).indent(0, 6).applyTo(stack);
		progress = new ProgressArea(right, stop);
	}

	/** A layout without margins and gaps. */
	static GridLayout seamless() {
		return GridLayoutFactory.fillDefaults().spacing(0, 0).create();
	}

	StepList steps() {
		return steps;
	}

	ProblemArea problem() {
		return problem;
	}

	ProgressArea progress() {
		return progress;
	}

	/** The page of the step that is shown. */
	StepPage page() {
		return made.get(shown).page();
	}

	boolean isShowing(Step step) {
		return step.equals(shown);
	}

	/** Shows the current step, with its page. */
	void showStep() {
		var step = run.current();
		if (isShowing(step)) {
			return;
		}
		hidePage();
		shown = step;
		title.setText(escaped(step.title()));
		explanation.setText(escaped(step.explanation()));
		((StackLayout) stack.getLayout()).topControl = made.computeIfAbsent(step, this::make).scroller();
		stack.getParent().layout(true, true);
		fit();
	}

	/** The page that is shown is no longer shown. */
	void hidePage() {
		if (shown != null) {
			page().hidden();
		}
	}

	/** Gives the page the room that it needs now; what does not fit can be scrolled to. */
	void fit() {
		var scroller = made.get(shown).scroller();
		int width = scroller.getClientArea().width;
		if (width > 0) {
			scroller.setMinHeight(scroller.getContent().computeSize(width, SWT.DEFAULT).y);
		}
	}

	void setPageEnabled(boolean enabled) {
		stack.setEnabled(enabled);
		made.get(shown).scroller().getContent().setEnabled(enabled);
	}

	private Shown make(Step step) {
		var scroller = new ScrolledComposite(stack, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		scroller.setShowFocusedControl(true);
		// Always in sight where there is more to see.
		scroller.setScrollbarsMode(SWT.NONE);
		var content = new Composite(scroller, SWT.NONE);
		scroller.setContent(content);
		scroller.addListener(SWT.Resize, resized -> fit());
		var page = pages.apply(step).orElseGet(MissingPage::new);
		page.create(content, contexts.apply(step));
		return new Shown(page, scroller);
	}

	private static Label text(Composite parent) {
		var label = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}

	/** An ampersand in a text is one, not the mark of a mnemonic. */
	private static String escaped(String text) {
		return text.replace("&", "&&");
	}
}
