package org.certbench.ui.explorer.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.ui.Snapshot;

/**
 * The explorer's content: first what needs action, then everything, per environment (I02). A
 * certificate that needs action stands in both places.
 */
final class Groups {

	/** The id of the group of what needs action. */
	static final String NEEDS_ACTION = "needs-action";

	private static final Texts TEXTS = Texts.of(Groups.class);

	/**
	 * A group of rows.
	 *
	 * @param id   the same after each refresh
	 * @param name without the number of rows
	 */
	record Group(String id, String name, List<Row> rows) {

		/** The name with the number of rows. */
		String title() {
			return TEXTS.get("group.title", name, rows.size());
		}
	}

	/** Where a row stands. */
	record Place(int group, int row) {
	}

	private final List<Group> groups;

	private Groups(List<Group> groups) {
		this.groups = groups;
	}

	/** No groups at all. */
	static Groups none() {
		return new Groups(List.of());
	}

	/**
	 * The groups of a snapshot; empty ones are left out.
	 *
	 * @param words a row is shown when it {@link Row#matches} them
	 * @param order of the rows in each group
	 */
	static Groups of(Snapshot snapshot, String words, Comparator<Row> order) {
		var rows = snapshot.certificates().stream()
				.map(certificate -> new Row(certificate, snapshot.findingsFor(certificate)))
				.filter(row -> row.matches(words)).sorted(order).toList();
		var groups = new ArrayList<Group>();
		groups.add(new Group(NEEDS_ACTION, TEXTS.get("group.needs-action"), rows.stream().filter(Row::needsAction).toList()));
		for (Environment environment : Environment.values()) {
			groups.add(new Group(environment.id(), Words.of(environment),
					rows.stream().filter(row -> row.certificate().environment() == environment).toList()));
		}
		groups.removeIf(group -> group.rows().isEmpty());
		return new Groups(List.copyOf(groups));
	}

	List<Group> all() {
		return groups;
	}

	/** How many certificates there are, each counted once. */
	int size() {
		return groups.stream().filter(group -> !group.id().equals(NEEDS_ACTION)).mapToInt(group -> group.rows().size()).sum();
	}

	/** Where a certificate stands, in the first group of the ids that has it. */
	Optional<Place> find(CertificateLife certificate, List<String> ids) {
		for (int group = 0; group < groups.size(); group++) {
			if (ids.contains(groups.get(group).id())) {
				var rows = groups.get(group).rows();
				for (int row = 0; row < rows.size(); row++) {
					if (rows.get(row).certificate().equals(certificate)) {
						return Optional.of(new Place(group, row));
					}
				}
			}
		}
		return Optional.empty();
	}
}
