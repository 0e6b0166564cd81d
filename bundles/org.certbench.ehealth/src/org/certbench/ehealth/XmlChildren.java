package org.certbench.ehealth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads the child elements of an element one after the other, in the order in which the protocol has
 * them on the wire. Whatever stands elsewhere is not found. Not thread-safe.
 */
public final class XmlChildren {

	private final Element parent;
	private Element next;

	private XmlChildren(Element parent) {
		this.parent = parent;
		this.next = firstElement(parent.getFirstChild());
	}

	/** Starts at the first child element. */
	public static XmlChildren of(Element parent) {
		return new XmlChildren(parent);
	}

	/**
	 * The next child element, which must have this name.
	 *
	 * @param namespace or empty for an unqualified element
	 */
	public Element required(String namespace, String name) throws XmlException {
		return optional(namespace, name).orElseThrow(() -> new XmlException(
				"in " + parent.getLocalName() + ": " + name + " of " + namespace + " was expected, not " + found()));
	}

	/** The next child element where it has this name. */
	public Optional<Element> optional(String namespace, String name) {
		if (next == null || !isNamed(next, namespace, name)) {
			return Optional.empty();
		}
		return next();
	}

	/** The next child element, whatever its name. */
	public Optional<Element> next() {
		var element = Optional.ofNullable(next);
		next = next == null ? null : firstElement(next.getNextSibling());
		return element;
	}

	/** The next child elements as long as they have this name. */
	public List<Element> all(String namespace, String name) {
		var elements = new ArrayList<Element>();
		for (var element = optional(namespace, name); element.isPresent(); element = optional(namespace, name)) {
			elements.add(element.get());
		}
		return elements;
	}

	/** The text of the next child element, which must have this name. */
	public String text(String namespace, String name) throws XmlException {
		return textOf(required(namespace, name));
	}

	/** The text of the next child element where it has this name, else an empty one. */
	public String optionalText(String namespace, String name) {
		return optional(namespace, name).map(XmlChildren::textOf).orElse("");
	}

	/** Demands that there is no further child element. */
	public void end() throws XmlException {
		if (next != null) {
			throw new XmlException("in " + parent.getLocalName() + ": the end was expected, not " + found());
		}
	}

	/** An element's text without the white space around it. */
	public static String textOf(Element element) {
		return element.getTextContent().strip();
	}

	/** Whether an element has this name. */
	public static boolean isNamed(Element element, String namespace, String name) {
		var own = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
		return own.equals(namespace) && name.equals(element.getLocalName());
	}

	private String found() {
		return next == null ? "the end" : next.getLocalName() + " of " + next.getNamespaceURI();
	}

	private static Element firstElement(Node from) {
		for (var node = from; node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				return element;
			}
		}
		return null;
	}
}
