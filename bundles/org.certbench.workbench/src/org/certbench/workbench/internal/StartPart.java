package org.certbench.workbench.internal;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.inventory.DemoContent;
import org.certbench.inventory.Words;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Overview;
import org.certbench.ui.Palette;
import org.certbench.ui.Services;
import org.certbench.ui.UiThread;
import org.certbench.ui.WidgetIds;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/**
 * The start page: what to do next, and the tasks in their groups with what each needs at hand
 * (M02). It knows the tasks by their descriptions only.
 */
public final class StartPart {

	private static final Texts TEXTS = Texts.of(StartPart.class);
	private static final int WRAP_WIDTH = 200;
	private static final int MARGIN = 22;

	private final Overview overview;
	private final FlowStarts flows;
	private final CurrentEnvironment environment;
	private ScrolledComposite scrolled;
	private Composite page;
	private Label greeting;
	private NextSteps next;
	private Tasks tasks;

	@Inject
	public StartPart(Overview overview, FlowStarts flows, CurrentEnvironment environment) {
		this.overview = overview;
		this.flows = flows;
		this.environment = environment;
	}

	@PostConstruct
	void create(Composite parent) {
		scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.setShowFocusedControl(true);
		page = WidgetIds.set(new Composite(scrolled, SWT.NONE), "start.page");
		page.setBackground(page.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		page.setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().margins(MARGIN, 16).spacing(0, 10).applyTo(page);
		scrolled.setContent(page);
		scrolled.addListener(SWT.Resize, event -> fit());
		createHead();
		next = new NextSteps(page, flows);
		tasks = new Tasks(page, flows.all());
		var watch = environment.watch(changed -> UiThread.in(page, this::show));
		page.addDisposeListener(disposed -> watch.close());
		overview.showIn(page, snapshot -> show());
	}

	@Focus
	void focus() {
		page.setFocus();
	}

	private void createHead() {
		Label title = new Label(page, SWT.WRAP);
		title.setText(TEXTS.get("start.title"));
		title.setFont(JFaceResources.getHeaderFont());
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(title);
		greeting = WidgetIds.set(new Label(page, SWT.WRAP), "start.greeting");
		greeting.setForeground(Palette.color(Palette.of(page).quietText()));
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(greeting);
	}

	private void show() {
		var snapshot = overview.snapshot();
		greeting.setText(greeting(next.show(snapshot, environment.get())));
		fit();
	}

	/** Where one is, and what there is to be done. */
	private String greeting(boolean somethingDue) {
		var present = environment.get();
		if (!environment.offered().contains(present)) {
			return TEXTS.get("start.greeting.missing", Words.of(present));
		}
		if (present != Environment.SIMULATOR) {
			return TEXTS.get("start.greeting." + present.id());
		}
		boolean empty = overview.snapshot().certificates().stream().noneMatch(each -> each.environment() == present);
		if (empty && Services.find(DemoContent.class).isPresent()) {
			return TEXTS.get("start.greeting.preparing");
		}
		return TEXTS.get(somethingDue ? "start.greeting.ready" : "start.greeting.simulator");
	}

	/** As wide as the view, but never narrower than the widest button. */
	private void fit() {
		tasks.fit(scrolled.getClientArea().width - 2 * MARGIN);
		int narrowest = page.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		int width = Math.max(narrowest, scrolled.getClientArea().width);
		scrolled.setMinSize(narrowest, page.computeSize(width, SWT.DEFAULT).y);
		page.layout(true, true);
	}
}
