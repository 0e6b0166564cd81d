package org.certbench.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Shell;

/** Pictures of windows, as PNG files in the folder of the system property {@value #FOLDER}. UI thread. */
public final class Screenshots {

	/** System property; without it no picture is kept. */
	public static final String FOLDER = "certbench.screenshots";

	private Screenshots() {
	}

	/** Keeps a picture under a name without an ending. */
	public static void keep(Shell shell, String name) {
		var folder = System.getProperty(FOLDER, "");
		if (!folder.isEmpty()) {
			save(shell, Path.of(folder, name + ".png"));
		}
	}

	/** Saves a picture of what the screen shows where the window is, without its frame. */
	public static void save(Shell shell, Path file) {
		var display = shell.getDisplay();
		shell.layout(true, true);
		shell.update();
		while (display.readAndDispatch()) {
			// what is waiting to be painted is painted first
		}
		if (shell.isDisposed()) {
			return;
		}
		var inside = shell.getClientArea();
		var place = shell.toDisplay(inside.x, inside.y);
		var image = new Image(display, inside.width, inside.height);
		var gc = new GC(display);
		try {
			gc.copyArea(image, place.x, place.y);
			Files.createDirectories(file.toAbsolutePath().getParent());
			var loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			loader.save(file.toString(), SWT.IMAGE_PNG);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
