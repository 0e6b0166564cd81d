package org.certbench.ui.guide.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.certbench.core.Finding;
import org.certbench.core.Texts;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord;
import org.certbench.ui.FlowMenu;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Icon;
import org.certbench.ui.Opening;
import org.certbench.ui.Palette;
import org.certbench.ui.ProblemDialog;
import org.certbench.ui.ScrolledPage;
import org.certbench.ui.Snapshot;
import org.certbench.ui.UiJob;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What was found, the worst first, each with the button that solves it. UI thread. */
final class FindingsPage {

	private static final Texts TEXTS = Texts.of(FindingsPage.class);
	/** More than anybody reads in one go; the rest is counted. */
	private static final int MOST = 30;

	private final ScrolledPage page;
	private final Guide guide;
	private final FlowStarts flows;
	private final BiConsumer<Page, Optional<FlowStart>> opener;
	private final Runnable showAll;
	private final HandOver handOver;

	/**
	 * @param opener  shows a page of the catalogue, with what solves the finding
	 * @param showAll takes the selection away
	 */
	FindingsPage(Composite parent, Guide guide, FlowStarts flows, HandOver handOver,
			BiConsumer<Page, Optional<FlowStart>> opener, Runnable showAll) {
		this.page = new ScrolledPage(parent);
		this.guide = guide;
		this.flows = flows;
		this.handOver = handOver;
		this.opener = opener;
		this.showAll = showAll;
		WidgetIds.set(page.control(), "guide.findings");
	}

	Control control() {
		return page.control();
	}

	/**
	 * Shows the findings about the selected certificates.
	 *
	 * @param selected empty for everything
	 */
	void show(Snapshot snapshot, List<CertificateLife> selected) {
		Composite body = page.clear();
		var findings = about(selected, snapshot);
		addHead(body, selected);
		if (findings.isEmpty()) {
			addNothingFound(body);
		}
		findings.stream().limit(MOST).forEach(finding -> addFinding(body, finding, snapshot));
		if (findings.size() > MOST) {
			ScrolledPage.quiet(body, TEXTS.get("findings.more", findings.size() - MOST));
		}
		page.fit();
	}

	/** The findings about the selected certificates, about everything where none is selected; the worst first. */
	static List<Finding> about(List<CertificateLife> selected, Snapshot snapshot) {
		if (selected.isEmpty()) {
			return snapshot.findings();
		}
		var files = selected.stream().map(CertificateLife::file).toList();
		return snapshot.findings().stream().filter(finding -> Snapshot.file(finding).filter(files::contains).isPresent())
				.toList();
	}

	private void addHead(Composite body, List<CertificateLife> selected) {
		String who = switch (selected.size()) {
			case 0 -> TEXTS.get("findings.all");
			case 1 -> TEXTS.get("findings.one", selected.getFirst().displayName());
			default -> TEXTS.get("findings.several", selected.size());
		};
		ScrolledPage.quiet(body, who);
		if (!selected.isEmpty()) {
			Link all = WidgetIds.set(new Link(body, SWT.NONE), "guide.all");
			all.setText("<a>" + TEXTS.get("findings.show-all") + "</a>");
			all.addListener(SWT.Selection, pressed -> showAll.run());
		}
	}

	private static void addNothingFound(Composite body) {
		Composite row = ScrolledPage.row(body, 2);
		ScrolledPage.sign(row, Icon.STATE_GOOD);
		ScrolledPage.text(row, TEXTS.get("findings.none"));
	}

	private void addFinding(Composite body, Finding finding, Snapshot snapshot) {
		Composite card = ScrolledPage.row(body, 2);
		ScrolledPage.sign(card, Icon.of(finding.severity()));
		Composite column = new Composite(card, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
		var explained = guide.page(finding.problem());
		Label title = ScrolledPage.text(column, TEXTS.get("finding.title", Words.of(finding.severity()),
				explained.map(Page::title).orElse(finding.problem())));
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		title.setForeground(Palette.color(Palette.of(card).severity(finding.severity())));
		Snapshot.file(finding).flatMap(snapshot::certificate).map(CertificateLife::displayName)
				.or(() -> finding.concerned().map(Object::toString)).ifPresent(who -> ScrolledPage.quiet(column, who));
		ScrolledPage.text(column, finding.seen());
		Composite buttons = new Composite(column, SWT.NONE);
		// One below the other: the view may be narrow, and the words are longer in other languages.
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(buttons);
		var solution = flows.solving(finding);
		solution.ifPresent(start -> addSolution(buttons, start));
		handOver.wantedBy(finding, snapshot).ifPresent(request -> addHandOver(buttons, request));
		explained.ifPresent(page -> addMore(buttons, page, solution));
	}

	private void addMore(Composite buttons, Page page, Optional<FlowStart> solution) {
		Link more = WidgetIds.set(new Link(buttons, SWT.NONE), "guide.more." + page.problem());
		more.setText("<a>" + TEXTS.get("finding.more") + "</a>");
		more.setToolTipText(page.title());
		more.addListener(SWT.Selection, pressed -> opener.accept(page, solution));
	}

	private void addHandOver(Composite buttons, RequestRecord request) {
		Button folder = WidgetIds.set(new Button(buttons, SWT.PUSH), "guide.action.open-folder");
		folder.setText(TEXTS.get("hand-over.folder"));
		folder.setImage(Icon.FOLDER.image());
		folder.addListener(SWT.Selection,
				pressed -> Opening.folderOf(request.keystore(), folder.getShell()));
		Button done = WidgetIds.set(new Button(buttons, SWT.PUSH), "guide.action.handed-over");
		done.setText(TEXTS.get("hand-over.done"));
		done.setImage(Icon.STATE_GOOD.image());
		done.addListener(SWT.Selection, pressed -> {
			done.setEnabled(false);
			UiJob.named(TEXTS.get("hand-over.job"), done, progress -> {
				handOver.done(request);
				return request;
			}).quietly().whenFailed(problem -> {
				done.setEnabled(true);
				ProblemDialog.open(done.getShell(), problem);
			}).start();
		});
	}

	/** The button that starts what solves a problem. */
	static void addSolution(Composite parent, FlowStart start) {
		Button button = WidgetIds.set(new Button(parent, SWT.PUSH), "guide.action." + start.flow().id());
		button.setText(TEXTS.get("action", start.flow().name()));
		button.setToolTipText(start.flow().description());
		button.setImage(new LocalResourceManager(JFaceResources.getResources(), button).create(FlowMenu.icon(start)));
		button.addListener(SWT.Selection, pressed -> start.launch());
	}
}
