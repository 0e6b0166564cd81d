package org.certbench.guide.internal;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The integrator whom the installation names, in the file {@value #FILE} beside its start script: who hands
 * out the installation puts it there (M33). One that cannot be used is as if it were not there.
 */
@Component(service = InstalledIntegrator.class)
public final class InstalledIntegrator {

	static final String FILE = "integrator.properties";

	private static final System.Logger LOG = System.getLogger(InstalledIntegrator.class.getName());
	/** Of the framework: where the product lies, as an address whose blanks are not escaped. */
	private static final String PLACE = "osgi.install.area";

	private final Integrator integrator;

	@Activate
	public InstalledIntegrator(BundleContext context) {
		this(context.getProperty(PLACE));
	}

	/** @param place or null where nobody knows it */
	InstalledIntegrator(String place) {
		integrator = place == null ? Integrator.UNKNOWN : read(new File(place.replaceFirst("^file:", "")).toPath().resolve(FILE));
	}

	Integrator get() {
		return integrator;
	}

	private static Integrator read(Path file) {
		if (!Files.exists(file)) {
			return Integrator.UNKNOWN;
		}
		try {
			return Integrator.read(file);
		} catch (IOException e) {
			LOG.log(Level.WARNING, file + " names no integrator", e);
			return Integrator.UNKNOWN;
		}
	}
}
