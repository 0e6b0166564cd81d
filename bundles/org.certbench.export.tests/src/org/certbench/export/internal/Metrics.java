package org.certbench.export.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads metrics as strictly as Prometheus and its promtool do: help and type before the samples, the
 * samples of a metric together, no series twice, values that are numbers, nothing but known escapes.
 */
final class Metrics {

	private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (\\S.*)");
	private static final Pattern TYPE = Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) gauge");
	private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (-?\\d+)");
	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

	private final Map<String, Map<SortedMap<String, String>, Long>> values = new HashMap<>();

	static Metrics parse(String text) {
		var metrics = new Metrics();
		if (!text.endsWith("\n")) {
			throw new AssertionError("the last line is not ended");
		}
		Set<String> ended = new HashSet<>();
		String told = "";
		String current = "";
		for (var line : text.substring(0, text.length() - 1).split("\n", -1)) {
			var help = HELP.matcher(line);
			var type = TYPE.matcher(line);
			if (help.matches()) {
				ended.add(current);
				told = help.group(1);
			} else if (type.matches() && type.group(1).equals(told) && !ended.contains(told)) {
				current = told;
			} else {
				metrics.sample(line, current);
			}
		}
		return metrics;
	}

	private void sample(String line, String metric) {
		var sample = SAMPLE.matcher(line);
		if (!sample.matches() || !sample.group(1).equals(metric) || metric.endsWith("_total")) {
			throw new AssertionError("not a sample of " + metric + ": " + line);
		}
		var labels = labels(sample.group(2) == null ? "" : sample.group(2));
		if (values.computeIfAbsent(metric, name -> new HashMap<>()).put(labels, Long.valueOf(sample.group(3))) != null) {
			throw new AssertionError("twice: " + line);
		}
	}

	private static SortedMap<String, String> labels(String text) {
		var labels = new TreeMap<String, String>();
		var label = LABEL.matcher(text);
		int end = 0;
		while (end < text.length()) {
			if (!label.find(end) || label.start() != end) {
				throw new AssertionError("not labels: " + text);
			}
			labels.put(label.group(1), label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\"));
			end = label.end();
		}
		return labels;
	}

	long value(String metric, SortedMap<String, String> labels) {
		var value = values.getOrDefault(metric, Map.of()).get(labels);
		if (value == null) {
			throw new AssertionError("no " + metric + labels + " in " + values);
		}
		return value;
	}

	int samples(String metric) {
		return values.getOrDefault(metric, Map.of()).size();
	}

	int samples() {
		return values.values().stream().mapToInt(Map::size).sum();
	}
}
