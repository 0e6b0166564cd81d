package org.certbench.ehealth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real {@code xmlsec1}, an implementation of XML signatures that is not the JDK's. */
public final class XmlSecurityTool {

	/**
	 * What the tool said.
	 *
	 * @param accepted whether the signature verified
	 */
	public record Verdict(boolean accepted, String output) {
	}

	private XmlSecurityTool() {
	}

	/**
	 * Verifies the signature in a file.
	 *
	 * @param folder  for the root's file
	 * @param element whose attribute {@code Id} the reference names: {@code namespace:name}
	 */
	public static Verdict verify(Path folder, Path file, String element, X509Certificate root)
			throws IOException, InterruptedException {
		var pem = Files.writeString(folder.resolve("root.pem"), pem(root));
		var command = new ArrayList<>(List.of("xmlsec1", "--verify", "--id-attr:Id", element, "--enabled-reference-uris",
				"same-doc", "--trusted-pem", pem.toString(), file.toString()));
		var process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		var output = new String(process.getInputStream().readAllBytes());
		if (!process.waitFor(30, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError("xmlsec1 hangs: " + output);
		}
		return new Verdict(process.exitValue() == 0, output);
	}

	private static String pem(X509Certificate certificate) {
		try {
			return "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(certificate.getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		} catch (CertificateEncodingException e) {
			throw new AssertionError(e);
		}
	}
}
