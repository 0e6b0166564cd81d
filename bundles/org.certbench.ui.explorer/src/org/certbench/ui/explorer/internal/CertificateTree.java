package org.certbench.ui.explorer.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.certbench.core.LifeCycleState;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The table of certificates in its groups. Virtual: an item is filled when it is first seen, so that
 * 10,000 rows cost no more than those on the screen (I01). UI thread.
 */
final class CertificateTree {

	/** For the sign and the margins. */
	private static final int ROOM_BESIDE_WORD = 34;

	private final Tree tree;
	/** The groups that the person folded; all others are open. */
	private final Set<String> folded = new HashSet<>();
	private Groups groups = Groups.none();
	private Instant now = Instant.EPOCH;
	private Column sortedBy = Column.EXPIRES;
	private boolean descending;

	/** @param sorted called when the person chose another order */
	CertificateTree(Composite parent, Runnable sorted) {
		tree = WidgetIds.set(new Tree(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL),
				"explorer.table");
		tree.setHeaderVisible(true);
		for (Column column : Column.values()) {
			addColumn(column, sorted);
		}
		showOrder();
		tree.addListener(SWT.SetData, this::fill);
		tree.addListener(SWT.Collapse, event -> group((TreeItem) event.item).ifPresent(group -> folded.add(group.id())));
		tree.addListener(SWT.Expand, event -> group((TreeItem) event.item).ifPresent(group -> folded.remove(group.id())));
	}

	Tree control() {
		return tree;
	}

	/** The order that the person chose. */
	Comparator<Row> order() {
		return descending ? sortedBy.order().reversed() : sortedBy.order();
	}

	/** Shows other groups; what was selected, folded and seen stays so. */
	void show(Groups shown, Instant at) {
		var selected = selected();
		groups = shown;
		now = at;
		tree.setRedraw(false);
		try {
			tree.setItemCount(groups.all().size());
			tree.clearAll(true);
			for (int i = 0; i < groups.all().size(); i++) {
				TreeItem item = tree.getItem(i);
				fillGroup(item, groups.all().get(i));
				item.setExpanded(!folded.contains(groups.all().get(i).id()));
			}
			select(selected);
		} finally {
			tree.setRedraw(true);
		}
	}

	/** The selected certificates, each once. */
	List<CertificateLife> selected() {
		return Arrays.stream(tree.getSelection()).flatMap(item -> row(item).stream()).map(Row::certificate).distinct()
				.toList();
	}

	/** Selects these certificates, where they are shown in an open group. */
	void select(List<CertificateLife> certificates) {
		var open = groups.all().stream().map(Groups.Group::id).filter(id -> !folded.contains(id)).toList();
		var items = new ArrayList<TreeItem>();
		for (CertificateLife certificate : certificates) {
			groups.find(certificate, open).ifPresent(place -> items.add(tree.getItem(place.group()).getItem(place.row())));
		}
		tree.setSelection(items.toArray(TreeItem[]::new));
		if (!items.isEmpty()) {
			tree.showItem(items.getFirst());
		}
	}

	/** The row at a place in the tree. */
	Optional<Row> at(Point place) {
		return Optional.ofNullable(tree.getItem(place)).flatMap(this::row);
	}

	/** Told when the selection changed, by the person. */
	void onSelection(Consumer<List<CertificateLife>> listener) {
		tree.addListener(SWT.Selection, event -> listener.accept(selected()));
	}

	/** Told when a row was double-clicked, or Enter was pressed on it; groups fold instead. */
	void onOpen(Consumer<CertificateLife> listener) {
		tree.addListener(SWT.DefaultSelection, event -> {
			TreeItem item = (TreeItem) event.item;
			row(item).ifPresentOrElse(row -> listener.accept(row.certificate()), () -> fold(item));
		});
	}

	private void fold(TreeItem item) {
		item.setExpanded(!item.getExpanded());
		group(item).map(Groups.Group::id).ifPresent(id -> {
			if (!folded.remove(id)) {
				folded.add(id);
			}
		});
	}

	private void addColumn(Column column, Runnable sorted) {
		TreeColumn shown = WidgetIds.set(new TreeColumn(tree, column == Column.DAYS ? SWT.RIGHT : SWT.LEFT),
				"explorer.column." + column.id());
		shown.setText(column.title());
		shown.setWidth(column == Column.STATE ? widthOfStates() : column.width());
		shown.setMoveable(column != Column.HOLDER);
		shown.addListener(SWT.Selection, event -> {
			descending = sortedBy == column && !descending;
			sortedBy = column;
			showOrder();
			sorted.run();
		});
	}

	/** The words are of quite different lengths in different languages; none shall be cut. */
	private int widthOfStates() {
		var gc = new GC(tree);
		try {
			return ROOM_BESIDE_WORD
					+ Stream.of(LifeCycleState.values()).mapToInt(state -> gc.textExtent(Words.of(state)).x).max().orElse(0);
		} finally {
			gc.dispose();
		}
	}

	private void showOrder() {
		tree.setSortColumn(tree.getColumn(sortedBy.ordinal()));
		tree.setSortDirection(descending ? SWT.DOWN : SWT.UP);
	}

	private void fill(Event event) {
		TreeItem item = (TreeItem) event.item;
		if (item.getParentItem() == null) {
			fillGroup(item, groups.all().get(event.index));
		} else {
			group(item.getParentItem()).ifPresent(group -> fillRow(item, group.rows().get(event.index)));
		}
	}

	private void fillGroup(TreeItem item, Groups.Group group) {
		item.setData(group);
		item.setText(group.title());
		item.setImage(group.id().equals(Groups.NEEDS_ACTION) ? Icon.WARNING.image() : Icon.KEYSTORE.image());
		item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		item.setItemCount(group.rows().size());
	}

	private void fillRow(TreeItem item, Row row) {
		var state = row.certificate().state();
		item.setData(row);
		for (Column column : Column.values()) {
			item.setText(column.ordinal(), column.text(row, now));
		}
		item.setImage(Column.HOLDER.ordinal(), row.worst().map(Icon::of).map(Icon::image).orElseGet(Icon.CERTIFICATE::image));
		boolean readable = row.certificate().obstacle().isEmpty();
		var palette = Palette.of(tree);
		item.setImage(Column.STATE.ordinal(), (readable ? Icon.of(state) : Icon.ERROR).image());
		item.setForeground(Column.STATE.ordinal(), Palette.color(readable ? palette.state(state) : palette.bad()));
		if (state == LifeCycleState.RENEWAL_DUE || state == LifeCycleState.EXPIRED) {
			item.setForeground(Column.DAYS.ordinal(), item.getForeground(Column.STATE.ordinal()));
		}
	}

	private Optional<Row> row(TreeItem item) {
		if (item.getParentItem() == null) {
			return Optional.empty();
		}
		return group(item.getParentItem()).map(group -> group.rows().get(item.getParentItem().indexOf(item)));
	}

	private Optional<Groups.Group> group(TreeItem item) {
		return item.getParentItem() == null ? Optional.of(groups.all().get(tree.indexOf(item))) : Optional.empty();
	}
}
