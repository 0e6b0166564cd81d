package org.certbench.ui.timeline.internal;

import org.certbench.core.Texts;
import org.certbench.ui.CertificateCardTip;
import org.certbench.ui.CertificateSelection;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Icon;
import org.certbench.ui.Overview;
import org.certbench.ui.WidgetIds;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The certificate timeline: a lane per holder, a bar per certificate (W05, B03). */
public final class TimelinePart {

	private static final Texts TEXTS = Texts.of(TimelinePart.class);

	private final Overview overview;
	private final FlowStarts flows;
	private final ESelectionService selection;
	private TimelineCanvas canvas;

	@Inject
	public TimelinePart(Overview overview, FlowStarts flows, ESelectionService selection) {
		this.overview = overview;
		this.flows = flows;
		this.selection = selection;
	}

	@PostConstruct
	void create(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		Composite head = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 3).applyTo(head);
		Legend legend = new Legend(head);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(legend);
		ToolBar tools = new ToolBar(head, SWT.FLAT | SWT.RIGHT);
		canvas = new TimelineCanvas(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		tool(tools, "zoom-in", Icon.ZOOM_IN, () -> canvas.zoom(1));
		tool(tools, "zoom-out", Icon.ZOOM_OUT, () -> canvas.zoom(-1));
		tool(tools, "fit", Icon.FIT, canvas::fit);
		tool(tools, "today", Icon.TODAY, canvas::today);
		connect();
	}

	@Focus
	void focus() {
		canvas.setFocus();
	}

	/** What was selected in another view. */
	@Inject
	@Optional
	void selected(@Named(IServiceConstants.ACTIVE_SELECTION) Object selected) {
		if (canvas != null && !canvas.isDisposed() && !canvas.isFocusControl()) {
			CertificateSelection.in(selected).ifPresent(canvas::select);
		}
	}

	private void connect() {
		new MouseControl(canvas);
		new KeyControl(canvas);
		var spoken = new SpokenTimeline(canvas);
		var tip = new CertificateCardTip(canvas, place -> canvas.barAt(place).map(canvas::card));
		tip.activate();
		canvas.onFocus(() -> {
			spoken.focusChanged();
			canvas.focused().flatMap(canvas::bounds).map(bounds -> bounds.intersection(canvas.area()))
					.ifPresent(seen -> tip.show(new Point(seen.x + 4, seen.y + seen.height - 4)));
		});
		canvas.addListener(SWT.FocusOut, event -> tip.hide());
		canvas.onSelection(certificates -> CertificateSelection.publish(selection, certificates));
		canvas.onOpen(certificate -> flows.dueFor(certificate).ifPresent(FlowStart::launch));
		overview.showIn(canvas, canvas::show);
	}

	private static void tool(ToolBar bar, String id, Icon icon, Runnable action) {
		ToolItem item = WidgetIds.set(new ToolItem(bar, SWT.PUSH), "timeline." + id);
		item.setImage(icon.image());
		item.setToolTipText(TEXTS.get(id));
		item.addListener(SWT.Selection, pressed -> action.run());
	}
}
