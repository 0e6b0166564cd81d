package org.certbench.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.certbench.core.Secret;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.PinEntry;
import org.certbench.eid.virtual.VirtualCards;

/** The virtual cards that all tests share: making them takes longer than using them. */
final class Cards {

	static final VirtualCards SHARED = new VirtualCards(temporaryFolder());

	/** Gives the right PIN. */
	static final PinEntry PIN = request -> Secret.taking(VirtualCards.PIN.toCharArray());

	private Cards() {
	}

	/** The card in a reader. */
	static Card in(String reader) throws CardException {
		return SHARED.readers().stream().filter(each -> each.name().equals(reader)).findFirst().orElseThrow().card()
				.orElseThrow();
	}

	private static Path temporaryFolder() {
		try {
			var folder = Files.createTempDirectory("virtual-cards");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
			return folder;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Deletes a folder with all that is in it. */
	static void delete(Path folder) {
		try (var files = Files.walk(folder)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
