package org.certbench.crash;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.certbench.crash.Service.Received;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What the product says after a restart, as JSON.
 *
 * @param things the requests, certificates or findings that its answer lists
 */
record Told(List<JsonObject> things) {

	/** Milestones from which on going on must not ask for the PIN any more: the order is signed and kept. */
	private static final Set<String> WITHOUT_PIN = Set.of("signed", "sending", "sent", "installed", "token-registered");

	/** What it is asked. */
	enum Question {
		/** The requests under way, and what is next for each. */
		PENDING("pending", "requests"),
		/** The certificates, and the state of each. */
		CERTIFICATES("list", "certificates"),
		/** What needs action. */
		FINDINGS("check", "findings");

		private final String command;
		private final String answer;

		Question(String command, String answer) {
			this.command = command;
			this.answer = answer;
		}

		/** As one types it. */
		List<String> command() {
			return List.of(command, "--json");
		}

		/** Whether an exit code is that of an answer: findings have one of their own. */
		boolean isAnswered(int code) {
			return code == 0 || this == FINDINGS && code == 1;
		}

		/** Reads the answer. */
		Told parse(String json) {
			var things = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray(answer);
			return new Told(StreamSupport.stream(things.spliterator(), false).map(each -> each.getAsJsonObject()).toList());
		}
	}

	boolean isNothing() {
		return things.isEmpty();
	}

	/** Whether it knows something of a key. */
	boolean knows(String key) {
		return find(key).isPresent();
	}

	/** Whether that is the next step of a request. */
	boolean isNext(Received request, String step) {
		return find(request.key()).filter(each -> text(each, "next").equals(step)).isPresent();
	}

	/** Whether that is the state of a certificate. */
	boolean isIn(String state, Received certificate) {
		return find(certificate.key()).filter(each -> text(each, "state").equals(state)).isPresent();
	}

	/** Whether there is a finding about a problem of the catalogue. */
	boolean finds(String problem) {
		return things.stream().anyMatch(each -> text(each, "problem").equals(problem));
	}

	/** Whether what is under way goes on without a signature of the card. */
	boolean needsNoPin() {
		return things.stream().allMatch(each -> WITHOUT_PIN.contains(text(each, "milestone")));
	}

	private Optional<JsonObject> find(String key) {
		return things.stream().filter(each -> text(each, "key").equals(key)).findFirst();
	}

	/** Empty where it says nothing of the kind. */
	private static String text(JsonObject thing, String name) {
		var value = thing.get(name);
		return value == null || value.isJsonNull() ? "" : value.getAsString();
	}
}
