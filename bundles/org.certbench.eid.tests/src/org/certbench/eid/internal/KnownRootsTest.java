package org.certbench.eid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.certbench.eid.CardTrust;
import org.certbench.eid.emulator.EmulatedCards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The roots of genuine cards that somebody brought")
class KnownRootsTest {

	private static final EmulatedCards CARDS = new EmulatedCards();

	@TempDir
	private Path folder;

	@AfterEach
	void forget() {
		System.clearProperty(CardTrust.PROPERTY);
	}

	@Test
	@DisplayName("a folder: every certificate in it, as PEM or DER, several in a file; others are left alone")
	void inFolder() throws Exception {
		System.setProperty(CardTrust.PROPERTY, folder.toString());
		assertEquals(List.of(), KnownRoots.read());
		Files.writeString(folder.resolve("both.PEM"), CARDS.rootsAsPem());
		Files.write(folder.resolve("one.der"), CARDS.roots().getFirst().getEncoded());
		Files.writeString(folder.resolve("notes.txt"), CARDS.rootsAsPem());
		Files.writeString(folder.resolve("broken.crt"), "no certificate");
		assertEquals(new HashSet<>(CARDS.roots()), Set.copyOf(KnownRoots.read()));
	}

	@Test
	@DisplayName("a file, which may have any name; one that is not there is none")
	void inFile() throws Exception {
		var file = folder.resolve("roots");
		System.setProperty(CardTrust.PROPERTY, file.toString());
		assertEquals(List.of(), KnownRoots.read());
		Files.writeString(file, CARDS.rootsAsPem());
		assertEquals(CARDS.roots(), KnownRoots.read());
	}
}
