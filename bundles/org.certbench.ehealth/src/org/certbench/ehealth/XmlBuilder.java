package org.certbench.ehealth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Builds an element, its parts in the order of the calls. Namespaces are declared as attributes where
 * they are first used, since canonicalization and {@link XmlWriter} see only those. Not thread-safe.
 */
public final class XmlBuilder {

	private final Element element;

	private XmlBuilder(Element element) {
		this.element = element;
	}

	/** The root of a new document. */
	public static XmlBuilder root(String namespace, String name) {
		var document = newDocument();
		return new XmlBuilder((Element) document.appendChild(create(document, namespace, name))).declared(namespace);
	}

	/**
	 * The root of a request or response: with an {@code Id} to sign and the moment.
	 *
	 * @param issued the {@code IssueInstant}
	 */
	public static XmlBuilder message(String namespace, String name, Instant issued) {
		return root(namespace, name).attribute("Id", "_" + UUID.randomUUID()).attribute("IssueInstant",
				issued.truncatedTo(ChronoUnit.MILLIS).toString());
	}

	/** Copies an element into a document of its own, with the namespace declarations it inherited. */
	public static Document copy(Element element) {
		var document = newDocument();
		var copy = (Element) document.appendChild(document.importNode(element, true));
		inheritDeclarations(element, copy);
		return document;
	}

	/** An attribute without a namespace. */
	public XmlBuilder attribute(String name, String value) {
		element.setAttributeNS(null, name, value);
		return this;
	}

	/** An attribute with a namespace. */
	public XmlBuilder attribute(String namespace, String name, String value) {
		declared(namespace);
		element.setAttributeNS(namespace, Namespaces.prefix(namespace) + ":" + name, value);
		return this;
	}

	/** Adds an empty child element and returns <em>its</em> builder. */
	public XmlBuilder child(String namespace, String name) {
		var child = create(element.getOwnerDocument(), namespace, name);
		return new XmlBuilder((Element) element.appendChild(child)).declared(namespace);
	}

	/** Adds a child element with a text. */
	public XmlBuilder text(String namespace, String name, String text) {
		child(namespace, name).text(text);
		return this;
	}

	/** Adds text to this element. */
	public XmlBuilder text(String text) {
		element.appendChild(element.getOwnerDocument().createTextNode(text));
		return this;
	}

	/**
	 * Adds what another element contains, unchanged: its attributes and its nodes, whitespace and
	 * characters as they are, and the namespace declarations that it inherited.
	 *
	 * @throws IllegalArgumentException where the other uses this element's prefix for another namespace
	 */
	public XmlBuilder contentOf(Element other) {
		var own = element.getPrefix() == null ? "" : element.getPrefix();
		var meaning = other.lookupNamespaceURI(own.isEmpty() ? null : own);
		if (meaning != null && !meaning.equals(element.getNamespaceURI())) {
			throw new IllegalArgumentException("the prefix " + own + " stands for " + meaning);
		}
		var attributes = other.getAttributes();
		for (int i = 0; i < attributes.getLength(); i++) {
			var attribute = attributes.item(i);
			element.setAttributeNS(attribute.getNamespaceURI(), attribute.getNodeName(), attribute.getNodeValue());
		}
		for (var child = other.getFirstChild(); child != null; child = child.getNextSibling()) {
			element.appendChild(element.getOwnerDocument().importNode(child, true));
		}
		inheritDeclarations(other, element);
		return this;
	}

	/** The element built. */
	public Element element() {
		return element;
	}

	private static Document newDocument() {
		try {
			return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
		} catch (ParserConfigurationException e) {
			throw new IllegalStateException("the JDK makes documents", e);
		}
	}

	private static Element create(Document document, String namespace, String name) {
		return namespace.isEmpty() ? document.createElementNS(null, name)
				: document.createElementNS(namespace, Namespaces.prefix(namespace) + ":" + name);
	}

	private XmlBuilder declared(String namespace) {
		if (!namespace.isEmpty() && !namespace.equals(Namespaces.XML)) {
			declare(element, Namespaces.prefix(namespace), namespace);
		}
		return this;
	}

	/** Declares a prefix on an element unless it means that already. */
	private static void declare(Element element, String prefix, String namespace) {
		for (Node node = element; node instanceof Element above; node = node.getParentNode()) {
			if (above.hasAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, prefix)) {
				if (above.getAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, prefix).equals(namespace)) {
					return;
				}
				break;
			}
		}
		element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
	}

	private static void inheritDeclarations(Element from, Element to) {
		for (var node = from.getParentNode(); node instanceof Element above; node = node.getParentNode()) {
			var attributes = above.getAttributes();
			for (int i = 0; i < attributes.getLength(); i++) {
				var attribute = attributes.item(i);
				if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
						&& !to.hasAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getLocalName())) {
					to.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, attribute.getNodeName(),
							attribute.getNodeValue());
				}
			}
		}
	}
}
