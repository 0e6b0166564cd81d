package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
		var pending = harness.pending(home);
		checkKnown(pending);
		var unused = unused(crashed, pending);
		goOn(pending);
		var finished = check(crashed);
		checkOneKey(finished, unused);
		checkOldKeys(finished);
		demand(cards.equals(cards()), Invariant.F_NO_PIN_TRY, "the tries left of the cards: " + cards());
		return new Outcome(flow, instant, name, unused.size(), List.copyOf(violations));
	}

	/** Looks at the disk, whatever just happened: (a) and (b). */
	private Disk check(Disk before) throws IOException {
		try {
			var now = Disk.read(home, flow.passwords());
			now.lostSince(before).forEach(lost -> demand(false, Invariant.B_FILES_STAY_WHOLE, lost));
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

	/** What the service has of an unfinished request, the product knows of: (c). */
	private void checkKnown(Pending pending) throws IOException {
		for (var request : service.received()) {
			demand(request.tokenIsActive() || request.stage().equals("REPLACED") || pending.knows(request.key()),
					Invariant.C_KNOWS_AND_GOES_ON, "not under way after the restart: " + request);
		}
	}

	/** As a person does: what is under way is resumed, what was not begun is begun. (c), (f) */
	private void goOn(Pending afterRestart) throws IOException {
		var pending = afterRestart;
		for (int step = 0; step < STEPS && !flow.isDone(service.received(), pending); step++) {
			var went = pending.isEmpty() ? harness.begin(flow, home) : harness.resume(flow, home, !pending.needsNoPin());
			if (went.code() != 0) {
				demand(false, Invariant.C_KNOWS_AND_GOES_ON, "does not go on: " + text(went));
				return;
			}
			pending = harness.pending(home);
		}
		demand(flow.isDone(service.received(), pending), Invariant.C_KNOWS_AND_GOES_ON,
				"never done: " + service.received() + " " + pending);
	}

	private static String text(Ended ended) {
		return String.join(" ", ended.command().subList(1, ended.command().size())) + " ended with " + ended.code() + ": "
				+ ended.err().strip();
	}

	/**
	 * The keys of keystores that were saved in the very moment: before the journal told of them, and so
	 * before anything was signed or sent for them. They are not a request's; nothing uses them.
	 */
	private Set<String> unused(Disk crashed, Pending pending) throws IOException {
		var used = receivedKeys();
		return crashed.keystores().values().stream().map(Map::entrySet).flatMap(Set::stream)
				.filter(key -> key.getValue().equals(AUTHENTICATION)).map(Map.Entry::getKey)
				.filter(key -> !used.contains(key) && !pending.knows(key)).collect(Collectors.toSet());
	}

	private Set<String> receivedKeys() throws IOException {
		return service.received().stream().map(Received::key).collect(Collectors.toSet());
	}

	/** (d) */
	private void checkOneKey(Disk finished, Set<String> unused) throws IOException {
		var received = service.received();
		demand(received.size() == flow.requests(), Invariant.D_ONE_KEY, "requests at the service: " + received);
		var known = new HashSet<>(unused);
		known.addAll(receivedKeys());
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
