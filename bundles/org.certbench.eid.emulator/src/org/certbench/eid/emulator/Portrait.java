package org.certbench.eid.emulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/** The photo of an invented person: a drawing of grey discs and lines, in the form and about the size of a card's. */
final class Portrait {

	private static final int WIDTH = 140;
	private static final int HEIGHT = 200;
	private static final int MIDDLE = WIDTH / 2;
	private static final int PAPER = 232;
	private static final int SKIN = 196;
	private static final int INK = 40;

	private final Person person;

	private Portrait(Person person) {
		this.person = person;
	}

	/** As a JPEG; always the same one for the same person. */
	static byte[] of(Person person) {
		var portrait = new Portrait(person);
		// Pixel by pixel: a drawing surface of Java would want a screen.
		var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
		for (int y = 0; y < HEIGHT; y++) {
			for (int x = 0; x < WIDTH; x++) {
				image.getRaster().setSample(x, y, 0, portrait.grey(x, y));
			}
		}
		var bytes = new ByteArrayOutputStream();
		try {
			if (!ImageIO.write(image, "jpeg", bytes)) {
				throw new IllegalStateException("this Java writes no JPEG");
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	private int grey(int x, int y) {
		if (isEye(x, y) || isMouth(x, y)) {
			return INK;
		}
		if (isInside(x, y, 85, 36, 46)) {
			return SKIN;
		}
		if (isHair(x, y)) {
			return person == Person.JANE ? 120 : 70;
		}
		return isInside(x, y, 205, 62, 66) ? 96 : PAPER - y / 5;
	}

	private boolean isHair(int x, int y) {
		return person == Person.JANE ? isInside(x, y, 92, 50, 64) : y < 78 && isInside(x, y, 80, 42, 52);
	}

	private static boolean isEye(int x, int y) {
		int across = Math.abs(x - MIDDLE) - 14;
		return across * across + (y - 78) * (y - 78) < 16;
	}

	private static boolean isMouth(int x, int y) {
		int across = x - MIDDLE;
		return Math.abs(across) < 15 && Math.abs(y - 108 + across * across / 30) < 2;
	}

	/** Whether a place is in an ellipse on the middle line. */
	private static boolean isInside(int x, int y, int centre, int halfWidth, int halfHeight) {
		double across = (x - MIDDLE) / (double) halfWidth;
		double down = (y - centre) / (double) halfHeight;
		return across * across + down * down < 1;
	}
}
