package org.certbench.ui.wizard.internal.page;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.Summary.Row;
import org.certbench.flow.Summary.Section;
import org.certbench.flow.Summary;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord;
import org.certbench.ui.Dates;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/**
 * Tells what will be done and on what; the button below does it. Where the authority has not issued
 * a certificate yet, the page looks again by itself while it is open, and says that one can leave
 * and go on later (M14).
 */
public final class WorkPage implements StepPage {

	private static final Texts TEXTS = Texts.of(WorkPage.class);
	private static final Duration SOON = Duration.ofSeconds(10);
	/** From the time on when it is clear that nothing will come in a moment, the service is spared. */
	private static final Duration LATER = Duration.ofMinutes(1);
	private static final int SOON_TIMES = 6;
	private static final int SECOND = 1000;

	private final Runnable tick = this::tick;
	private PageContext context;
	private SummaryView facts;
	private Composite waiting;
	private Remark message;
	private Remark countDown;
	private Instant again;
	private int looks;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().spacing(0, 16).applyTo(parent);
		facts = new SummaryView(parent, "wizard.work.facts");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
		waiting = WidgetIds.set(new Composite(parent, SWT.NONE), "wizard.work.waiting");
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(waiting);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(waiting);
		waiting.setVisible(false);
		message = new Remark(waiting, "wizard.work.message");
		countDown = new Remark(waiting, "wizard.work.countdown");
		Button later = WidgetIds.set(new Button(waiting, SWT.PUSH), "wizard.work.later");
		later.setText(TEXTS.get("work.later"));
		later.addListener(SWT.Selection, pressed -> context.leave());
	}

	@Override
	public void refresh() {
		var rows = new ArrayList<Row>();
		var environment = context.session().environment();
		rows.add(new Row(TEXTS.get("work.environment"),
				TEXTS.get("work.meaning", Words.of(environment), Words.meaning(environment))));
		keystore()
				.ifPresent(file -> rows.add(new Row(TEXTS.get("work.keystore"), file.toString())));
		facts.show(new Summary(List.of(new Section(TEXTS.get("work.title"), rows)), ""));
		setWaiting(false);
	}

	@Override
	public void focus() {
		facts.getShell().getDefaultButton().setFocus();
	}

	@Override
	public boolean failed(ProblemException problem) {
		if (!(problem instanceof NotYetIssued notYet)) {
			setWaiting(false);
			return false;
		}
		var now = now();
		var soon = now.plus(++looks <= SOON_TIMES ? SOON : LATER);
		again = notYet.until().filter(soon::isBefore).orElse(soon);
		message.waiting(TEXTS.get("work.notYet", problem.getMessage(), problem.remedy()));
		setWaiting(true);
		tick();
		return true;
	}

	@Override
	public void hidden() {
		again = null;
	}

	private void tick() {
		if (again == null || waiting.isDisposed()) {
			return;
		}
		var left = Duration.between(now(), again);
		if (left.isNegative() || left.isZero()) {
			again = null;
			countDown.waiting(TEXTS.get("work.looking"));
			context.goOn();
		} else {
			countDown.note(left.compareTo(LATER) > 0 ? TEXTS.get("work.again.at", Dates.dayAndTime(again))
					: TEXTS.get("work.again.in", left.toSeconds() + 1));
			waiting.getDisplay().timerExec(SECOND, tick);
		}
	}

	/** That of the request, which is the new one in a renewal; else the one that was chosen. */
	private Optional<Path> keystore() {
		var session = context.session();
		return session.request().flatMap(session.services().journal()::request).map(RequestRecord::keystore)
				.or(() -> session.get(Answer.KEYSTORE_FILE));
	}

	private Instant now() {
		return context.session().services().clock().instant();
	}

	private void setWaiting(boolean shown) {
		if (!shown) {
			again = null;
		}
		waiting.setVisible(shown);
		((GridData) waiting.getLayoutData()).exclude = !shown;
		waiting.requestLayout();
	}
}
