package org.certbench.eid.virtual.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

import org.certbench.core.PrivateFiles;
import org.certbench.core.Secret;
import org.certbench.eid.CardException;
import org.certbench.eid.virtual.VirtualCards;

/**
 * The PIN of a card and its counter, which lies on disk so that a blocked card stays blocked. No
 * file means that all tries are left.
 */
final class PinTries {

	private static final int ALL = 3;

	private final Path file;
	private final FolderLock lock;

	PinTries(Path file, FolderLock lock) {
		this.file = file;
		this.lock = lock;
	}

	/** The tries left; none where the file holds anything but a count. */
	int left() throws IOException {
		try {
			var text = Files.readString(file).strip();
			return text.matches("[1-" + ALL + "]") ? Integer.parseInt(text) : 0;
		} catch (NoSuchFileException noWrongPin) {
			return ALL;
		}
	}

	/** Counts a try, and gives all tries back when the PIN is right. */
	void verify(Secret pin) throws IOException, CardException {
		lock.<Void, CardException>holding(() -> {
			int left = left();
			if (left == 0) {
				throw new CardException.PinBlocked();
			}
			if (!isText(pin, VirtualCards.PIN)) {
				PrivateFiles.write(file, String.valueOf(left - 1).getBytes(StandardCharsets.US_ASCII));
				throw left == 1 ? new CardException.PinBlocked() : new CardException.PinWrong(left - 1);
			}
			Files.deleteIfExists(file);
			return null;
		});
	}

	/** Gives all tries back when the PUK is right, and says whether it was. */
	boolean unblock(Secret puk) throws IOException {
		if (!isText(puk, VirtualCards.PUK)) {
			return false;
		}
		lock.<Boolean, RuntimeException>holding(() -> Files.deleteIfExists(file));
		return true;
	}

	private static boolean isText(Secret secret, String text) {
		return Arrays.equals(secret.characters(), text.toCharArray());
	}
}
