package org.certbench.cli.simulator.internal;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import org.certbench.cli.UsageException;
import org.certbench.core.Texts;

/** Reads certificate requests and writes certificates as other programs do (RFC 7468). */
final class Pem {

	private static final Texts TEXTS = Texts.of(Pem.class);
	private static final Pattern REQUEST = Pattern.compile(
			"-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]+)-----END (?:NEW )?CERTIFICATE REQUEST-----");
	private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] { '\n' });

	private Pem() {
	}

	/** A request, DER; it may come as such already. */
	static byte[] readRequest(byte[] content) throws UsageException {
		var text = REQUEST.matcher(new String(content, StandardCharsets.ISO_8859_1));
		if (text.find()) {
			return Base64.getMimeDecoder().decode(text.group(1));
		}
		if (content.length > 0 && content[0] == 0x30) {
			return content;
		}
		throw new UsageException(TEXTS.get("operator.notARequest"), TEXTS.get("operator.csr"));
	}

	/** Certificates, one after the other. */
	static String write(List<X509Certificate> certificates) {
		var text = new StringBuilder();
		for (var certificate : certificates) {
			text.append("-----BEGIN CERTIFICATE-----\n").append(LINES.encodeToString(encoded(certificate)))
					.append("\n-----END CERTIFICATE-----\n");
		}
		return text.toString();
	}

	private static byte[] encoded(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		} catch (CertificateEncodingException e) {
			throw new IllegalStateException("a certificate that was read can be written", e);
		}
	}
}
