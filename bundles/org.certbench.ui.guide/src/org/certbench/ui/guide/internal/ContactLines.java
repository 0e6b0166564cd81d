package org.certbench.ui.guide.internal;

import java.util.List;
import java.util.regex.Pattern;

import org.certbench.ui.Opening;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** Contacts, a line each, whose addresses can be followed: a mail is begun, a page of the web shown (M33). UI thread. */
final class ContactLines {

	/** A mail address, or a page of the web; a full stop behind it belongs to the sentence. */
	private static final Pattern ADDRESS = Pattern
			.compile("(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)|(?<page>https?://[^\\s,<>]*[^\\s,<>.])");
	private static final int WRAP_WIDTH = 120;

	private ContactLines() {
	}

	/**
	 * Adds the lines to what is laid out by a grid.
	 *
	 * @param id of each of them, with its number from 1
	 */
	static void add(Composite parent, String id, List<String> contacts) {
		for (int i = 0; i < contacts.size(); i++) {
			var link = WidgetIds.set(new Link(parent, SWT.WRAP), id + "." + (i + 1));
			link.setText(marked(contacts.get(i)));
			link.addListener(SWT.Selection, pressed -> Opening.address(pressed.text, link.getShell()));
			GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(link);
		}
	}

	/** The text of a link: addresses are marked, and an ampersand is one. */
	static String marked(String contact) {
		return ADDRESS.matcher(contact.replace("&", "&&")).replaceAll(found -> found.group("mail") == null
				? "<a href=\"$0\">$0</a>" : "<a href=\"mailto:$0\">$0</a>");
	}
}
