package org.certbench.ehealth.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.certbench.ehealth.Namespaces;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The structure of an element as one line, to compare with what the protocol says:
 * {@code certra:SSIN[Type=SSIN]=85999900189}, children in braces. Prefixes are those of
 * {@link Namespaces}, whatever the message uses; the inside of a signature is left out.
 */
final class Outline {

	/** Different in each message. */
	private static final Set<String> VOLATILE = Set.of("Id", "IssueInstant");

	private Outline() {
	}

	static String of(Element element) {
		var name = name(element);
		if (name.equals("ds:Signature")) {
			return name;
		}
		var children = new ArrayList<String>();
		for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
			if (child instanceof Element inner) {
				children.add(of(inner));
			}
		}
		return name + attributes(element) + content(element, children);
	}

	private static String content(Element element, List<String> children) {
		if (!children.isEmpty()) {
			return "{" + String.join(" ", children) + "}";
		}
		return element.getTextContent().isEmpty() ? "" : "=" + element.getTextContent();
	}

	private static String attributes(Element element) {
		var found = new TreeMap<String, String>();
		var attributes = element.getAttributes();
		for (int i = 0; i < attributes.getLength(); i++) {
			var attribute = attributes.item(i);
			if (!attribute.getNodeName().startsWith("xmlns")) {
				found.put(name(attribute), VOLATILE.contains(attribute.getNodeName()) ? "*" : attribute.getNodeValue());
			}
		}
		return found.isEmpty() ? "" : found.toString().replace('{', '[').replace('}', ']');
	}

	private static String name(Node node) {
		return node.getNamespaceURI() == null ? node.getLocalName()
				: Namespaces.prefix(node.getNamespaceURI()) + ":" + node.getLocalName();
	}
}
