package org.certbench.inventory.internal;

import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.certbench.core.Visible;

import com.google.gson.reflect.TypeToken;

/**
 * A map in a JSON file that several processes share. Changes are gathered until they are saved;
 * saving keeps what other processes saved meanwhile about other keys. Thread-safe.
 *
 * @param <K> the key, which is written as its {@code toString()}
 * @param <V> the value
 */
final class SharedMap<K, V> {

	private static final System.Logger LOG = System.getLogger(SharedMap.class.getName());

	private final JsonFile<Map<String, V>> file;
	private final Function<String, K> parseKey;
	/** What is not saved yet; nothing for a removed key. */
	private final Map<K, Optional<V>> changes = new HashMap<>();
	private Map<K, V> current = new HashMap<>();
	private Optional<Map<K, V>> snapshot = Optional.empty();
	private Optional<JsonFile.Stamp> stamp = Optional.empty();

	SharedMap(Path file, Function<String, K> parseKey, Class<V> valueType) {
		this.file = new JsonFile<>(file, TypeToken.getParameterized(TreeMap.class, String.class, valueType).getType());
		this.parseKey = parseKey;
	}

	/** The entries now, a copy that does not change; the same one until something changes. */
	synchronized Map<K, V> entries() {
		readAgainWhereChanged();
		if (snapshot.isEmpty()) {
			snapshot = Optional.of(Map.copyOf(current));
		}
		return snapshot.get();
	}

	synchronized void put(K key, V value) {
		change(key, Optional.of(value));
	}

	synchronized void remove(K key) {
		change(key, Optional.empty());
	}

	/** Writes what was changed since the last time; the file stays as it is where nothing was. */
	synchronized void save() {
		if (changes.isEmpty()) {
			return;
		}
		try {
			file.update(present -> {
				become(present);
				return inFile();
			});
			changes.clear();
			stamp = file.stamp();
		} catch (UncheckedIOException e) {
			LOG.log(Level.WARNING, "what the inventory learned is not saved", e);
		}
	}

	private void readAgainWhereChanged() {
		var now = file.stamp();
		if (!now.equals(stamp)) {
			stamp = now;
			become(file.read());
		}
	}

	/** The entries of the file, with our changes upon them. */
	private void become(Optional<Map<String, V>> written) {
		current = new HashMap<>();
		written.ifPresent(entries -> entries.forEach(this::take));
		changes.forEach(this::apply);
		snapshot = Optional.empty();
	}

	/** An entry that cannot be understood, a file's name of another system for instance, hides no other. */
	private void take(String key, V value) {
		try {
			current.put(parseKey.apply(key), value);
		} catch (IllegalArgumentException e) {
			LOG.log(Level.WARNING, Visible.line("passed over: the entry of " + key + ": " + e.getMessage()));
		}
	}

	private Map<String, V> inFile() {
		var written = new TreeMap<String, V>();
		current.forEach((key, value) -> written.put(key.toString(), value));
		return written;
	}

	private void change(K key, Optional<V> value) {
		readAgainWhereChanged();
		if (!Optional.ofNullable(current.get(key)).equals(value)) {
			changes.put(key, value);
			apply(key, value);
			snapshot = Optional.empty();
		}
	}

	private void apply(K key, Optional<V> value) {
		value.ifPresentOrElse(present -> current.put(key, present), () -> current.remove(key));
	}
}
