package org.certbench.ui.wizard.internal.page;

import java.io.ByteArrayInputStream;
import java.util.Optional;

import org.certbench.core.Texts;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The photo of a card's holder; it takes no room as long as there is none. UI thread, but {@link #of}. */
public final class HolderPhoto {

	private static final Texts TEXTS = Texts.of(HolderPhoto.class);
	/** As high as the photo of a card is shown; half of what the card has, so that it is fine on fine screens. */
	private static final int HEIGHT = 100;

	private final Canvas canvas;
	private Image image;

	HolderPhoto(Composite parent, String id) {
		canvas = WidgetIds.set(new Canvas(parent, SWT.DOUBLE_BUFFERED), id);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(canvas);
		canvas.addListener(SWT.Paint, painted -> paint(painted.gc));
		canvas.addListener(SWT.Dispose, gone -> disposeImage());
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = canvas.getToolTipText();
			}
		});
		clear();
	}

	/**
	 * Reads the photo of a card, not in the UI thread; nothing where it has none that can be shown.
	 *
	 * @throws CardException where it is not the holder's, or cannot be read
	 */
	public static Optional<ImageData> of(Card card) throws CardException {
		var photo = card.photo();
		try {
			return photo.map(jpeg -> new ImageData(new ByteArrayInputStream(jpeg)));
		} catch (SWTException noPicture) {
			return Optional.empty();
		}
	}

	/** @param name of whom it shows */
	void show(ImageData photo, String name) {
		disposeImage();
		image = new Image(canvas.getDisplay(), photo);
		canvas.setToolTipText(TEXTS.get("card.photo", name));
		shown(photo.width * HEIGHT / photo.height);
	}

	void clear() {
		disposeImage();
		canvas.setToolTipText(null);
		shown(0);
	}

	private void shown(int width) {
		var place = (GridData) canvas.getLayoutData();
		place.exclude = width == 0;
		place.widthHint = width;
		place.heightHint = HEIGHT;
		canvas.setVisible(width > 0);
		canvas.redraw();
		canvas.requestLayout();
	}

	private void paint(GC gc) {
		if (image != null) {
			var whole = image.getBounds();
			var place = canvas.getClientArea();
			gc.setInterpolation(SWT.HIGH);
			gc.drawImage(image, 0, 0, whole.width, whole.height, 0, 0, place.width, place.height);
		}
	}

	private void disposeImage() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}
}
