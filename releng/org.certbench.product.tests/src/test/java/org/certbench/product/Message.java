package org.certbench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A message as a trace left it: an envelope with one element in its body. */
record Message(Path file, Element content) {

	private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
	private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
	private static final Schema SCHEMA = schema();

	/** Reads a file; fails where it is not a well-formed envelope of SOAP 1.1. */
	static Message read(Path file) throws IOException, SAXException, ParserConfigurationException {
		var factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		var envelope = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
		if (!SOAP.equals(envelope.getNamespaceURI()) || !"Envelope".equals(envelope.getLocalName())) {
			throw new AssertionError(file + " is no envelope but " + envelope.getNodeName());
		}
		var body = envelope.getElementsByTagNameNS(SOAP, "Body").item(0);
		return new Message(file, firstElement(body));
	}

	/** Whether it is a request that carries a signature. */
	boolean isSigned() {
		return signature() != null;
	}

	/** Demands the namespaces, the order of elements and the types of the protocol. */
	void validate() throws IOException {
		try {
			SCHEMA.newValidator().validate(new DOMSource(content));
		} catch (SAXException e) {
			throw new AssertionError(file.getFileName() + ": " + e.getMessage(), e);
		}
	}

	/** Verifies the signature with xmlsec1, which shares no code with us. */
	void verifyWithXmlsec(Path workFolder) throws IOException {
		var certificate = signature().getElementsByTagNameNS(SIGNATURE, "X509Certificate").item(0).getTextContent();
		var pem = Files.writeString(workFolder.resolve("signer.pem"), "-----BEGIN CERTIFICATE-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(Base64.getMimeDecoder().decode(certificate))
				+ "\n-----END CERTIFICATE-----\n");
		Program.tool("xmlsec1", "--verify", "--enabled-key-data", "key-name", "--pubkey-cert-pem", pem.toString(), "--id-attr:Id",
				content.getNamespaceURI() + ":" + content.getLocalName(), file.toString()).expecting(0);
	}

	private Element signature() {
		return (Element) content.getElementsByTagNameNS(SIGNATURE, "Signature").item(0);
	}

	private static Element firstElement(Node parent) {
		for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				return element;
			}
		}
		throw new AssertionError("an empty body");
	}

	private static Schema schema() {
		try {
			return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
					.newSchema(List.of("certra.xsd", "etkra.xsd").stream().map(Message.class::getResource)
							.map(url -> new StreamSource(url.toString())).toArray(StreamSource[]::new));
		} catch (SAXException e) {
			throw new IllegalStateException(e);
		}
	}
}
