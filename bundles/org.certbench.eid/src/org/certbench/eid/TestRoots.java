package org.certbench.eid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The roots of test cards that somebody told this program of, for emulated cards and tokens in real
 * readers: the simulator trusts cards under them, and they are good for nothing else.
 */
public final class TestRoots {

	/** System property: a file of test roots, as PEM. Without it there is none. */
	public static final String PROPERTY = "certbench.eid.testRoots";

	private TestRoots() {
	}

	/**
	 * Those in the file of {@link #PROPERTY}, as it is now.
	 *
	 * @throws UncheckedIOException where it cannot be read
	 */
	public static List<X509Certificate> read() {
		var file = System.getProperty(PROPERTY, "");
		if (file.isBlank()) {
			return List.of();
		}
		try (var in = Files.newInputStream(Path.of(file))) {
			return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
					.map(X509Certificate.class::cast).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(PROPERTY + ": " + file, e);
		} catch (CertificateException e) {
			throw new UncheckedIOException(PROPERTY + ": " + file, new IOException(e));
		}
	}
}
