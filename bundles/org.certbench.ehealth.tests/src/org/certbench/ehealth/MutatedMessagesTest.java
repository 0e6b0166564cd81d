package org.certbench.ehealth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.stream.Stream;

import org.certbench.testing.Mutations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Thousands of broken messages, the same in every run: each is read, or refused as XML or for its signature.
 * What is read with a signature that verifies says what was signed.
 */
class MutatedMessagesTest {

	static Stream<SignerPki> keys() {
		return Stream.of(SignerPki.RSA, SignerPki.P384);
	}

	@ParameterizedTest
	@MethodSource("keys")
	@DisplayName("a signed message")
	void signed(SignerPki pki) throws Exception {
		var request = XmlBuilder.message(Namespaces.CERTRA, "GetActorQualitiesRequest", Instant.EPOCH);
		request.child(Namespaces.CERTRA, "SSIN").attribute("Type", "SSIN").text("85999900189 & é");
		XmlSignature.sign(request.element(), pki.signer());
		var good = XmlWriter.write(SoapEnvelope.wrap(request.element()));
		var said = said(SoapEnvelope.unwrap(XmlReader.read(good)));

		Mutations.ofXml(good, 0.5, broken -> {
			try {
				var message = SoapEnvelope.unwrap(XmlReader.read(broken));
				assertNotNull(SoapEnvelope.fault(message));
				XmlSignature.verify(message);
				assertEquals(said, said(message));
			} catch (XmlException | SignatureRefused told) {
				assertNotNull(told.getMessage());
			}
		});
	}

	/** What the message says besides its signature. */
	private static String said(Element message) {
		var copy = (Element) message.cloneNode(true);
		var signatures = copy.getElementsByTagNameNS(Namespaces.SIGNATURE, "Signature");
		copy.removeChild(signatures.item(0));
		var children = copy.getElementsByTagNameNS("*", "*");
		var text = new StringBuilder(copy.getAttribute("Id"));
		for (int i = 0; i < children.getLength(); i++) {
			var child = (Element) children.item(i);
			text.append(' ').append(child.getLocalName()).append(' ').append(child.getAttribute("Type"));
		}
		return text + " " + copy.getTextContent();
	}
}
