package org.certbench.workbench.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Severity;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord;
import org.certbench.ui.Dates;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.Snapshot;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The part of the start page that says what is to be done next, and offers to do it. UI thread. */
final class NextSteps extends Composite {

	private static final Texts TEXTS = Texts.of(NextSteps.class);
	private static final int MOST = 3;
	private static final int WRAP_WIDTH = 150;

	private final FlowStarts flows;

	/**
	 * Something to be done.
	 *
	 * @param icon  its sign
	 * @param who   for whom
	 * @param what  what was seen
	 * @param start what does it
	 */
	record NextStep(Icon icon, String who, String what, FlowStart start) {
	}

	NextSteps(Composite parent, FlowStarts flows) {
		super(parent, SWT.NONE);
		this.flows = flows;
		GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
		GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(this);
	}

	/** Shows what is to be done now in an environment; false where nothing is. */
	boolean show(Snapshot snapshot, Environment environment) {
		for (var child : getChildren()) {
			child.dispose();
		}
		var steps = steps(snapshot, environment, flows);
		steps.stream().limit(MOST).forEach(this::add);
		if (steps.size() > MOST) {
			Label more = new Label(this, SWT.NONE);
			more.setText(TEXTS.get("next.more", steps.size() - MOST));
			more.setForeground(Palette.color(Palette.of(this).quietText()));
		}
		setVisible(!steps.isEmpty());
		return !steps.isEmpty();
	}

	/** What is pending first, then what the rules found, each thing once. */
	static List<NextStep> steps(Snapshot snapshot, Environment environment, FlowStarts flows) {
		var steps = new LinkedHashMap<List<Object>, NextStep>();
		for (RequestRecord request : snapshot.pending().stream().filter(each -> each.environment() == environment).toList()) {
			flows.next(request).ifPresent(start -> steps.put(key(start), new NextStep(Icon.PENDING,
					request.holder().named(request.holderName()), what(request), start)));
		}
		for (Finding finding : snapshot.findings()) {
			if (finding.needsAction() && finding.severity() != Severity.INFORMATION && isIn(environment, finding, snapshot)) {
				flows.solving(finding).ifPresent(start -> steps.putIfAbsent(key(start),
						new NextStep(Icon.of(finding.severity()), who(finding, snapshot), finding.seen(), start)));
			}
		}
		return new ArrayList<>(steps.values());
	}

	/** What comes next, and since when that is so (M22). */
	private static String what(RequestRecord request) {
		return Words.next(request).map(next -> TEXTS.get("next.since", next, Dates.day(request.since()))).orElse("");
	}

	private static boolean isIn(Environment environment, Finding finding, Snapshot snapshot) {
		return Snapshot.file(finding).flatMap(snapshot::certificate)
				.filter(certificate -> certificate.environment() != environment).isEmpty();
	}

	private static List<Object> key(FlowStart start) {
		return List.of(start.flow().id(), String.valueOf(start.keystore()), String.valueOf(start.request()));
	}

	private static String who(Finding finding, Snapshot snapshot) {
		return Snapshot.file(finding).flatMap(snapshot::certificate).map(CertificateLife::displayName)
				.or(() -> finding.concerned().map(Object::toString)).orElse("");
	}

	private void add(NextStep step) {
		Composite row = new Composite(this, SWT.NONE);
		row.setBackground(Palette.color(Palette.of(this).surface()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(12, 2).applyTo(row);
		Label sign = new Label(row, SWT.NONE);
		sign.setImage(step.icon().image());
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).span(1, 3).applyTo(sign);
		Label who = text(row, step.who());
		who.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		text(row, step.what());
		Button button = WidgetIds.set(new Button(row, SWT.PUSH), "start.next." + step.start().flow().id());
		button.setText(TEXTS.get("next.button", step.start().flow().name()));
		button.setToolTipText(step.start().flow().description());
		button.addListener(SWT.Selection, pressed -> step.start().launch());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(0, 4).applyTo(button);
	}

	private static Label text(Composite row, String says) {
		Label label = new Label(row, SWT.WRAP);
		label.setText(says.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
