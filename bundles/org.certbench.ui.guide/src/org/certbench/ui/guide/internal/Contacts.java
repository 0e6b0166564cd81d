package org.certbench.ui.guide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Texts;
import org.certbench.ui.WidgetIds;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/**
 * Whom to ask, at the foot of the guide: eHealth, and the user's own integrator, who presets the
 * preferences {@code integrator.name}, {@code integrator.phone} and {@code integrator.mail} of
 * {@code org.certbench.ui.guide} (M33).
 */
final class Contacts {

	private static final Texts TEXTS = Texts.of(Contacts.class);
	private static final String PREFERENCES = "org.certbench.ui.guide";
	private static final int WRAP_WIDTH = 120;

	private Contacts() {
	}

	/** Adds the contacts to the foot of a view. */
	static void create(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 4).applyTo(area);
		for (String line : lines()) {
			Link link = WidgetIds.set(new Link(area, SWT.WRAP), "guide.contact");
			link.setText(line);
			link.addListener(SWT.Selection, pressed -> Program.launch(pressed.text));
			GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(link);
		}
	}

	private static List<String> lines() {
		var lines = new ArrayList<String>();
		String integrator = preset("name");
		if (!integrator.isEmpty()) {
			String reach = String.join(", ", Stream.of(preset("phone"), mail(preset("mail"))).filter(text -> !text.isEmpty()).toList());
			lines.add(TEXTS.get("contact.integrator", integrator, reach));
		}
		lines.add(TEXTS.get("contact.ehealth", mail("support@ehealth.fgov.be")));
		return lines;
	}

	private static String mail(String address) {
		return address.isEmpty() ? "" : "<a href=\"mailto:" + address + "\">" + address + "</a>";
	}

	private static String preset(String key) {
		return Platform.getPreferencesService().getString(PREFERENCES, "integrator." + key, "", null).strip();
	}
}
