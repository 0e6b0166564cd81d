package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message of a whole life, against our outline of the protocol and with a tool of other people. */
class TraceTest {

	private static final Pattern NAME = Pattern.compile("\\d{3,}-([A-Za-z]+)-(request|response)\\.xml");

	@TempDir
	Path home;

	@ParameterizedTest(name = "W09: a {0} card, an {1} issuer: messages are as the protocol says, xmlsec1 verifies them")
	@DisplayName("every message of a whole life")
	@CsvSource({ "rsa, rsa", "ec, ec" })
	void wholeLife(String card, String issuer) throws Exception {
		var trace = home.resolve("trace");

		Product.withHome(home).run("demo", "--folder", home.resolve("keystores").toString(), "--trace", trace.toString(),
				"--card-key", card, "--issuer", issuer).expecting(0);

		var operations = new TreeSet<String>();
		var signed = new ArrayList<Path>();
		try (var files = Files.list(trace)) {
			for (var file : files.sorted().toList()) {
				var name = NAME.matcher(file.getFileName().toString());
				assertTrue(name.matches(), file::toString);
				operations.add(name.group(1));
				var message = Message.read(file);
				message.validate();
				if (message.isSigned()) {
					message.verifyWithXmlsec(home);
					signed.add(file);
				}
			}
		}
		assertTrue(operations.containsAll(List.of("GenerateContract",
				"GenerateCertificate", "GetCertificate", "StartETKRegistration", "CompleteETKRegistration", "ActivateETK")),
				operations::toString);
		// two orders, two look-ups or more, two tokens of two messages each, one activation
		assertTrue(signed.size() >= 7, signed::toString);
	}
}
