package org.certbench.crash;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.certbench.crash.Service.Received;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * What the product says is under way.
 *
 * @param requests as {@code certbench pending --json} tells them
 */
record Pending(List<JsonObject> requests) {

	/** Milestones from which on going on must not ask for the PIN any more: the order is signed and kept. */
	private static final Set<String> WITHOUT_PIN = Set.of("signed", "sending", "sent", "installed", "token-registered");

	static Pending parse(String json) {
		var requests = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("requests");
		return new Pending(StreamSupport.stream(requests.spliterator(), false).map(each -> each.getAsJsonObject()).toList());
	}

	boolean isEmpty() {
		return requests.isEmpty();
	}

	boolean knows(String key) {
		return find(key).isPresent();
	}

	/** Whether that is the next step of a request. */
	boolean isNext(Received request, String step) {
		return find(request.key()).filter(each -> text(each, "next").equals(step)).isPresent();
	}

	/** Whether what is under way goes on without a signature of the card. */
	boolean needsNoPin() {
		return requests.stream().allMatch(each -> WITHOUT_PIN.contains(text(each, "milestone")));
	}

	private Optional<JsonObject> find(String key) {
		return requests.stream().filter(each -> text(each, "key").equals(key)).findFirst();
	}

	private static String text(JsonObject request, String name) {
		return request.get(name).getAsString();
	}
}
