package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An integrator who gets a keystore encrypted, and opens it with OpenSSL. */
record Integrator() implements Receiver {

	private static final String KEY = "key.pem";
	private static final String CERTIFICATE = "certificate.pem";

	private static Path own(Home home) {
		return home.folder().resolve("integrator");
	}

	@Override
	public void prepare(Home home) throws IOException {
		Files.createDirectories(home.handedOver());
		var own = Files.createDirectories(own(home));
		Tool.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Example Integrator",
				"-keyout", own.resolve(KEY).toString(), "-out", own.resolve(CERTIFICATE).toString());
	}

	@Override
	public List<String> command(Home home) throws IOException {
		return List.of("hand-over", home.newestKeystore().toString(), "--target", "encrypted-file", "--set",
				"certificate=" + own(home).resolve(CERTIFICATE), "--set", "folder=" + home.handedOver());
	}

	@Override
	public boolean has(Path keystore, Home home) throws IOException {
		var sealed = home.handedOver().resolve(keystore.getFileName() + ".p7m");
		return Files.exists(sealed) && Files.mismatch(keystore, open(sealed, home)) < 0;
	}

	private static Path open(Path sealed, Home home) throws IOException {
		var opened = own(home).resolve("opened.p12");
		Tool.run("openssl", "cms", "-decrypt", "-inform", "DER", "-in", sealed.toString(), "-inkey",
				own(home).resolve(KEY).toString(), "-out", opened.toString());
		return opened;
	}
}
