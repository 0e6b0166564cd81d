package org.certbench.inventory.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;

import org.certbench.core.DistinguishedName;
import org.certbench.core.KeyIdentifier;
import org.certbench.keystore.KeystoreName;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;

/** How the inventory's files write what is no JSON by itself: as the text that its type reads. */
final class Json {

	static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
			.registerTypeHierarchyAdapter(Path.class, new AsText<>(Path::of))
			.registerTypeAdapter(Instant.class, new AsText<>(Instant::parse))
			.registerTypeAdapter(KeyIdentifier.class, new AsText<>(KeyIdentifier::new))
			.registerTypeAdapter(DistinguishedName.class, new AsText<>(DistinguishedName::parse))
			.registerTypeAdapter(KeystoreName.class,
					new AsText<>(name -> KeystoreName.of(Path.of(name)).orElseThrow(IllegalArgumentException::new)))
			.create();

	private Json() {
	}

	private static final class AsText<T> extends TypeAdapter<T> {

		private final Function<String, T> parse;

		AsText(Function<String, T> parse) {
			this.parse = parse;
		}

		@Override
		public void write(JsonWriter out, T value) throws IOException {
			out.value(value == null ? null : value.toString());
		}

		@Override
		public T read(JsonReader in) throws IOException {
			if (in.peek() == JsonToken.NULL) {
				in.nextNull();
				return null;
			}
			return parse.apply(in.nextString());
		}
	}
}
