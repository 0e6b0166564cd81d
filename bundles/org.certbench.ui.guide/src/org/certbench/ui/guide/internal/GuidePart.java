package org.certbench.ui.guide.internal;

import java.time.InstantSource;
import java.util.List;

import org.certbench.core.Texts;
import org.certbench.guide.Contacts;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.Journal;
import org.certbench.ui.CertificateSelection;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Overview;
import org.certbench.ui.WidgetIds;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * The problem-solving guide: what was found for the selection, and the catalogue of everything that
 * can go wrong (W06, M31).
 */
public final class GuidePart {

	static final String ID = "org.certbench.ui.guide";

	private static final Texts TEXTS = Texts.of(GuidePart.class);

	private final Overview overview;
	private final Guide guide;
	private final FlowStarts flows;
	private final HandOver handOver;
	private final Contacts contacts;
	private List<CertificateLife> selected = List.of();
	private Composite stack;
	private CTabFolder tabs;
	private CTabItem found;
	private FindingsPage findings;
	private CataloguePage catalogue;
	private ProblemPage problem;

	@Inject
	public GuidePart(Overview overview, Guide guide, Contacts contacts, FlowStarts flows, Journal journal,
			InstantSource clock) {
		this.overview = overview;
		this.guide = guide;
		this.contacts = contacts;
		this.flows = flows;
		this.handOver = new HandOver(journal, clock);
	}

	@PostConstruct
	void create(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		createTabs();
		problem = new ProblemPage(stack, () -> bringUp(tabs));
		Label line = new Label(parent, SWT.SEPARATOR | SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		Composite foot = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 4).applyTo(foot);
		ContactLines.add(foot, "guide.contact", contacts.first());
		bringUp(tabs);
		overview.showIn(stack, snapshot -> showFindings());
	}

	@Focus
	void focus() {
		if (top() == problem.control()) {
			problem.setFocus();
		} else if (tabs.getSelection() == found) {
			findings.control().setFocus();
		} else {
			catalogue.setFocus();
		}
	}

	/** What is selected in another view. */
	@Inject
	@Optional
	void selected(@Named(IServiceConstants.ACTIVE_SELECTION) Object selection) {
		CertificateSelection.in(selection).filter(certificates -> !certificates.equals(selected)).ifPresent(certificates -> {
			selected = certificates;
			if (stack != null && !stack.isDisposed()) {
				showFindings();
			}
		});
	}

	/** Which page another view wants to be shown. */
	@Inject
	@Optional
	void show(@UIEventTopic(GuideOpener.SHOW) String wanted) {
		guide.page(wanted).ifPresentOrElse(page -> open(page, flows.solving(page.problem())), () -> {
			tabs.setSelection(1);
			bringUp(tabs);
		});
	}

	private void createTabs() {
		tabs = WidgetIds.set(new CTabFolder(stack, SWT.TOP | SWT.FLAT), "guide.tabs");
		found = WidgetIds.set(new CTabItem(tabs, SWT.NONE), "guide.tab.found");
		findings = new FindingsPage(tabs, guide, flows, handOver, this::open, this::showAll);
		found.setControl(findings.control());
		CTabItem all = WidgetIds.set(new CTabItem(tabs, SWT.NONE), "guide.tab.catalogue");
		all.setText(TEXTS.get("tab.catalogue"));
		catalogue = new CataloguePage(tabs, guide, page -> open(page, flows.solving(page.problem())));
		all.setControl(catalogue.control());
		tabs.setSelection(found);
	}

	private void showAll() {
		selected = List.of();
		showFindings();
	}

	private void showFindings() {
		var snapshot = overview.snapshot();
		// The selected ones as they are now.
		var current = selected.stream().flatMap(certificate -> snapshot.certificate(certificate.file()).stream()).toList();
		found.setText(TEXTS.get("tab.found", snapshot.findings().size()));
		findings.show(snapshot, current);
	}

	private void open(Page page, java.util.Optional<FlowStart> solution) {
		problem.show(page, solution);
		bringUp(problem.control());
		problem.setFocus();
	}

	private void bringUp(Control control) {
		((StackLayout) stack.getLayout()).topControl = control;
		stack.layout();
	}

	private Control top() {
		return ((StackLayout) stack.getLayout()).topControl;
	}
}
