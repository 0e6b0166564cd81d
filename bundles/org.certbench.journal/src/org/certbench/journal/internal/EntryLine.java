package org.certbench.journal.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.KeyIdentifier;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** An entry as one line of JSON, in both directions. */
final class EntryLine {

	private EntryLine() {
	}

	/** Without the end of the line; JSON escapes those inside of it. */
	static String write(JournalEntry entry) {
		var json = new JsonObject();
		json.addProperty("at", entry.at().toString());
		json.addProperty("flow", entry.flow());
		json.addProperty("run", entry.run());
		json.addProperty("step", entry.step());
		json.addProperty("event", entry.event().name());
		entry.request().ifPresent(key -> json.addProperty("key", key.hex()));
		if (!entry.facts().isEmpty()) {
			var facts = new JsonObject();
			entry.facts().forEach((fact, value) -> facts.addProperty(fact.name(), value));
			json.add("facts", facts);
		}
		return json.toString();
	}

	/**
	 * Nothing for a line that is broken, or that tells of an event which only a newer version of the
	 * product knows; unknown facts are left out.
	 */
	static Optional<JournalEntry> read(String line) {
		try {
			var json = JsonParser.parseString(line).getAsJsonObject();
			var key = json.has("key") ? new KeyIdentifier(json.get("key").getAsString()) : null;
			return Optional.of(new JournalEntry(Instant.parse(text(json, "at")), text(json, "flow"), text(json, "run"),
					text(json, "step"), Event.valueOf(text(json, "event")), key, facts(json)));
		} catch (JsonParseException | IllegalStateException | IllegalArgumentException | DateTimeException
				| UnsupportedOperationException | ClassCastException broken) {
			return Optional.empty();
		}
	}

	private static String text(JsonObject json, String name) {
		if (!json.has(name)) {
			throw new IllegalArgumentException("no " + name);
		}
		return json.get(name).getAsString();
	}

	private static Map<Fact, String> facts(JsonObject json) {
		var facts = new EnumMap<Fact, String>(Fact.class);
		if (json.has("facts")) {
			var written = json.getAsJsonObject("facts");
			for (var fact : Fact.values()) {
				if (written.has(fact.name())) {
					facts.put(fact, written.get(fact.name()).getAsString());
				}
			}
		}
		return facts;
	}
}
