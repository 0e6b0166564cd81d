package org.certbench.ui.timeline.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.ui.CertificateCard;
import org.certbench.ui.Palette;
import org.certbench.ui.Snapshot;
import org.certbench.ui.WidgetIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;

/**
 * The painted timeline: what is seen, selected and focused. The mouse is in {@link MouseControl},
 * the keyboard in {@link KeyControl}, the screen reader in {@link SpokenTimeline}. UI thread.
 */
final class TimelineCanvas extends Canvas {

	private static final Texts TEXTS = Texts.of(TimelineCanvas.class);
	private static final double ZOOM_STEP = 1.25;
	/** Where "today" is shown, as a share of the width: the past matters less than what comes. */
	private static final double TODAY_AT = 0.35;
	private static final Duration SHOWN_WHEN_EMPTY = Duration.ofDays(3 * 365);

	private final Set<CertificateLife> selected = new HashSet<>();
	private Lanes lanes = Lanes.of(new Snapshot(Instant.EPOCH, List.of(), List.of(), List.of()));
	private List<Bar> bars = List.of();
	private Instant now = Instant.EPOCH;
	private TimeScale scale = new TimeScale(Instant.EPOCH, 1);
	private boolean scaleChosen;
	private Bar focus;
	private Consumer<List<CertificateLife>> selectionListener = certificates -> {
	};
	private Consumer<CertificateLife> openListener = certificate -> {
	};
	private Runnable focusListener = () -> {
	};

	TimelineCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.NO_BACKGROUND);
		WidgetIds.set(this, "timeline.canvas");
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.Resize, event -> resized());
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
		getVerticalBar().addListener(SWT.Selection, event -> redraw());
	}

	/** Shows another snapshot; zoom, focus and selection stay. */
	void show(Snapshot snapshot) {
		lanes = Lanes.of(snapshot);
		bars = lanes.bars();
		now = snapshot.at();
		if (focus != null) {
			var before = focus.certificate();
			focus = bars.stream().filter(bar -> bar.certificate().equals(before)).findFirst().orElse(null);
		}
		resized();
	}

	/** Told what the person selected here. */
	void onSelection(Consumer<List<CertificateLife>> listener) {
		selectionListener = listener;
	}

	/** Told what the person wants to go on with: a double click, or Enter. */
	void onOpen(Consumer<CertificateLife> listener) {
		openListener = listener;
	}

	/** Told when another bar has the focus. */
	void onFocus(Runnable listener) {
		focusListener = listener;
	}

	/** Selects what was selected elsewhere, and brings it into sight. */
	void select(List<CertificateLife> certificates) {
		selected.clear();
		selected.addAll(certificates);
		bars.stream().filter(bar -> selected.contains(bar.certificate())).findFirst().ifPresent(this::reveal);
		redraw();
	}

	/** Gives the focus to a bar and selects it. */
	void choose(Bar bar) {
		focusOn(bar);
		selected.clear();
		selected.add(bar.certificate());
		selectionListener.accept(List.of(bar.certificate()));
		redraw();
	}

	/** Gives the focus to a bar and brings it into sight. */
	void focusOn(Bar bar) {
		focus = bar;
		reveal(bar);
		redraw();
		focusListener.run();
	}

	void open(Bar bar) {
		choose(bar);
		openListener.accept(bar.certificate());
	}

	Optional<Bar> focused() {
		return Optional.ofNullable(focus);
	}

	Lanes lanes() {
		return lanes;
	}

	List<Bar> bars() {
		return bars;
	}

	boolean isSelected(Bar bar) {
		return selected.contains(bar.certificate());
	}

	/** The bar at a place of the canvas. */
	Optional<Bar> barAt(Point place) {
		var area = area();
		return area.contains(place) ? lanes.barAt(scale, place.x - area.x, place.y - area.y + scrolled()) : Optional.empty();
	}

	/** Where a bar is painted, seen or not. */
	Optional<Rectangle> bounds(Bar bar) {
		return lanes.laneOf(bar).map(lane -> {
			int row = 0;
			while (!lane.rows().get(row).contains(bar)) {
				row++;
			}
			return view().bounds(bar, lane.rowTop(row));
		});
	}

	CertificateCard card(Bar bar) {
		return CertificateCard.of(bar.certificate(), bar.findings(), now);
	}

	/** Zooms in (steps above 0) or out around a place across the canvas. */
	void zoom(int steps, int x) {
		setScale(scale.zoomed(Math.pow(ZOOM_STEP, steps), x - area().x));
	}

	/** Zooms around the bar with the focus, else around today. */
	void zoom(int steps) {
		var area = area();
		int anchor = focused().flatMap(this::bounds).map(bounds -> bounds.intersection(area)).filter(seen -> !seen.isEmpty())
				.map(seen -> seen.x + seen.width / 2).orElse(view().x(now));
		zoom(steps, Math.clamp(anchor, area.x, Math.max(area.x, area.x + area.width)));
	}

	/** Moves what is seen: across towards later moments, down towards later lanes. */
	void pan(int across, int down) {
		setScale(scale.panned(across));
		getVerticalBar().setSelection(scrolled() + down);
		redraw();
	}

	/** Shows everything across. */
	void fit() {
		scaleChosen = false;
		resized();
	}

	/** Brings today into sight. */
	void today() {
		setScale(scale.with(now, area().width * TODAY_AT));
	}

	/** Where the bars are. */
	Rectangle area() {
		var client = getClientArea();
		int textHeight = textHeight();
		int names = Math.clamp(client.width * 2 / 5, 90, 15 * textHeight);
		int head = Head.height(textHeight);
		return new Rectangle(names, head, Math.max(0, client.width - names), Math.max(0, client.height - head));
	}

	private int textHeight() {
		var gc = new GC(this);
		try {
			return gc.getFontMetrics().getHeight();
		} finally {
			gc.dispose();
		}
	}

	private void setScale(TimeScale changed) {
		scale = changed;
		scaleChosen = true;
		redraw();
	}

	private void resized() {
		var area = area();
		if (!scaleChosen) {
			scale = TimeScale.fitting(lanes.first().orElse(now), lanes.last().orElse(now.plus(SHOWN_WHEN_EMPTY)), now,
					area.width);
		}
		ScrollBar bar = getVerticalBar();
		bar.setValues(Math.min(scrolled(), Math.max(0, lanes.height() - area.height)), 0, Math.max(1, lanes.height()),
				Math.max(1, Math.min(area.height, lanes.height())), Lanes.ROW, Math.max(1, area.height));
		bar.setVisible(lanes.height() > area.height);
		redraw();
	}

	private int scrolled() {
		return getVerticalBar().getSelection();
	}

	private void reveal(Bar bar) {
		bounds(bar).ifPresent(bounds -> {
			var area = area();
			if (bounds.y < area.y) {
				getVerticalBar().setSelection(scrolled() - (area.y - bounds.y) - Lanes.PADDING);
			} else if (bounds.y + bounds.height > area.y + area.height) {
				getVerticalBar().setSelection(scrolled() + bounds.y + bounds.height - area.y - area.height + Lanes.PADDING);
			}
			if (bounds.x > area.x + area.width - 20) {
				pan(bounds.x - area.x - area.width / 2, 0);
			} else if (bounds.x + bounds.width < area.x + 20) {
				pan(bounds.x + bounds.width - area.x - area.width / 2, 0);
			}
		});
	}

	private Painter.View view() {
		return new Painter.View(scale, area(), scrolled(), now, selected, isFocusControl() ? focus : null);
	}

	private void paint(GC gc) {
		var palette = Palette.of(this);
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		gc.setBackground(Palette.color(palette.background()));
		gc.fillRectangle(getClientArea());
		var view = view();
		new Head(gc, palette, scale, view.area()).paint();
		if (lanes.isEmpty()) {
			paintNothing(gc, palette);
			return;
		}
		var painter = new Painter(gc, palette, view);
		painter.paintLanes(lanes);
		painter.paintToday(TEXTS.get("today"));
	}

	private void paintNothing(GC gc, Palette palette) {
		var area = area();
		String text = TEXTS.get("empty");
		gc.setForeground(Palette.color(palette.quietText()));
		gc.drawText(text, area.x + Math.max(0, area.width - gc.textExtent(text).x) / 2, area.y + area.height / 3, true);
	}
}
