package org.certbench.eid.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Emulated cards that stay the same from one start to the next: a folder for each, with a file for
 * each file of the card, its keys and its tries, and beside them the test roots.
 */
final class CardFolder {

	private static final String ROOTS = "test-roots.pem";
	private static final String KEY = "key-";
	private static final String CHIP = "chip-number";

	private final Path folder;

	/** @param folder filled when it is not there yet */
	CardFolder(Path folder) throws IOException, GeneralSecurityException {
		this.folder = folder;
		if (!Files.exists(roots())) {
			fill(new EmulatedCards());
		}
	}

	/** The file of the test roots, as PEM; it is written last. */
	Path roots() {
		return folder.resolve(ROOTS);
	}

	EmulatedCard card(CardModel model) throws IOException, GeneralSecurityException {
		var place = folder.resolve(model.name());
		var files = new HashMap<String, byte[]>();
		var keys = new HashMap<Integer, PrivateKey>();
		try (Stream<Path> all = Files.list(place)) {
			for (var file : all.toList()) {
				var name = file.getFileName().toString();
				if (name.startsWith(KEY)) {
					keys.put(HexFormat.fromHexDigits(name.substring(KEY.length())), KeyFactory
							.getInstance(model.keys().name()).generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file))));
				} else if (name.startsWith("DF")) {
					files.put(name, Files.readAllBytes(file));
				}
			}
		}
		return new EmulatedCard(new CardContent(model, Files.readAllBytes(place.resolve(CHIP)), files, keys),
				Optional.of(place.resolve("tries-left")));
	}

	private void fill(EmulatedCards cards) throws IOException, GeneralSecurityException {
		for (var model : CardModel.values()) {
			var place = Files.createDirectories(folder.resolve(model.name()));
			var content = cards.card(model, model.isEllipticCurve() ? Person.JOHN : Person.JANE).content();
			Files.write(place.resolve(CHIP), content.chipNumber());
			for (Map.Entry<String, byte[]> file : content.files().entrySet()) {
				Files.write(place.resolve(file.getKey()), file.getValue());
			}
			for (Map.Entry<Integer, PrivateKey> key : content.keys().entrySet()) {
				Files.write(place.resolve(KEY + Integer.toHexString(key.getKey())), key.getValue().getEncoded());
			}
		}
		Files.writeString(roots(), cards.rootsAsPem());
	}
}
