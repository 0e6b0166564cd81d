package org.certbench.export;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/**
 * Writes documents, which are records: their components are the field names, in order; what is
 * not known is null and never left out, so that the form does not depend on the facts. Moments are
 * in UTC (ISO 8601), in whole seconds: one form, whatever a clock is capable of. A serial number is a
 * text, decimal: it has up to 20 bytes (RFC 5280, 4.1.2.2), and many readers round long numbers (RFC 8259, 6).
 */
public final class Json {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls()
			.registerTypeAdapter(Instant.class, inSeconds()).registerTypeAdapter(LocalDateTime.class, asText())
			.registerTypeAdapter(BigInteger.class, asText()).registerTypeHierarchyAdapter(Path.class, asText()).create();

	private Json() {
	}

	public static String write(Object document) {
		return GSON.toJson(document);
	}

	private static JsonSerializer<Object> asText() {
		return (value, type, context) -> new JsonPrimitive(value.toString());
	}

	private static JsonSerializer<Instant> inSeconds() {
		return (moment, type, context) -> new JsonPrimitive(moment.truncatedTo(ChronoUnit.SECONDS).toString());
	}
}
