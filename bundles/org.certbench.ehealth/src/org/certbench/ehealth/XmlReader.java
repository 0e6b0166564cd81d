package org.certbench.ehealth;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML that strangers wrote: namespace aware, UTF-8 only, without document types, entities,
 * inclusions or anything else that could reach outside or grow, within limits of size and depth.
 * Thread-safe.
 */
public final class XmlReader {

	/** Far above every message of the services, which are dozens of kilobytes. */
	public static final int MAX_BYTES = 4 * 1024 * 1024;

	/** The deepest message has about a dozen levels. */
	private static final int MAX_DEPTH = 64;
	private static final int MAX_ATTRIBUTES = 64;

	private XmlReader() {
	}

	/**
	 * Reads a document of at most {@link #MAX_BYTES}.
	 *
	 * @throws XmlException where it is too large, too deep, has a document type or is not well-formed
	 */
	public static Document read(byte[] xml) throws XmlException {
		return read(xml, MAX_BYTES);
	}

	/**
	 * Reads a document.
	 *
	 * @param maxBytes a longer one is refused unread
	 * @throws XmlException where it is too large, too deep, has a document type or is not well-formed
	 */
	public static Document read(byte[] xml, int maxBytes) throws XmlException {
		if (xml.length > maxBytes) {
			throw new XmlException("an XML document of " + xml.length + " bytes, more than the " + maxBytes + " accepted");
		}
		try {
			var builder = hardened().newDocumentBuilder();
			builder.setErrorHandler(new Thrower());
			var source = new InputSource(new ByteArrayInputStream(xml));
			source.setEncoding("UTF-8");
			return builder.parse(source);
		} catch (SAXException | IOException e) {
			throw new XmlException("not acceptable XML: " + e.getMessage(), e);
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException("the JDK's own parser can be hardened", e);
		}
	}

	/** The JDK's own parser, whatever else is installed: only of that one the limits are known. */
	private static DocumentBuilderFactory hardened() throws ParserConfigurationException {
		var factory = DocumentBuilderFactory.newDefaultNSInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
		factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
		factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
		factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
		factory.setAttribute("jdk.xml.elementAttributeLimit", String.valueOf(MAX_ATTRIBUTES));
		factory.setXIncludeAware(false);
		factory.setExpandEntityReferences(false);
		return factory;
	}

	/** Silent, where the parser's own handler writes to the standard error stream. */
	private static final class Thrower implements ErrorHandler {

		@Override
		public void warning(SAXParseException exception) {
			// a document with a warning is still well-formed
		}

		@Override
		public void error(SAXParseException exception) throws SAXException {
			throw exception;
		}

		@Override
		public void fatalError(SAXParseException exception) throws SAXException {
			throw exception;
		}
	}
}
