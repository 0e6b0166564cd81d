package org.certbench.guide.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.certbench.guide.Contacts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The contacts of our own pages, with the integrator whom the installation names. */
@Component
public final class InstalledContacts implements Contacts {

	private static final List<String> FIRST = List.of("integrator", "support");
	private static final List<String> OTHERS = List.of("register", "revocation");

	private final PageSource source;

	@Activate
	public InstalledContacts(@Reference InstalledIntegrator integrator) {
		this(integrator.get());
	}

	InstalledContacts(Integrator integrator) {
		source = new PageSource("org.certbench.guide.pages.problems", InstalledContacts.class.getClassLoader(), integrator);
	}

	@Override
	public List<String> first() {
		return lines(FIRST.stream());
	}

	@Override
	public List<String> all() {
		return lines(Stream.concat(FIRST.stream(), OTHERS.stream()));
	}

	private List<String> lines(Stream<String> names) {
		var contacts = source.contacts(Locale.getDefault());
		return names.map(contacts::get).toList();
	}
}
