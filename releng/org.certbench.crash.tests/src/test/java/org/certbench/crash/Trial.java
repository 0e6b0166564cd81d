package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.certbench.crash.Flow.Trait;
import org.certbench.crash.Outcome.Violation;
import org.certbench.crash.Service.Received;
import org.certbench.product.Program.Ended;

/** One killing of one flow, the restart, and everything that must hold then. */
final class Trial {

	/** What a shell says of a process that SIGKILL ended. */
	private static final int KILLED = 137;
	/** Each going on brings a request one step further; none needs more than this. */
	private static final int STEPS = 3;
	/** The alias of the key that a request is for. */
	private static final String AUTHENTICATION = "authentication";

	private final Harness harness;
	private final Flow flow;
	private final Home home;
	private final Service service;
	private final List<Violation> violations = new ArrayList<>();

	Trial(Harness harness, Flow flow, Home home, Service service) {
		this.harness = harness;
		this.flow = flow;
		this.home = home;
		this.service = service;
	}

	/** Kills it, restarts, goes on. */
	Outcome killAt(int instant) throws IOException {
		var log = home.folder().resolveSibling("died");
		var before = Disk.read(home, flow.passwords());
		var cards = cards();
		var killed = harness.runKilled(flow, home, instant, log);
		if (killed.code() == 0) {
			return Outcome.notReached(flow, instant);
		}
		killed.expecting(KILLED);
		var name = Files.readString(log).strip();

		var crashed = check(before);
		var restarted = harness.look(flow, home, service);
		checkKnown(restarted, crashed);
		goOn(restarted);
		var finished = check(crashed);
		checkOneKey(finished);
		checkOldKeys(finished);
		demand(cards.equals(cards()), Invariant.F_NO_PIN_TRY, "the tries left of the cards: " + cards());
		return new Outcome(flow, instant, name, List.copyOf(violations));
	}

	/** Looks at the disk, whatever just happened: (a) and (b). */
	private Disk check(Disk before) throws IOException {
		try {
			var now = Disk.read(home, flow.passwords());
			now.lostSince(before, flow).forEach(lost -> demand(false, Invariant.B_FILES_STAY_WHOLE, lost));
			var keys = now.allKeys();
			for (var request : service.received()) {
				demand(keys.contains(request.key()), Invariant.A_KEY_IS_ON_DISK, "the key of " + request);
				demand(request.encryption().filter(key -> !keys.contains(key)).isEmpty(), Invariant.A_KEY_IS_ON_DISK,
						"the encryption key of " + request);
			}
			return now;
		} catch (IOException unreadable) {
			demand(false, Invariant.B_FILES_STAY_WHOLE, unreadable.getMessage());
			return before;
		}
	}

	/** What the service has of an unfinished request, and what is on disk for one, the product knows of: (c), (d). */
	private void checkKnown(Standing restarted, Disk crashed) throws IOException {
		demand(!flow.isTold(restarted) || flow.isThere(restarted), Invariant.C_KNOWS_AND_GOES_ON,
				"said to be done, and is not: " + restarted);
		for (var request : restarted.received()) {
			demand(request.isOver() || restarted.told().knows(request.key()), Invariant.C_KNOWS_AND_GOES_ON,
					"not under way after the restart: " + request);
		}
		var received = keys(restarted.received());
		crashed.keystores().forEach((file, keys) -> demand(
				keys.keySet().stream().anyMatch(key -> received.contains(key) || restarted.told().knows(key)),
				Invariant.D_ONE_KEY, "a keystore that nobody knows of: " + file + " " + keys));
	}

	/** As a person does: what is under way is resumed, what was not begun is begun. (c), (f) */
	private void goOn(Standing restarted) throws IOException {
		var standing = restarted;
		for (int step = 0; step < STEPS && !flow.isDone(standing); step++) {
			var told = standing.told();
			var went = flow.has(Trait.RESUMED) && !told.isNothing() ? harness.resume(flow, home, !told.needsNoPin())
					: harness.begin(flow, home);
			if (went.code() != 0) {
				demand(false, Invariant.C_KNOWS_AND_GOES_ON, "does not go on: " + text(went));
				return;
			}
			standing = harness.look(flow, home, service);
		}
		demand(flow.isDone(standing), Invariant.C_KNOWS_AND_GOES_ON, "never done: " + standing);
	}

	private static String text(Ended ended) {
		return String.join(" ", ended.command().subList(1, ended.command().size())) + " ended with " + ended.code() + ": "
				+ ended.err().strip();
	}

	private static Set<String> keys(List<Received> received) {
		return received.stream().map(Received::key).collect(Collectors.toSet());
	}

	/** (d) */
	private void checkOneKey(Disk finished) throws IOException {
		var received = service.received();
		demand(received.size() == flow.requests(), Invariant.D_ONE_KEY, "requests at the service: " + received);
		var known = keys(received);
		finished.keystores().forEach((file, keys) -> demand(keys.keySet().stream().anyMatch(known::contains),
				Invariant.D_ONE_KEY, "a keystore that belongs to no request: " + file + " " + keys));
	}

	/** (e) */
	private void checkOldKeys(Disk finished) {
		var keystores = List.copyOf(finished.keystores().values());
		for (var keystore : keystores) {
			var newest = keystores.getLast();
			keystore.forEach((key, alias) -> demand(alias.equals(AUTHENTICATION) || newest.containsKey(key),
					Invariant.E_OLD_KEYS_KEPT, "the encryption key " + alias));
		}
	}

	/** Of every card, what it remembers of wrong PINs. */
	private List<String> cards() throws IOException {
		try (var files = Files.list(home.cards())) {
			var tries = new ArrayList<String>();
			for (Path file : files.filter(each -> each.toString().endsWith(".tries-left")).sorted().toList()) {
				tries.add(file.getFileName() + "=" + Files.readString(file));
			}
			return tries;
		}
	}

	private void demand(boolean holds, Invariant invariant, String otherwise) {
		if (!holds) {
			violations.add(new Violation(invariant, otherwise));
		}
	}
}
