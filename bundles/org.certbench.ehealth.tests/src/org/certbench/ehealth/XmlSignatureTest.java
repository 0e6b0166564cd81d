package org.certbench.ehealth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.SignatureScheme;
import org.certbench.core.Signer;
import org.certbench.ehealth.SignatureRefused.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayName("The signature of a request")
class XmlSignatureTest {

	private static final String REQUEST = Namespaces.CERTRA + ":GetActorQualitiesRequest";

	@TempDir
	Path folder;

	static Stream<Arguments> keys() {
		return Stream.of(Arguments.of(SignerPki.RSA, SignatureScheme.RSA_SHA256),
				Arguments.of(SignerPki.P256, SignatureScheme.ECDSA_SHA256),
				Arguments.of(SignerPki.P384, SignatureScheme.ECDSA_SHA384));
	}

	@ParameterizedTest
	@MethodSource("keys")
	@DisplayName("verifies after the message was written and read, and brings the chain in order")
	void verifies(SignerPki pki, SignatureScheme scheme) throws Exception {
		var verified = XmlSignature.verify(SoapEnvelope.unwrap(XmlReader.read(signed(pki.signer()))));
		assertEquals(scheme, verified.scheme());
		assertEquals(pki.signer().chain(), verified.chain());
	}

	@ParameterizedTest
	@MethodSource("keys")
	@DisplayName("verifies with xmlsec1, which refuses it for another root and after a change")
	void verifiesElsewhere(SignerPki pki, SignatureScheme scheme) throws Exception {
		var message = signed(pki.signer());
		var file = Files.write(folder.resolve("signed.xml"), message);
		var verdict = XmlSecurityTool.verify(folder, file, REQUEST, pki.root());
		assertTrue(verdict.accepted(), verdict.output());

		var stranger = pki == SignerPki.RSA ? SignerPki.P256 : SignerPki.RSA;
		assertFalse(XmlSecurityTool.verify(folder, file, REQUEST, stranger.root()).accepted());

		Files.writeString(file, text(message).replace("85999900189", "85999900288"));
		assertFalse(XmlSecurityTool.verify(folder, file, REQUEST, pki.root()).accepted());
	}

	@Test
	@DisplayName("has the form agreed: last child, one reference, two transforms, whole chain, no carriage return")
	void form() throws Exception {
		var message = signed(SignerPki.P384.signer());
		assertFalse(text(message).contains("&#13;"));
		var root = SoapEnvelope.unwrap(XmlReader.read(message));
		var signature = (Element) root.getLastChild();
		assertEquals("ds:Signature", signature.getNodeName());
		assertEquals("#" + root.getAttribute("Id"), only(signature, "Reference").getAttribute("URI"));
		assertEquals(2, signature.getElementsByTagNameNS(Namespaces.SIGNATURE, "Transform").getLength());
		assertEquals(3, signature.getElementsByTagNameNS(Namespaces.SIGNATURE, "X509Certificate").getLength());
		assertEquals("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
				only(signature, "SignatureMethod").getAttribute("Algorithm"));
	}

	@Test
	@DisplayName("passes on what the card said, in its own type")
	void cancelledAtTheCard() {
		var cancelled = new Cancelled();
		var card = new Signer() {
			@Override
			public List<X509Certificate> chain() {
				return SignerPki.P384.signer().chain();
			}

			@Override
			public boolean usableIn(Environment environment) {
				return true;
			}

			@Override
			public byte[] sign(byte[] data) throws Cancelled {
				throw cancelled;
			}
		};
		assertSame(cancelled, assertThrows(Cancelled.class, () -> signed(card)));
	}

	@Test
	@DisplayName("is refused when it is not there")
	void missing() throws Exception {
		assertRefused(Reason.MISSING, XmlReader.read(XmlWriter.write(SoapEnvelope.wrap(request()))));
	}

	@Test
	@DisplayName("is refused when anything signed was changed")
	void tampered() throws Exception {
		assertRefused(Reason.INVALID, changed(text -> text.replace("85999900189", "85999900288")));
		assertRefused(Reason.INVALID, changed(text -> text.replace("Type=\"SSIN\"", "Type=\"CBE\"")));
	}

	@Test
	@DisplayName("is refused when it is not the last child")
	void notLast() throws Exception {
		assertRefused(Reason.MISSING,
				changed(text -> text.replace("</ds:Signature>", "</ds:Signature><certra:SSIN>1</certra:SSIN>")));
	}

	@Test
	@DisplayName("is refused when there are two")
	void two() throws Exception {
		assertRefused(Reason.SEVERAL, changed(text -> {
			var signature = text.substring(text.indexOf("<ds:Signature "), text.indexOf("</ds:Signature>") + 15);
			return text.replace(signature, signature + signature);
		}));
	}

