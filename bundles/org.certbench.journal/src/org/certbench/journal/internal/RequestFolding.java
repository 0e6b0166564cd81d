package org.certbench.journal.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Visible;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.Renewal;

/**
 * Folds the entries about one key, from all runs that worked on it, into where its request stands.
 * Clocks are wrong at times, and set back: within a run the order of the lines counts, and between runs
 * how far the request had come when each began to work on it. Only those that began alike tell their
 * order by when that was.
 */
final class RequestFolding {

	private static final System.Logger LOG = System.getLogger(RequestFolding.class.getName());

	private final KeyIdentifier key;
	private final Map<Fact, String> facts = new EnumMap<>(Fact.class);
	private Instant started;
	private boolean isSaved;
	private Milestone milestone;
	private Instant since;

	/**
	 * A request as its entries leave it.
	 *
	 * @param isSaved whether they tell more than that its key was about to be saved
	 */
	record Folded(RequestRecord request, boolean isSaved) {

		/** Whether it is one: a key that was about to be saved may never have come to the disk. */
		boolean isThere() {
			return isSaved || hasContent(request.keystore());
		}

		/** On a disk without links a name is claimed by an empty file first: a crash may leave no more than that. */
		private static boolean hasContent(Path file) {
			try {
				return Files.size(file) > 0;
			} catch (IOException notThere) {
				return false;
			}
		}

		private boolean isNamesakeOf(Folded other) {
			return request.keystore().equals(other.request.keystore());
		}
	}

	private RequestFolding(KeyIdentifier key) {
		this.key = key;
	}

	/** The requests of all runs, oldest first. */
	static List<Folded> fold(Stream<List<JournalEntry>> runs) {
		var parts = new LinkedHashMap<KeyIdentifier, List<List<JournalEntry>>>();
		runs.forEach(run -> partsByKey(run).forEach((key, part) -> parts.computeIfAbsent(key, any -> new ArrayList<>()).add(part)));
		var all = parts.entrySet().stream().map(part -> new RequestFolding(part.getKey()).fold(part.getValue()))
				.flatMap(Optional::stream).sorted(Comparator.comparing(folded -> folded.request().started())).toList();
		return all.stream().filter(folded -> folded.isSaved() || hasItsName(folded, all)).toList();
	}

	/** What is under the name of a key that did not come to the disk is the key of a later request. */
	private static boolean hasItsName(Folded announced, List<Folded> all) {
		var namesakes = all.stream().filter(announced::isNamesakeOf).toList();
		return namesakes.getLast() == announced && namesakes.stream().noneMatch(Folded::isSaved);
	}

	private static Map<KeyIdentifier, List<JournalEntry>> partsByKey(List<JournalEntry> run) {
		var parts = new LinkedHashMap<KeyIdentifier, List<JournalEntry>>();
		for (var entry : run) {
			entry.request().ifPresent(key -> parts.computeIfAbsent(key, any -> new ArrayList<>()).add(entry));
		}
		return parts;
	}

	/** Nothing where the entries do not even tell whose key it is and where it lies. */
	private Optional<Folded> fold(List<List<JournalEntry>> parts) {
		var withMilestones = parts.stream().filter(part -> firstMilestone(part).isPresent());
		withMilestones.sorted(Comparator.<List<JournalEntry>, Milestone>comparing(part -> firstMilestone(part).orElseThrow())
				.thenComparing(part -> part.getFirst().at())).forEach(this::takePart);
		parts.stream().filter(part -> firstMilestone(part).isEmpty()).forEach(this::takeAttempt);
		if (milestone == null || !facts.keySet().containsAll(List.of(Fact.ENVIRONMENT, Fact.HOLDER, Fact.KEYSTORE))) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Folded(record(), isSaved));
		} catch (IllegalArgumentException | DateTimeException e) {
			LOG.log(Level.WARNING, Visible.line("the journal's entries about " + key + " cannot be understood: " + e.getMessage()));
			return Optional.empty();
		}
	}

	private static Optional<Milestone> firstMilestone(List<JournalEntry> part) {
		return part.stream().flatMap(entry -> milestone(entry.event()).stream()).findFirst();
	}

	/** No run takes a request back to where it was before, but for a refused one, which can be sent again. */
	private void takePart(List<JournalEntry> part) {
		var before = milestone;
		var beforeSince = since;
		part.forEach(this::take);
		if (before != null && before != Milestone.REFUSED && milestone.compareTo(before) < 0) {
			milestone = before;
			since = beforeSince;
		}
	}

	/** What a run tells that reached nothing holds until the next milestone. */
	private void takeAttempt(List<JournalEntry> part) {
		if (since != null) {
			part.stream().filter(entry -> !entry.at().isBefore(since)).forEach(this::take);
		}
	}

	private void take(JournalEntry entry) {
		if (started == null) {
			started = entry.at();
		}
		milestone(entry.event()).ifPresent(reached -> {
			isSaved |= entry.event() != Event.SAVING;
			milestone = reached;
			since = entry.at();
			facts.remove(Fact.NOT_YET_UNTIL);
		});
		facts.putAll(entry.facts());
	}

	private static Optional<Milestone> milestone(Event event) {
		return Optional.ofNullable(switch (event) {
			case STEP_STARTED, STEP_DONE, STEP_FAILED, RUN_CANCELLED -> null;
			case SAVING, KEY_CREATED -> Milestone.KEY_CREATED;
			case SIGNED -> Milestone.SIGNED;
			case SENDING -> Milestone.SENDING;
			case SENT -> Milestone.SENT;
			case REFUSED -> Milestone.REFUSED;
			case INSTALLED -> Milestone.INSTALLED;
			case TOKEN_REGISTERED -> Milestone.TOKEN_REGISTERED;
			case ACTIVATED -> Milestone.ACTIVATED;
			case HANDED_OVER -> Milestone.HANDED_OVER;
			case REVOKED -> Milestone.REVOKED;
		});
	}

	private RequestRecord record() {
		return new RequestRecord(key, Environment.of(facts.get(Fact.ENVIRONMENT)), Holder.parse(facts.get(Fact.HOLDER)),
				facts.getOrDefault(Fact.HOLDER_NAME, ""), Path.of(facts.get(Fact.KEYSTORE)), renewal(),
				facts.containsKey(Fact.SIGNED_ORDER) ? Path.of(facts.get(Fact.SIGNED_ORDER)) : null, milestone, since,
				started, Boolean.parseBoolean(facts.get(Fact.TO_BE_ACTIVATED)),
				facts.containsKey(Fact.NOT_YET_UNTIL) ? Instant.parse(facts.get(Fact.NOT_YET_UNTIL)) : null,
				Boolean.FALSE.toString().equals(facts.get(Fact.AUTOMATICALLY_VALIDATED)));
	}

	private Renewal renewal() {
		boolean isRenewal = facts.containsKey(Fact.OLD_KEY) && facts.containsKey(Fact.OLD_KEYSTORE);
		return isRenewal ? new Renewal(new KeyIdentifier(facts.get(Fact.OLD_KEY)), Path.of(facts.get(Fact.OLD_KEYSTORE)))
				: null;
	}
}
