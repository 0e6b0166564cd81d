package org.certbench.eid.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.DataFolder;
import org.certbench.eid.CardTrust;
import org.osgi.framework.FrameworkUtil;

/**
 * Reads the roots of genuine cards that somebody brought, as they are now. A file that cannot be read is
 * left out, and the log tells which: the others are no less good.
 */
public final class KnownRoots {

	private static final System.Logger LOGGER = System.getLogger(KnownRoots.class.getName());
	private static final List<String> ENDINGS = List.of(".pem", ".crt", ".cer", ".der");

	private KnownRoots() {
	}

	/** All of them. */
	public static List<X509Certificate> read() {
		return place().stream().flatMap(KnownRoots::files).flatMap(KnownRoots::certificates).distinct().toList();
	}

	/** The folder, or the file, that they are looked for in; nothing where there is no data folder. */
	public static Optional<Path> place() {
		var named = System.getProperty(CardTrust.PROPERTY, "");
		return named.isBlank() ? dataFolder().map(folder -> folder.resolve("card-roots")) : Optional.of(Path.of(named));
	}

	private static Optional<Path> dataFolder() {
		return Optional.ofNullable(FrameworkUtil.getBundle(KnownRoots.class)).map(bundle -> bundle.getBundleContext())
				.flatMap(context -> Optional.ofNullable(context.getServiceReference(DataFolder.class)).map(context::getService))
				.map(DataFolder::path);
	}

	private static Stream<Path> files(Path place) {
		if (!Files.isDirectory(place)) {
			return Stream.of(place).filter(Files::exists);
		}
		try (var all = Files.list(place)) {
			return all.filter(KnownRoots::isCertificate).sorted().toList().stream();
		} catch (IOException e) {
			LOGGER.log(Level.WARNING, "the roots of cards cannot be read: " + place, e);
			return Stream.empty();
		}
	}

	private static boolean isCertificate(Path file) {
		var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return ENDINGS.stream().anyMatch(name::endsWith);
	}

	private static Stream<X509Certificate> certificates(Path file) {
		try (var in = Files.newInputStream(file)) {
			return CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast);
		} catch (IOException | CertificateException e) {
			LOGGER.log(Level.WARNING, "not a root of cards: " + file, e);
			return Stream.empty();
		}
	}
}
