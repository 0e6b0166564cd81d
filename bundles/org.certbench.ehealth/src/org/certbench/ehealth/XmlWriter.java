package org.certbench.ehealth;

import java.nio.charset.StandardCharsets;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a document as UTF-8 bytes that are the same on every system and that read back as the same
 * document, character for character: signatures depend on it. The JDK's serializers write the
 * system's line ends. Thread-safe for documents that nobody changes meanwhile.
 *
 * <p>
 * Namespace declarations are written where the document has them as attributes, as {@link XmlBuilder} and
 * {@link XmlReader} make them.
 */
public final class XmlWriter {

	private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

	private final StringBuilder out = new StringBuilder();

	private XmlWriter() {
	}

	/** The whole document, with an XML declaration. */
	public static byte[] write(Document document) {
		var writer = new XmlWriter();
		writer.out.append(DECLARATION);
		writer.children(document);
		return writer.out.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * One element as a document of its own, with the namespace declarations that it inherited from where
	 * it stands.
	 */
	public static byte[] write(Element element) {
		return write(XmlBuilder.copy(element));
	}

	private void node(Node node) {
		switch (node.getNodeType()) {
		case Node.ELEMENT_NODE -> element((Element) node);
		case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text(node.getNodeValue());
		case Node.COMMENT_NODE -> out.append("<!--").append(node.getNodeValue()).append("-->");
		case Node.PROCESSING_INSTRUCTION_NODE -> out.append("<?").append(node.getNodeName()).append(' ')
				.append(node.getNodeValue()).append("?>");
		default -> throw new IllegalArgumentException("cannot write " + node);
		}
	}

	private void element(Element element) {
		out.append('<').append(element.getTagName());
		var attributes = element.getAttributes();
		for (int i = 0; i < attributes.getLength(); i++) {
			attribute((Attr) attributes.item(i));
		}
		if (!element.hasChildNodes()) {
			out.append("/>");
			return;
		}
		out.append('>');
		children(element);
		out.append("</").append(element.getTagName()).append('>');
	}

	private void children(Node parent) {
		for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
			node(child);
		}
	}

	private void attribute(Attr attribute) {
		out.append(' ').append(attribute.getName()).append("=\"");
		attribute.getValue().chars().forEach(c -> {
			switch (c) {
			case '"' -> out.append("&quot;");
			case '\t', '\n' -> out.append("&#").append(c).append(';');
			default -> character(c);
			}
		});
		out.append('"');
	}

	private void text(String text) {
		text.chars().forEach(this::character);
	}

	private void character(int c) {
		switch (c) {
		case '&' -> out.append("&amp;");
		case '<' -> out.append("&lt;");
		case '>' -> out.append("&gt;");
		case '\r' -> out.append("&#13;");
		default -> out.append((char) c);
		}
	}
}
