package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks at keystores with other people's tools: keytool and openssl. */
final class Keystores {

	private static final Pattern NAME = Pattern.compile("[A-Z0-9_-]+=\\d+(,[0-9A-Z_-]{1,30})? \\d{8}-\\d{6}\\.p12");
	private static final Pattern ALIAS = Pattern.compile("(?m)^Alias name: (.*)$|^(?:Alias-Name): (.*)$");

	private Keystores() {
	}

	/** The keystores in a folder, oldest first; each is named as eHealth's are. */
	static List<Path> in(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			var found = files.filter(file -> file.toString().endsWith(".p12")).sorted().toList();
			found.forEach(file -> assertTrue(NAME.matcher(file.getFileName().toString()).matches(), file::toString));
			return found;
		}
	}

	/** The aliases of the key entries, as keytool reads them. */
	static TreeSet<String> keyAliases(Path keystore, Path passwordFile) {
		var listed = Program.jdkTool("keytool", "-J-Duser.language=en", "-list", "-v", "-keystore", keystore.toString(),
				"-storepass:file", passwordFile.toString()).expecting(0).out();
		var entries = listed.split("(?m)^(?=Alias name: )");
		return List.of(entries).stream().filter(entry -> entry.contains("Entry type: PrivateKeyEntry"))
				.map(Keystores::alias).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String alias(String entry) {
		var matcher = ALIAS.matcher(entry);
		assertTrue(matcher.find(), entry);
		return matcher.group(1).strip();
	}

	/** How many private keys openssl reads, and checks the MAC on the way. */
	static long keysForOpenssl(Path keystore, Path passwordFile) {
		var read = Program.tool("openssl", "pkcs12", "-in", keystore.toString(), "-passin", "file:" + passwordFile, "-nodes",
				"-nocerts").expecting(0).out();
		return read.lines().filter(line -> line.equals("-----BEGIN PRIVATE KEY-----")).count();
	}
}
