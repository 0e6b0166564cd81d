package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.xml.sax.SAXException;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The product's files at one moment.
 *
 * @param home    where they are
 * @param content by their path from there
 * @param keys    of each keystore, the identifiers of its keys with their alias
 */
record Disk(Home home, Map<Path, byte[]> content, Map<Path, Map<String, String>> keys) {

	/** Under which nothing is taken for real. */
	private static final String TEMPORARY = ".writing";

	/**
	 * Reads everything.
	 *
	 * @throws IOException that says which file is not whole
	 */
	static Disk read(Home home, List<String> passwords) throws IOException {
		var disk = new Disk(home, new LinkedHashMap<>(), new TreeMap<>());
		for (var file : home.files()) {
			var name = home.folder().relativize(file);
			if (!isTemporary(name)) {
				disk.content.put(name, Files.readAllBytes(file));
				disk.check(name, passwords);
			}
		}
		return disk;
	}

	/** Files that are left of an interrupted writing. */
	static List<Path> temporaryFiles(Home home) throws IOException {
		return home.files().stream().filter(Disk::isTemporary).toList();
	}

	private static boolean isTemporary(Path file) {
		return file.getFileName().toString().startsWith(TEMPORARY);
	}

	private void check(Path name, List<String> passwords) throws IOException {
		var file = home.folder().resolve(name);
		try {
			if (name.toString().contains(".p12")) {
				keys.put(name, Keys.in(file, passwords));
			} else if (name.toString().endsWith(".json")) {
				JsonParser.parseString(Files.readString(file));
			} else if (name.toString().endsWith(".xml")) {
				DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
			}
		} catch (IOException | JsonParseException | SAXException | ParserConfigurationException | ClassCastException
				| NullPointerException e) {
			throw new IOException(name + " is not readable: " + e, e);
		}
	}

	/** The keys of all keystores, without backups. */
	Set<String> allKeys() {
		var all = new TreeSet<String>();
		keystores().forEach((file, inside) -> all.addAll(inside.keySet()));
		return all;
	}

	/** The keystores, the oldest first; without backups. */
	Map<Path, Map<String, String>> keystores() {
		var found = new TreeMap<>(keys);
		found.keySet().removeIf(file -> !file.toString().endsWith(".p12"));
		return found;
	}

	/** What is worse than it was; empty where nothing is. */
	List<String> lostSince(Disk before) {
		return before.content.keySet().stream().filter(file -> !isKept(file, before))
				.map(file -> file + (content.containsKey(file) ? " is less than it was" : " is gone")).toList();
	}

	private boolean isKept(Path file, Disk before) {
		var now = content.get(file);
		if (now == null) {
			return false;
		}
		var then = before.content.get(file);
		if (keys.containsKey(file)) {
			return keys.get(file).keySet().containsAll(before.keys.get(file).keySet());
		}
		if (file.toString().endsWith(".jsonl")) {
			return now.length >= then.length && Arrays.equals(Arrays.copyOf(now, then.length), then);
		}
		return now.length > 0 || then.length == 0;
	}

}
