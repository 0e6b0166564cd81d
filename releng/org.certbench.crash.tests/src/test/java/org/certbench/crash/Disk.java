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

import org.certbench.crash.Flow.Trait;
import org.xml.sax.SAXException;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The product's files at one moment.
 *
 * @param home    where they are
 * @param content by their path from there
 * @param keys    of each keystore and each backup of one, the identifiers of its keys with their alias
 */
record Disk(Home home, Map<Path, byte[]> content, Map<Path, Map<String, String>> keys) {

	/** Under which nothing is taken for real. */
	private static final String TEMPORARY = ".writing";
	private static final String KEYSTORE = ".p12";

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

	private static boolean isTemporary(Path file) {
		return file.getFileName().toString().startsWith(TEMPORARY);
	}

	private void check(Path name, List<String> passwords) throws IOException {
		var file = home.folder().resolve(name);
		try {
			switch (Home.extension(file)) {
				case "json" -> JsonParser.parseString(Files.readString(file));
				case "xml" -> DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
				case "p7m" -> Tool.run("openssl", "asn1parse", "-noout", "-inform", "DER", "-in", file.toString());
				case "pdf" -> Papers.checkForm(file);
				case "eml" -> Papers.checkMail(file);
				default -> {
					if (isOf(KEYSTORE, file) || isBackup(file)) {
						keys.put(name, Keys.in(file, passwords));
					}
				}
			}
		} catch (IOException | JsonParseException | SAXException | ParserConfigurationException | ClassCastException
				| NullPointerException e) {
			throw new IOException(name + " is not readable: " + e, e);
		}
	}

	private static boolean isOf(String extension, Path file) {
		return file.toString().endsWith(extension);
	}

	private static boolean isBackup(Path file) {
		return file.toString().contains(KEYSTORE + ".bak-");
	}

	/** The keys of all keystores, without backups. */
	Set<String> allKeys() {
		var all = new TreeSet<String>();
		keystores().forEach((file, inside) -> all.addAll(inside.keySet()));
		return all;
	}

	/** The keystores, the oldest first; neither backups, nor what was handed over. */
	Map<Path, Map<String, String>> keystores() {
		var found = new TreeMap<>(keys);
		var folder = home.folder().relativize(home.keystores());
		found.keySet().removeIf(file -> isBackup(file) || !file.startsWith(folder));
		return found;
	}

	/** What is worse than it was, after a crash of this flow; empty where nothing is. */
	List<String> lostSince(Disk before, Flow flow) {
		return before.content.keySet().stream().filter(file -> !isKept(file, before, flow))
				.map(file -> file + (content.containsKey(file) ? " is less than it was" : " is gone")).toList();
	}

	private boolean isKept(Path file, Disk before, Flow flow) {
		if (keys.containsKey(file)) {
			return keysLeft(file).containsAll(before.keys.get(file).keySet());
		}
		var now = content.get(file);
		if (now == null) {
			return flow.has(Trait.REMOVES_BACKUPS) && isBackup(file) && allKeys().containsAll(before.keys.get(file).keySet());
		}
		var then = before.content.get(file);
		if (isOf(".jsonl", file)) {
			return now.length >= then.length && Arrays.equals(Arrays.copyOf(now, then.length), then);
		}
		return now.length > 0 || then.length == 0;
	}

	/** What is handed over may be another keystore than before: that one is beside it then. */
	private Set<String> keysLeft(Path file) {
		var left = new TreeSet<>(keys.get(file).keySet());
		if (home.folder().resolve(file).startsWith(home.handedOver())) {
			keys.forEach((other, inside) -> {
				if (other.toString().startsWith(file + ".bak-")) {
					left.addAll(inside.keySet());
				}
			});
		}
		return left;
	}
}
