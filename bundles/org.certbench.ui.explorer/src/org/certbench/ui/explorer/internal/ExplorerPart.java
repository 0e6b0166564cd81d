package org.certbench.ui.explorer.internal;

import java.util.List;

import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.ui.CertificateCard;
import org.certbench.ui.CertificateCardTip;
import org.certbench.ui.CertificateSelection;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Overview;
import org.certbench.ui.ProblemGuide;
import org.certbench.ui.Services;
import org.certbench.ui.WidgetIds;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The keystore explorer: every known certificate, what needs action first (W04, I01, I02). */
public final class ExplorerPart {

	private static final Texts TEXTS = Texts.of(ExplorerPart.class);
	/** The filter follows the typing, but not every key. */
	private static final int TYPING_PAUSE_MILLISECONDS = 150;

	private final Overview overview;
	private final FlowStarts flows;
	private final Inventory inventory;
	private final ESelectionService selection;
	private final MPart part;
	private Text filter;
	private Label count;
	private CertificateTree tree;
	private Composite stack;
	private EmptyPage empty;

	@Inject
	public ExplorerPart(Overview overview, FlowStarts flows, Inventory inventory, ESelectionService selection,
			MPart part) {
		this.overview = overview;
		this.flows = flows;
		this.inventory = inventory;
		this.selection = selection;
		this.part = part;
	}

	@PostConstruct
	void create(Composite parent) {
		GridLayoutFactory.fillDefaults().margins(0, 0).spacing(0, 0).applyTo(parent);
		createFilter(parent);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		tree = new CertificateTree(stack, this::show);
		new ColumnArrangement(tree.control(), part.getPersistedState()).restore();
		empty = new EmptyPage(stack, flows, () -> Folders.add(parent.getShell(), inventory, overview), overview::refresh);
		tree.onSelection(selected -> CertificateSelection.publish(selection, selected));
		tree.onOpen(this::open);
		new ContextMenu(tree.control(), flows, overview, tree::selected);
		new CertificateCardTip(tree.control(), place -> tree.at(place)
				.map(row -> CertificateCard.of(row.certificate(), row.findings(), overview.snapshot().at()))).activate();
		overview.showIn(stack, snapshot -> show());
		overview.refresh();
	}

	@Focus
	void focus() {
		if (((StackLayout) stack.getLayout()).topControl == empty) {
			empty.setFocus();
		} else {
			tree.control().setFocus();
		}
	}

	/** What was selected in another view. */
	@Inject
	@Optional
	void selected(@Named(IServiceConstants.ACTIVE_SELECTION) Object selected) {
		if (tree != null && !tree.control().isDisposed() && !tree.control().isFocusControl()) {
			CertificateSelection.in(selected).filter(certificates -> !certificates.equals(tree.selected()))
					.ifPresent(tree::select);
		}
	}

	private void createFilter(Composite parent) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 6).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		filter = WidgetIds.set(new Text(row, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "explorer.filter");
		filter.setMessage(TEXTS.get("filter"));
		filter.setToolTipText(TEXTS.get("filter.tip"));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(filter);
		Runnable typed = this::show;
		filter.addListener(SWT.Modify, event -> filter.getDisplay().timerExec(TYPING_PAUSE_MILLISECONDS, typed));
		filter.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ARROW_DOWN) {
				tree.control().setFocus();
			}
		});
		count = WidgetIds.set(new Label(row, SWT.RIGHT), "explorer.count");
	}

	private void show() {
		if (stack.isDisposed()) {
			return;
		}
		var snapshot = overview.snapshot();
		var groups = Groups.of(snapshot, filter.getText(), tree.order());
		tree.show(groups, snapshot.at());
		int all = snapshot.certificates().size();
		count.setText(groups.size() == all ? String.valueOf(all) : TEXTS.get("count.some", groups.size(), all));
		count.requestLayout();
		Control top = all == 0 ? empty : tree.control();
		var layout = (StackLayout) stack.getLayout();
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
	}

	/** What is due for a certificate, else the guide about it. */
	private void open(CertificateLife certificate) {
		CertificateSelection.publish(selection, List.of(certificate));
		flows.dueFor(certificate).ifPresentOrElse(FlowStart::launch,
				() -> Services.find(ProblemGuide.class).ifPresent(guide -> overview.snapshot().findingsFor(certificate)
						.stream().findFirst().ifPresent(finding -> guide.show(finding.problem()))));
	}
}
