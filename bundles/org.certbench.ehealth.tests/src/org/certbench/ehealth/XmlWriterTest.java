package org.certbench.ehealth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Writing XML")
class XmlWriterTest {

	private static final String AWKWARD = "\t<&>\"' é € 😀 ]]> \r\n\r line\n  end ";

	@Test
	@DisplayName("keeps every character of texts and attributes")
	void everyCharacter() throws Exception {
		var written = XmlBuilder.root(Namespaces.CERTRA, "A").attribute("x", AWKWARD).text(AWKWARD).element();
		var read = XmlReader.read(XmlWriter.write(written.getOwnerDocument())).getDocumentElement();
		assertEquals(AWKWARD, read.getTextContent());
		assertEquals(AWKWARD, read.getAttribute("x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a/>", "<a xmlns=\"urn:x\"><b c=\"1\">t</b></a>", "<p:a xmlns:p=\"urn:x\"><!-- c --><?pi data?></p:a>",
			"<a>\n  <b>é</b>\n</a>" })
	@DisplayName("writes what it reads, byte for byte")
	void roundTrip(String xml) throws Exception {
		var document = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8);
		assertArrayEquals(document, XmlWriter.write(XmlReader.read(document)));
	}

	@Test
	@DisplayName("writes a part with the namespaces it inherited")
	void part() throws Exception {
		var whole = XmlReader.read("<p:a xmlns:p=\"urn:p\" xmlns=\"urn:d\"><p:b><c/></p:b></p:a>".getBytes(StandardCharsets.UTF_8));
		var part = XmlChildren.of(whole.getDocumentElement()).required("urn:p", "b");
		var read = XmlReader.read(XmlWriter.write(part)).getDocumentElement();
		assertTrue(XmlChildren.isNamed(read, "urn:p", "b"));
		XmlChildren.of(read).required("urn:d", "c");
	}

	@Test
	@DisplayName("declares a namespace once, where it is first used")
	void declarations() {
		var a = XmlBuilder.root(Namespaces.CERTRA, "A");
		a.child(Namespaces.CERTRA, "B").text(Namespaces.CERTRA_CORE, "C", "1").text(Namespaces.CERTRA_CORE, "D", "2");
		var text = new String(XmlWriter.write(a.element().getOwnerDocument()), StandardCharsets.UTF_8);
		assertEquals(text.indexOf(Namespaces.CERTRA), text.lastIndexOf(Namespaces.CERTRA));
		assertTrue(text.contains("<certracore:C xmlns:certracore=\"" + Namespaces.CERTRA_CORE + "\">1</certracore:C>"));
	}

	@Test
	@DisplayName("refuses to copy content under a prefix that means something else there")
	void prefixOfAnother() throws Exception {
		var other = XmlReader.read("<x xmlns:certra=\"urn:other\"/>".getBytes(StandardCharsets.UTF_8)).getDocumentElement();
		var target = XmlBuilder.root(Namespaces.CERTRA, "A");
		assertThrows(IllegalArgumentException.class, () -> target.contentOf(other));
	}

	@Test
	@DisplayName("reads children in the order of the wire only")
	void order() throws Exception {
		var root = XmlReader.read("<a xmlns=\"urn:d\"><b/><c>1</c><c>2</c></a>".getBytes(StandardCharsets.UTF_8))
				.getDocumentElement();
		var children = XmlChildren.of(root);
		assertFalse(children.optional("urn:d", "c").isPresent());
		children.required("urn:d", "b");
		assertThrows(XmlException.class, children::end);
		assertThrows(XmlException.class, () -> children.required("urn:other", "c"));
		assertEquals(2, children.all("urn:d", "c").size());
		children.end();
	}
}
