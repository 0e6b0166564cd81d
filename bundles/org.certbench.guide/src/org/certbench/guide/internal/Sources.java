package org.certbench.guide.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.guide.FactSource;
import org.certbench.guide.FactSource.Watch;

/** The sources of facts as they come and go: whoever watches hears of those that come later as well. Thread-safe. */
final class Sources {

	/** The watches of each source, by who watches. */
	private final Map<FactSource, Map<Object, Watch>> sources = new LinkedHashMap<>();
	private final Map<Object, Runnable> listeners = new HashMap<>();

	synchronized void add(FactSource source) {
		var watches = new HashMap<Object, Watch>();
		listeners.forEach((key, changed) -> watches.put(key, source.watch(changed)));
		sources.put(source, watches);
		listeners.values().forEach(Runnable::run);
	}

	synchronized void remove(FactSource source) {
		var watches = sources.remove(source);
		if (watches != null) {
			watches.values().forEach(Watch::close);
		}
	}

	List<Object> facts() {
		return all().stream().map(FactSource::facts).toList();
	}

	void refresh(Progress progress) throws Cancelled {
		for (var source : all()) {
			source.refresh(progress);
		}
	}

	synchronized Watch watch(Runnable changed) {
		var key = new Object();
		listeners.put(key, changed);
		sources.forEach((source, watches) -> watches.put(key, source.watch(changed)));
		return () -> end(key);
	}

	private synchronized void end(Object key) {
		listeners.remove(key);
		for (var watches : sources.values()) {
			var watch = watches.remove(key);
			if (watch != null) {
				watch.close();
			}
		}
	}

	private synchronized List<FactSource> all() {
		return List.copyOf(sources.keySet());
	}
}
