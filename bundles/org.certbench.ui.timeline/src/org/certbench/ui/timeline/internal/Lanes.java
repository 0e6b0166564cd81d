package org.certbench.ui.timeline.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Holder;
import org.certbench.inventory.CertificateLife;
import org.certbench.ui.HolderName;
import org.certbench.ui.Snapshot;

/**
 * Which bar stands where from top to bottom: a lane per holder, and in it as many rows as bars
 * overlap. Heights are in pixels. Immutable.
 */
final class Lanes {

	/** The height of a row of bars, with the gap below it. */
	static final int ROW = 26;
	/** The room above and below the rows of a lane. */
	static final int PADDING = 6;
	private static final int NARROWEST = 6;

	/**
	 * A holder's lane.
	 *
	 * @param holder what the holder is called
	 * @param top    where it begins
	 * @param rows   the bars, row by row, each from early to late
	 */
	record Lane(HolderName holder, int top, List<List<Bar>> rows) {

		int height() {
			return rows.size() * ROW + 2 * PADDING;
		}

		int rowTop(int row) {
			return top + PADDING + row * ROW;
		}

		/** Its bars as one steps through them: from early to late. */
		List<Bar> bars() {
			return rows.stream().flatMap(List::stream).sorted(Comparator.comparing(Bar::from)).toList();
		}

		/** The bar that ends nearest to the end of a bar of another lane. */
		Bar nearest(Bar other) {
			return bars().stream().min(Comparator.comparing(bar -> Duration.between(bar.to(), other.to()).abs())).orElseThrow();
		}
	}

	private final List<Lane> lanes;

	private Lanes(List<Lane> lanes) {
		this.lanes = lanes;
	}

	/** The lanes of a snapshot: first the holders for whom something is to be done, then by name. */
	static Lanes of(Snapshot snapshot) {
		var byHolder = new LinkedHashMap<String, List<Bar>>();
		for (CertificateLife certificate : snapshot.certificates()) {
			Bar.of(certificate, snapshot.findingsFor(certificate), snapshot.at()).ifPresent(
					bar -> byHolder.computeIfAbsent(holder(certificate), holder -> new ArrayList<>()).add(bar));
		}
		var order = Comparator.comparing((List<Bar> bars) -> bars.stream().noneMatch(Bar::needsAction))
				.thenComparing(bars -> name(bars).name(), String.CASE_INSENSITIVE_ORDER);
		var lanes = new ArrayList<Lane>();
		int top = 0;
		for (var bars : byHolder.values().stream().sorted(order).toList()) {
			var lane = new Lane(name(bars), top, rows(bars));
			lanes.add(lane);
			top += lane.height();
		}
		return new Lanes(List.copyOf(lanes));
	}

	List<Lane> all() {
		return lanes;
	}

	boolean isEmpty() {
		return lanes.isEmpty();
	}

	/** The height of all lanes together. */
	int height() {
		return lanes.isEmpty() ? 0 : lanes.getLast().top() + lanes.getLast().height();
	}

	/** The lane at a height, where there is one. */
	Optional<Lane> at(int y) {
		int low = 0;
		int high = lanes.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			Lane lane = lanes.get(middle);
			if (y < lane.top()) {
				high = middle - 1;
			} else if (y >= lane.top() + lane.height()) {
				low = middle + 1;
			} else {
				return Optional.of(lane);
			}
		}
		return Optional.empty();
	}

	/** The bar at a place of the scale and a height, where there is one. */
	Optional<Bar> barAt(TimeScale scale, double place, int y) {
		return at(y).flatMap(lane -> {
			int row = Math.floorDiv(y - lane.top() - PADDING, ROW);
			return row < 0 || row >= lane.rows().size() ? Optional.empty()
					: lane.rows().get(row).stream().filter(bar -> scale.place(bar.from()) <= place
							&& place <= scale.place(bar.from()) + width(bar, scale)).findFirst();
		});
	}

	/** How wide a bar is on a scale; never too narrow to be hit. */
	static double width(Bar bar, TimeScale scale) {
		return Math.max(NARROWEST, scale.place(bar.to()) - scale.place(bar.from()));
	}

	/** The lane of a bar. */
	Optional<Lane> laneOf(Bar bar) {
		return lanes.stream().filter(lane -> lane.rows().stream().anyMatch(row -> row.contains(bar))).findFirst();
	}

	/** All bars as one steps through them: lane by lane. */
	List<Bar> bars() {
		return lanes.stream().flatMap(lane -> lane.bars().stream()).toList();
	}

	/** From the first to the last moment of all bars; nothing where there are none. */
	Optional<Instant> first() {
		return bars().stream().map(Bar::from).min(Comparator.naturalOrder());
	}

	/** The end of {@link #first()}. */
	Optional<Instant> last() {
		return bars().stream().map(Bar::to).max(Comparator.naturalOrder());
	}

	private static List<List<Bar>> rows(List<Bar> bars) {
		var rows = new ArrayList<List<Bar>>();
		for (Bar bar : bars.stream().sorted(Comparator.comparing(Bar::from)).toList()) {
			rows.stream().filter(row -> row.stream().noneMatch(bar::overlaps)).findFirst().orElseGet(() -> {
				rows.add(new ArrayList<>());
				return rows.getLast();
			}).add(bar);
		}
		return rows.stream().map(List::copyOf).toList();
	}

	private static String holder(CertificateLife certificate) {
		return certificate.environment().id() + " "
				+ certificate.knownHolder().map(Holder::toString).orElseGet(() -> certificate.file().toString());
	}

	/** By the certificate that says most: one with a name in it. */
	private static HolderName name(List<Bar> bars) {
		return HolderName.of(bars.stream().map(Bar::certificate).filter(certificate -> !certificate.holderName().isEmpty())
				.findFirst().orElse(bars.getFirst().certificate()));
	}
}