	@Test
	@DisplayName("is refused when the signed element was moved aside and another is read (wrapping)")
	void wrapped() throws Exception {
		var document = XmlReader.read(signed(SignerPki.RSA.signer()));
		var honest = SoapEnvelope.unwrap(document);
		var forged = (Element) honest.cloneNode(true);
		forged.setAttribute("Id", "_forged");
		forged.getFirstChild().setTextContent("85999900288");
		honest.getParentNode().replaceChild(forged, honest);
		forged.insertBefore(honest, forged.getLastChild());
		honest.removeChild(honest.getLastChild());

		assertRefused(Reason.WRONG_REFERENCE, XmlReader.read(XmlWriter.write(document)));
	}

	@Test
	@DisplayName("is refused when another element has the same Id (wrapping)")
	void sameId() throws Exception {
		var document = XmlReader.read(signed(SignerPki.RSA.signer()));
		var honest = SoapEnvelope.unwrap(document);
		var forged = (Element) honest.cloneNode(true);
		forged.getFirstChild().setTextContent("85999900288");
		honest.getParentNode().replaceChild(forged, honest);
		var header = document.createElementNS(Namespaces.SOAP, "soap:Header");
		honest.removeChild(honest.getLastChild());
		header.appendChild(honest);
		document.getDocumentElement().insertBefore(header, document.getDocumentElement().getFirstChild());

		assertRefused(Reason.WRONG_REFERENCE, XmlReader.read(XmlWriter.write(document)));
	}

	@Test
	@DisplayName("is refused when it refers to the whole document, or outside")
	void otherReferences() throws Exception {
		for (var uri : List.of("", "http://127.0.0.1:1/x", "file:///etc/passwd", "#_other")) {
			assertRefused(Reason.WRONG_REFERENCE, changed(text -> text.replaceFirst("URI=\"[^\"]*\"", "URI=\"" + uri + "\"")));
		}
	}

	@ParameterizedTest
	@MethodSource("forbidden")
	@DisplayName("is refused with any other algorithm or transform")
	void forbiddenAlgorithms(String what, String instead) throws Exception {
		assertRefused(Reason.FORBIDDEN_ALGORITHM, changed(text -> {
			var changed = text.replaceFirst(what, instead);
			assertNotEquals(text, changed);
			return changed;
		}));
	}

	static Stream<Arguments> forbidden() {
		return Stream.of(
				Arguments.of("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
				Arguments.of("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
						"http://www.w3.org/2000/09/xmldsig#hmac-sha1"),
				Arguments.of("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
						"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"),
				Arguments.of("http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1"),
				Arguments.of("<ds:CanonicalizationMethod Algorithm=\"[^\"]*\"",
						"<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\""),
				Arguments.of("<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>", ""),
				Arguments.of("<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>",
						"<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#base64\"/>"));
	}

	@Test
	@DisplayName("is refused when the key is not the certificate's")
	void otherKey() throws Exception {
		var signer = SignerPki.signer(SignerPki.keys("RSA").getPrivate(), SignerPki.RSA.signer().chain());
		assertRefused(Reason.INVALID, XmlReader.read(signed(signer)));
	}

	@Test
	@DisplayName("is refused when its certificates are no chain, or are missing")
	void certificates() throws Exception {
		var strangers = List.of(SignerPki.RSA.signer().certificate(), SignerPki.P256.root());
		assertRefused(Reason.NO_CERTIFICATE,
				XmlReader.read(signed(SignerPki.signer(SignerPki.RSA.leaf().keys().getPrivate(), strangers))));
		assertRefused(Reason.NO_CERTIFICATE, changed(text -> text.replaceFirst("(?s)<ds:KeyInfo>.*</ds:KeyInfo>", "")));
	}

	@Test
	@DisplayName("is refused when it cannot be read")
	void garbage() throws Exception {
		assertRefused(Reason.MALFORMED, changed(text -> text.replaceFirst("(?s)<ds:SignedInfo>.*</ds:SignedInfo>", "")));
	}

	private static Element request() {
		var request = XmlBuilder.message(Namespaces.CERTRA, "GetActorQualitiesRequest", Instant.now());
		request.child(Namespaces.CERTRA, "SSIN").attribute("Type", "SSIN").text("85999900189");
		return request.element();
	}

	private static byte[] signed(Signer signer) throws Exception {
		var request = request();
		XmlSignature.sign(request, signer);
		return XmlWriter.write(SoapEnvelope.wrap(request));
	}

	private static Document changed(UnaryOperator<String> change) throws Exception {
		return XmlReader.read(change.apply(text(signed(SignerPki.RSA.signer()))).getBytes(StandardCharsets.UTF_8));
	}

	private static void assertRefused(Reason reason, Document message) throws XmlException {
		var root = SoapEnvelope.unwrap(message);
		assertEquals(reason, assertThrows(SignatureRefused.class, () -> XmlSignature.verify(root)).reason());
	}

	private static Element only(Element within, String name) {
		var found = within.getElementsByTagNameNS(Namespaces.SIGNATURE, name);
		assertEquals(1, found.getLength());
		return (Element) found.item(0);
	}

	private static String text(byte[] xml) {
		return new String(xml, StandardCharsets.UTF_8);
	}
}
