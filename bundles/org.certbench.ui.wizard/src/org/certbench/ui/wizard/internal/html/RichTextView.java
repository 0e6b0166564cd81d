package org.certbench.ui.wizard.internal.html;

import java.util.Optional;

import org.certbench.ui.Opening;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.internal.html.RichText.Span;
import org.certbench.ui.wizard.internal.html.RichText.Style;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows the simple HTML of terms and contracts, read-only, with links that open in the person's own
 * programs. The browser widget is no choice here: it is missing on plain GTK systems. UI thread.
 */
public final class RichTextView {

	private static final int MARGIN = 14;
	private static final int INDENT = 18;

	private final StyledText view;
	private RichText shown = HtmlReader.read("");
	private boolean seen;

	/**
	 * @param id of the widget
	 * @param seenToTheEnd called once, when the end of the text has been in sight
	 */
	public RichTextView(Composite parent, String id, Runnable seenToTheEnd) {
		view = WidgetIds.set(new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER), id);
		view.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		view.setLineSpacing(2);
		// Always in sight where there is more to read.
		view.setScrollbarsMode(SWT.NONE);
		// Whatever moved the text, it is painted afterwards.
		view.addListener(SWT.Paint, painted -> {
			if (!seen && isEndInSight()) {
				seen = true;
				seenToTheEnd.run();
			}
		});
		view.addListener(SWT.MouseUp, event -> linkAt(new Point(event.x, event.y))
				.ifPresent(span -> Opening.address(span.link().orElseThrow().toString(), view.getShell())));
		view.addListener(SWT.MouseMove, event -> view.setCursor(linkAt(new Point(event.x, event.y)).isPresent()
				? view.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
	}

	public StyledText control() {
		return view;
	}

	/** Shows a document, from its beginning. */
	public void show(String html) {
		shown = HtmlReader.read(html);
		view.setText(shown.text());
		view.setStyleRanges(shown.spans().stream().map(this::range).toArray(StyleRange[]::new));
		for (var line : shown.lines()) {
			int indent = line.depth() * INDENT;
			view.setLineIndent(line.number(), 1, indent);
			view.setLineWrapIndent(line.number(), 1, line.item() ? indent + markWidth(line.number()) : indent);
		}
	}

	/** The width of the mark that a line of a list begins with. */
	private int markWidth(int line) {
		var gc = new GC(view);
		try {
			var text = view.getLine(line);
			return gc.textExtent(text.substring(0, text.indexOf(RichText.AFTER_MARK) + 1)).x;
		} finally {
			gc.dispose();
		}
	}

	private boolean isEndInSight() {
		var area = view.getClientArea();
		return area.height > 0 && view.getCharCount() > 0
				&& view.getLinePixel(view.getLineCount()) <= area.height + view.getLineHeight() / 2;
	}

	private Optional<Span> linkAt(Point place) {
		int offset = view.getOffsetAtPoint(place);
		return shown.spans().stream().filter(span -> span.link().isPresent())
				.filter(span -> offset >= span.start() && offset < span.start() + span.length()).findFirst();
	}

	private StyleRange range(Span span) {
		var range = new StyleRange();
		range.start = span.start();
		range.length = span.length();
		var fonts = JFaceResources.getFontRegistry();
		if (span.styles().contains(Style.TITLE)) {
			range.font = fonts.get(JFaceResources.HEADER_FONT);
		} else if (span.styles().contains(Style.HEADING)) {
			range.font = fonts.getBold(JFaceResources.DIALOG_FONT);
		}
		range.fontStyle = (span.styles().contains(Style.BOLD) ? SWT.BOLD : SWT.NORMAL)
				| (span.styles().contains(Style.ITALIC) ? SWT.ITALIC : SWT.NORMAL);
		if (span.link().isPresent()) {
			range.underline = true;
			range.foreground = view.getDisplay().getSystemColor(SWT.COLOR_LINK_FOREGROUND);
		}
		return range;
	}
}
