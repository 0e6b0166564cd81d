package org.certbench.ui.wizard.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.Step;
import org.certbench.flow.StepKind;
import org.certbench.ui.FlowStart;
import org.certbench.ui.wizard.PageContext;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * The wizard: shows any flow, step by step. What it looks like is in {@link WizardArea} and
 * {@link ButtonRow}; here is what happens. Entering and performing steps happens in a worker, one at
 * a time; meanwhile the page rests. It is not modal, so that the guide can be read beside it. UI
 * thread.
 */
public final class FlowDialog extends Dialog {

	private static final Texts TEXTS = Texts.of(FlowDialog.class);
	private static final Point SIZE = new Point(990, 640);
	private static final Point LEAST_SIZE = new Point(760, 540);

	private final String name;
	private final FlowRun run;
	private final WizardServices services;
	private final StepWork work;
	private final StepWork.Outcome outcome = new Shown();
	private WizardArea area;
	private ButtonRow buttons;
	/** Whether the current step was entered, so that it can be answered and performed. */
	private boolean entered;

	/**
	 * A wizard that is not open yet; the run is its own from now on.
	 *
	 * @param parent or null
	 * @param name   the flow's, for the title
	 */
	public FlowDialog(Shell parent, String name, FlowRun run, WizardServices services) {
		super(parent);
		this.name = name;
		this.run = run;
		this.services = services;
		this.work = new StepWork(run);
		setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.MAX | SWT.MODELESS | getDefaultOrientation());
		setBlockOnOpen(false);
	}

	@Override
	public int open() {
		int code = super.open();
		enter();
		return code;
	}

	@Override
	public boolean close() {
		work.cancel();
		if (area != null) {
			area.hidePage();
		}
		boolean closed = super.close();
		run.close();
		return closed;
	}

	/** Brings it to the front. */
	public void show() {
		getShell().setMinimized(false);
		getShell().forceActive();
	}

	/** Whether leaving now would interrupt something. */
	boolean isUnderWay() {
		return Leaving.of(run, work.isBusy()) != Leaving.FREE;
	}

	/** Asks where something would be interrupted, and closes. */
	public boolean leave() {
		if (Leaving.of(run, work.isBusy()).isAgreed(getShell())) {
			return close();
		}
		// Some window managers give the focus to the workbench after the question, not to where it came from.
		show();
		return false;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(TEXTS.get("title", name));
		shell.setMinimumSize(LEAST_SIZE);
	}

	@Override
	protected Control createContents(Composite parent) {
		parent.setLayout(WizardArea.seamless());
		area = new WizardArea(parent, run, step -> services.pages().apply(step.kind()), Context::new, this::stop);
		buttons = new ButtonRow(parent, this::back, this::goOn, this::leave);
		initializeBounds();
		return parent;
	}

	@Override
	protected Point getInitialSize() {
		var remembered = super.getInitialSize();
		return new Point(Math.max(SIZE.x, remembered.x), Math.max(SIZE.y, Math.min(remembered.y, 2 * SIZE.y)));
	}

	@Override
	protected IDialogSettings getDialogBoundsSettings() {
		return DialogSettings.getOrCreateSection(services.remembered(), "window");
	}

	@Override
	protected void cancelPressed() {
		leave();
	}

	@Override
	protected void handleShellCloseEvent() {
		leave();
	}

	private void enter() {
		entered = false;
		area.showStep();
		start(work.entering());
	}

	private void goOn() {
		if (work.isBusy() || entered && !run.check().isEmpty()) {
			return;
		}
		start(entered ? work.goingOn() : work.entering());
	}

	private void back() {
		if (run.canGoBack()) {
			run.back();
			enter();
		}
	}

	private void stop() {
		work.cancel();
		area.progress().stopping();
	}

	/** Does something long; what comes of it is shown afterwards. */
	private void start(StepWork.Task task) {
		area.problem().clear();
		area.progress().begin(run.current().title());
		task.start(getShell(), outcome);
		showState();
	}

	/** The current step, the next one perhaps, is ready to be answered. */
	private void stepEntered() {
		area.progress().end();
		if (run.isDone()) {
			close();
			return;
		}
		entered = true;
		area.showStep();
		area.page().refresh();
		showState();
		area.page().focus();
	}

	private void stepFailed(ProblemException problem) {
		area.progress().end();
		// Performing may have gone well, and entering the next step not.
		entered = entered && area.isShowing(run.current());
		area.showStep();
		if (problem instanceof Cancelled) {
			area.progress().tell(TEXTS.get("stopped"));
			if (entered) {
				area.page().refresh();
			}
		} else if (!area.page().failed(problem)) {
			area.problem().show(problem);
		}
		showState();
		if (entered) {
			area.page().focus();
		}
	}

	/** Checks the answers, and shows what can be done now. */
	private void showState() {
		boolean busy = work.isBusy();
		List<AnswerProblem> problems = entered && !busy ? run.check() : List.of();
		if (entered && !busy) {
			area.page().show(problems);
		}
		area.setPageEnabled(entered && !busy);
		area.steps().show(run.position(), run.isDone(), step -> step.isNeeded(run.session()));
		buttons.show(label(), !busy && problems.isEmpty(), !busy && run.canGoBack(), isLast(),
				problems.stream().filter(AnswerProblem::missing).map(AnswerProblem::message).findFirst().orElse(""));
		area.fit();
	}

	/** What the button says that goes on. */
	private String label() {
		if (!entered && !work.isBusy()) {
			return TEXTS.get("again");
		}
		return run.current().action().orElseGet(() -> TEXTS.get(isLast() ? "close" : "next"));
	}

	private boolean isLast() {
		return run.current().kind().equals(StepKind.RESULT);
	}

	/** Shows how the work goes. */
	private final class Shown implements StepWork.Outcome {

		@Override
		public void doing(String what) {
			area.progress().show(what);
		}

		@Override
		public void done() {
			stepEntered();
		}

		@Override
		public void failed(ProblemException problem) {
			stepFailed(problem);
		}

		@Override
		public void broken() {
			area.progress().end();
			showState();
		}
	}

	/** What a page knows of this wizard. */
	private final class Context implements PageContext {

		private final Step step;

		Context(Step step) {
			this.step = step;
		}

		@Override
		public Step step() {
			return step;
		}

		@Override
		public FlowSession session() {
			return run.session();
		}

		@Override
		public void answered() {
			showState();
		}

		@Override
		public void goOn() {
			FlowDialog.this.goOn();
		}

		@Override
		public void leave() {
			FlowDialog.this.leave();
		}

		@Override
		public Optional<Flows.Description> following() {
			return services.following(session()).map(FlowStart::flow);
		}

		@Override
		public void startFollowing() {
			var next = services.following(session());
			close();
			next.ifPresent(FlowStart::launch);
		}

		@Override
		public IDialogSettings remembered() {
			return DialogSettings.getOrCreateSection(services.remembered(), step.kind().id());
		}

		@Override
		public Optional<String> passwordHint(Path keystore) {
			return services.passwordHint().apply(keystore);
		}
	}
}
