package org.certbench.ui.guide.internal;

import java.util.Optional;

import org.certbench.core.Texts;
import org.certbench.guide.Page;
import org.certbench.ui.ComputerView;
import org.certbench.ui.FlowStart;
import org.certbench.ui.Icon;
import org.certbench.ui.ScrolledPage;
import org.certbench.ui.Services;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** One page of the catalogue: what you see, why, what to do, the button, whom to contact. UI thread. */
final class ProblemPage {

	private static final Texts TEXTS = Texts.of(ProblemPage.class);

	private final Composite area;
	private final Button back;
	private final ScrolledPage page;

	/** @param goBack leaves the page */
	ProblemPage(Composite parent, Runnable goBack) {
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
		back = WidgetIds.set(new Button(area, SWT.PUSH | SWT.FLAT), "guide.back");
		back.setText(TEXTS.get("page.back"));
		back.setImage(Icon.BACK.image());
		back.addListener(SWT.Selection, pressed -> goBack.run());
		GridDataFactory.swtDefaults().indent(6, 6).applyTo(back);
		page = new ScrolledPage(area);
		WidgetIds.set(page.control(), "guide.page");
		GridDataFactory.fillDefaults().grab(true, true).indent(0, 6).applyTo(page.control());
	}

	Control control() {
		return area;
	}

	void setFocus() {
		back.setFocus();
	}

	void show(Page shown, Optional<FlowStart> solution) {
		Composite body = page.clear();
		ScrolledPage.title(body, shown.title());
		section(body, "page.symptom", shown.symptom());
		section(body, "page.cause", shown.cause());
		ScrolledPage.heading(body, TEXTS.get("page.steps"));
		ScrolledPage.steps(body, shown.steps());
		solution.ifPresent(start -> FindingsPage.addSolution(buttons(body), start));
		Services.find(ComputerView.class).filter(view -> view.helpsWith(shown.problem()))
				.ifPresent(view -> addLook(buttons(body), view));
		if (!shown.contact().isBlank()) {
			ScrolledPage.heading(body, TEXTS.get("page.contact"));
			ContactLines.add(body, "guide.page.contact", shown.contact().lines().toList());
		}
		page.fit();
		page.scrollToTop();
	}

	private static void addLook(Composite parent, ComputerView view) {
		Button look = WidgetIds.set(new Button(parent, SWT.PUSH), "guide.computer");
		look.setText(TEXTS.get("page.computer"));
		look.setImage(Icon.READER.image());
		look.addListener(SWT.Selection, pressed -> view.show());
	}

	private static Composite buttons(Composite body) {
		Composite buttons = new Composite(body, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(0, 6).applyTo(buttons);
		return buttons;
	}

	private static void section(Composite body, String heading, String text) {
		if (!text.isBlank()) {
			ScrolledPage.heading(body, TEXTS.get(heading));
			ScrolledPage.text(body, text);
		}
	}
}
