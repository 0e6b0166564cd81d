package org.certbench.flow.revoke.internal.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/**
 * A page of A4 that is written from top to bottom: titles, lines, and fields with what stands before
 * them. Lengths are in points. The font is embedded as a whole, so that every name shows as it is
 * written, and whoever fills in an empty field can do so in the same letters.
 */
final class FormPage implements AutoCloseable {

	private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
	private static final COSName FONT_NAME = COSName.getPDFName("Form");
	private static final float MARGIN = 56;
	private static final float LABEL_WIDTH = 190;
	private static final float FIELD_HEIGHT = 19;
	private static final float SIZE = 9.5f;
	private static final float LINE = 1.35f;

	private final PDPage page = new PDPage(PDRectangle.A4);
	private final PDFont font;
	private final PDAcroForm form;
	private final PDPageContentStream content;
	private float y = PDRectangle.A4.getHeight() - MARGIN;

	FormPage(PDDocument document) throws IOException {
		try (var letters = PDDocument.class.getResourceAsStream(FONT)) {
			font = PDType0Font.load(document, letters, false);
		}
		document.addPage(page);
		form = new PDAcroForm(document);
		document.getDocumentCatalog().setAcroForm(form);
		var resources = new PDResources();
		resources.put(FONT_NAME, font);
		form.setDefaultResources(resources);
		form.setDefaultAppearance("/" + FONT_NAME.getName() + " " + SIZE + " Tf 0 g");
		content = new PDPageContentStream(document, page);
	}

	/** The form's title, one line for each language. */
	void title(List<String> lines) throws IOException {
		for (var line : lines) {
			write(line, MARGIN, 14);
			y -= 14 * LINE;
		}
		y -= 6;
	}

	/** A heading with a line below it. */
	void section(String heading) throws IOException {
		y -= 14;
		write(heading, MARGIN, 11);
		y -= 5;
		content.moveTo(MARGIN, y);
		content.lineTo(right(), y);
		content.stroke();
		y -= 16;
	}

	/** A paragraph. */
	void text(String text) throws IOException {
		for (var line : wrap(text, right() - MARGIN)) {
			write(line, MARGIN, SIZE);
			y -= SIZE * LINE;
		}
		y -= 8;
	}

	/** A field with its label before it. What is known can only be read; the rest can be filled in. */
	void field(String name, String label, String value) throws IOException {
		var box = box(label, FIELD_HEIGHT);
		var field = new PDTextField(form);
		field.setPartialName(name);
		field.setAlternateFieldName(label);
		var widget = field.getWidgets().getFirst();
		widget.setRectangle(box);
		widget.setPage(page);
		widget.setPrinted(true);
		page.getAnnotations().add(widget);
		form.getFields().add(field);
		field.setValue(shown(value));
		field.setReadOnly(!value.isEmpty());
	}

	/** An empty place with its label before it, for a signature by hand. */
	void space(String label, float height) throws IOException {
		box(label, height);
	}

	/** A frame with its label before it, both from the same line on downwards. */
	private PDRectangle box(String label, float height) throws IOException {
		var lines = wrap(label, LABEL_WIDTH - 8);
		var top = y + SIZE + 2;
		for (var line : lines) {
			write(line, MARGIN, SIZE);
			y -= SIZE * LINE;
		}
		var box = new PDRectangle(MARGIN + LABEL_WIDTH, top - height, right() - MARGIN - LABEL_WIDTH, height);
		content.addRect(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
		content.stroke();
		y = Math.min(y, top - height - SIZE) - 6;
		return box;
	}

	private void write(String text, float x, float size) throws IOException {
		content.beginText();
		content.setFont(font, size);
		content.newLineAtOffset(x, y);
		content.showText(shown(text));
		content.endText();
	}

	private List<String> wrap(String text, float width) throws IOException {
		var lines = new ArrayList<String>();
		var line = "";
		for (var word : text.split(" ")) {
			var longer = line.isEmpty() ? word : line + " " + word;
			if (!line.isEmpty() && font.getStringWidth(shown(longer)) / 1000 * SIZE > width) {
				lines.add(line);
				line = word;
			} else {
				line = longer;
			}
		}
		lines.add(line);
		return lines;
	}

	/** What the font has no letter for, in a name from far away for instance, is shown as a question mark. */
	private String shown(String text) {
		var shown = new StringBuilder();
		text.codePoints().map(character -> has(character) ? character : '?').forEach(shown::appendCodePoint);
		return shown.toString();
	}

	private boolean has(int character) {
		try {
			font.encode(Character.toString(character));
			return true;
		} catch (IOException | IllegalArgumentException none) {
			return false;
		}
	}

	private static float right() {
		return PDRectangle.A4.getWidth() - MARGIN;
	}

	@Override
	public void close() throws IOException {
		content.close();
	}
}
