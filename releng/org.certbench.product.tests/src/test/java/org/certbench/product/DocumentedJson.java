package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The JSON documents as the README tells them, read from its text: a table of the commands' documents,
 * and after it a list of the objects that are in them. A field whose name is that of an object is one.
 */
final class DocumentedJson {

	/** The document of a flow, and of {@code resume} with a request. */
	static final String FLOW = "a flow, `resume REQUEST`";
	/** The document of a command that fails. */
	static final String FAILURE = "any that fails";

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| `(\\{.*?})`.* \\|$");
	private static final Pattern DEFINITION = Pattern.compile("(?m)^- (\\w+): ((?:.*\\n)(?:  .*\\n)*)");
	private static final Pattern FIELD = Pattern.compile("`(\\w+)`(?:\\s+\\(([^)]*)\\))?");
	private static final Pattern WORD = Pattern.compile("`([^`]+)`");
	private static final Pattern WORDS_ONLY = Pattern.compile("`[^`]+`(,\\s+`[^`]+`)*");

	/** By the first column of the table. */
	private final Map<String, Shape> documents = new HashMap<>();
	/** The fields of each object, with what is told of them in parentheses. */
	private final Map<String, Map<String, String>> objects = new HashMap<>();

	/** What a value looks like. */
	private sealed interface Shape {

		/** An object with exactly these fields. */
		record Fields(Map<String, Shape> fields) implements Shape {
		}

		/** A list of values of one shape. */
		record Several(Shape each) implements Shape {
		}

		/** Something that has a name: one of the objects, else any value. */
		record Named(String name) implements Shape {
		}
	}

	DocumentedJson(Path readme) {
		try {
			var text = Files.readString(readme);
			var section = text.substring(text.indexOf("### JSON"), text.indexOf("### Reminders by mail"));
			DEFINITION.matcher(section).results().forEach(found -> objects.put(found.group(1), fields(found.group(2))));
			ROW.matcher(section).results().forEach(found -> documents.put(found.group(1), new Outline(found.group(2)).read()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Of the sources that are tested. */
	static DocumentedJson ofReadme() {
		return new DocumentedJson(Path.of(System.getProperty("certbench.root"), "README.md"));
	}

	private static Map<String, String> fields(String definition) {
		var fields = new LinkedHashMap<String, String>();
		FIELD.matcher(definition).results()
				.forEach(field -> fields.put(field.group(1), field.group(2) == null ? "" : field.group(2).strip()));
		return fields;
	}

	/**
	 * Demands that an output is one document, and the documented one.
	 *
	 * @param command as the first column of the table has it
	 */
	JsonObject read(String command, String output) {
		var shape = documents.get(command);
		assertTrue(shape != null, () -> "the README has no document of: " + command + "; it has " + documents.keySet());
		var document = JsonParser.parseString(output);
		require(shape, document, command);
		return document.getAsJsonObject();
	}

	private void require(Shape shape, JsonElement value, String where) {
		if (value.isJsonNull()) {
			return;
		}
		switch (shape) {
			case Shape.Fields object -> {
				assertEquals(List.copyOf(object.fields().keySet()), List.copyOf(value.getAsJsonObject().keySet()), where);
				object.fields().forEach((name, each) -> require(each, value.getAsJsonObject().get(name), where + "." + name));
			}
			case Shape.Several list -> {
				assertTrue(value.isJsonArray(), () -> where + " is no list: " + value);
				value.getAsJsonArray().forEach(each -> require(list.each(), each, where));
			}
			case Shape.Named named when named.name().startsWith("as above") -> require(documents.get(FLOW), value, where);
			case Shape.Named named when objects.containsKey(named.name()) -> requireObject(named.name(), value, where);
			case Shape.Named simple -> assertTrue(value.isJsonPrimitive(), () -> where + " is no simple value: " + value);
		}
	}

	private void requireObject(String name, JsonElement value, String where) {
		assertTrue(value.isJsonObject(), () -> where + " is no object: " + value);
		var fields = objects.get(name);
		assertEquals(List.copyOf(fields.keySet()), List.copyOf(value.getAsJsonObject().keySet()), where);
		fields.forEach((field, told) -> requireField(field, told, value.getAsJsonObject().get(field), where + "." + field));
	}

	private void requireField(String name, String told, JsonElement value, String where) {
		if (value.isJsonArray()) {
			value.getAsJsonArray().forEach(each -> requireField(name, told, each, where));
		} else if (value.isJsonObject() && objects.containsKey(name)) {
			requireObject(name, value, where);
		} else if (value.isJsonObject()) {
			assertEquals(words(told), List.copyOf(value.getAsJsonObject().keySet()), where);
		} else if (!value.isJsonNull() && WORDS_ONLY.matcher(told).matches()) {
			assertTrue(words(told).contains(value.getAsString()), () -> where + " is " + value + ", not one of " + told);
		}
	}

	private static List<String> words(String told) {
		return WORD.matcher(told).results().map(word -> word.group(1)).toList();
	}

	/** Reads a document's outline, such as {@code {"a", "b": [thing], "c": {"d"}}}. */
	private static final class Outline {

		private final String text;
		private int at;

		Outline(String text) {
			this.text = text;
		}

		Shape read() {
			if (accept('{')) {
				return object();
			}
			if (accept('[')) {
				var each = read();
				demand(']');
				return new Shape.Several(each);
			}
			int start = at;
			while (",]}".indexOf(text.charAt(at)) < 0) {
				at++;
			}
			return new Shape.Named(text.substring(start, at).replace(" or null", "").strip());
		}

		private Shape object() {
			var fields = new LinkedHashMap<String, Shape>();
			do {
				var name = name();
				fields.put(name, accept(':') ? read() : new Shape.Named(""));
			} while (accept(','));
			demand('}');
			return new Shape.Fields(fields);
		}

		private String name() {
			demand('"');
			int start = at;
			at = text.indexOf('"', start) + 1;
			return text.substring(start, at - 1);
		}

		private boolean accept(char wanted) {
			while (text.charAt(at) == ' ') {
				at++;
			}
			boolean isThere = text.charAt(at) == wanted;
			at += isThere ? 1 : 0;
			return isThere;
		}

		private void demand(char wanted) {
			if (!accept(wanted)) {
				throw new AssertionError("the README's outline " + text + " lacks a " + wanted + " at " + at);
			}
		}
	}
}
