package org.certbench.ehealth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

@DisplayName("Reading XML of strangers")
class XmlReaderTest {

	@Test
	@DisplayName("refuses a document type, whatever is in it")
	void documentType() {
		refuse("<!DOCTYPE a><a/>");
		refuse("<!DOCTYPE a [<!ELEMENT a ANY>]><a/>");
	}

	@Test
	@DisplayName("refuses a billion laughs at once")
	void billionLaughs() {
		var bomb = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"ha\">");
		for (int i = 1; i < 30; i++) {
			bomb.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
		}
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refuse(bomb + "]><l>&l29;</l>"));
	}

	@Test
	@DisplayName("fetches no external entity, document type or inclusion")
	void externalEntities() throws Exception {
		var fetched = new AtomicInteger();
		var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", exchange -> {
			fetched.incrementAndGet();
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		server.start();
		try {
			var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
			refuse("<!DOCTYPE a SYSTEM \"" + address + "\"><a/>");
			refuse("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + address + "\">]><a>&x;</a>");
			refuse("<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]><a/>");
			XmlReader.read(bytes("<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + address + "\"/></a>"));
			XmlReader.read(bytes("<a xmlns:xsi=\"" + Namespaces.SCHEMA_INSTANCE + "\" xsi:schemaLocation=\"urn:a " + address
					+ "\"/>"));
		} finally {
			server.stop(0);
		}
		assertEquals(0, fetched.get());
	}

	@Test
	@DisplayName("refuses what is nested too deep")
	void deep() throws Exception {
		XmlReader.read(bytes("<a>".repeat(60) + "</a>".repeat(60)));
		refuse("<a>".repeat(65) + "</a>".repeat(65));
		refuse("<a>".repeat(100_000));
	}

	@Test
	@DisplayName("refuses too many attributes")
	void manyAttributes() {
		var element = new StringBuilder("<a");
		for (int i = 0; i < 100; i++) {
			element.append(" a").append(i).append("=\"\"");
		}
		refuse(element + "/>");
	}

	@Test
	@DisplayName("refuses what is longer than allowed")
	void large() throws Exception {
		var document = bytes("<a>" + "x".repeat(100) + "</a>");
		XmlReader.read(document, document.length);
		assertThrows(XmlException.class, () -> XmlReader.read(document, document.length - 1));
		assertThrows(XmlException.class, () -> XmlReader.read(new byte[XmlReader.MAX_BYTES + 1]));
	}

	@Test
	@DisplayName("refuses other encodings than UTF-8")
	void encodings() throws Exception {
		assertThrows(XmlException.class, () -> XmlReader.read("<a>é</a>".getBytes(StandardCharsets.ISO_8859_1)));
		assertThrows(XmlException.class, () -> XmlReader.read("<a/>".getBytes(StandardCharsets.UTF_16)));
		assertEquals("é", XmlReader.read(bytes("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><a>é</a>"))
				.getDocumentElement().getTextContent());
	}

	@Test
	@DisplayName("refuses what is not well-formed, and writes nothing to the error stream")
	void silent() throws Exception {
		var before = System.err;
		var written = new ByteArrayOutputStream();
		System.setErr(new PrintStream(written, true));
		try {
			refuse("");
			refuse("<a>");
			refuse("<p:a/>");
			refuse("<a/><b/>");
		} finally {
			System.setErr(before);
		}
		assertFalse(written.toString().contains("Fatal"));
	}

	private static void refuse(String xml) {
		assertThrows(XmlException.class, () -> XmlReader.read(bytes(xml)));
	}

	private static byte[] bytes(String xml) {
		return xml.getBytes(StandardCharsets.UTF_8);
	}
}
