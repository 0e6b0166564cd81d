package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.ehealth.Operation;
import org.certbench.ehealth.SignerPki;
import org.certbench.ehealth.XmlReader;
import org.certbench.ehealth.XmlSecurityTool;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The trace of messages")
class TraceTest {

	private static final KeyIdentifier KEY = new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567");

	@TempDir
	Path temporary;

	private Path folder;
	@AutoClose
	final ScriptedService service = new ScriptedService();

	@BeforeEach
	void start() throws Exception {
		folder = temporary.resolve("new/trace");
	}

	@Test
	@DisplayName("has every message exactly as it was sent and received, numbered in order")
	void exactBytes() throws Exception {
		service.thenSuccess("GetCertificateInfoForCitizenResponse", CERTRA, "");
		lookUp();
		service.thenHttp(503, "text/html", "<html>maintenance");
		assertThrows(BadAnswer.class, this::collect);

		assertEquals(List.of("001-GetCertificateInfoForCitizen-request.xml",
				"001-GetCertificateInfoForCitizen-response.xml", "002-GetCertificate-request.xml",
				"002-GetCertificate-response.xml"), names());
		assertArrayEquals(service.received().getFirst().envelope(),
				Files.readAllBytes(folder.resolve("001-GetCertificateInfoForCitizen-request.xml")));
		XmlReader.read(Files.readAllBytes(folder.resolve("001-GetCertificateInfoForCitizen-response.xml")));
		assertEquals("<html>maintenance", Files.readString(folder.resolve("002-GetCertificate-response.xml")));
	}

	@Test
	@DisplayName("has signatures that verify with xmlsec1")
	void verifies() throws Exception {
		service.thenSuccess("GetCertificateInfoForCitizenResponse", CERTRA, "");
		lookUp();
		var verdict = XmlSecurityTool.verify(temporary, folder.resolve("001-GetCertificateInfoForCitizen-request.xml"),
				CERTRA + ":GetCertificateInfoForCitizenRequest", SignerPki.RSA.root());
		assertTrue(verdict.accepted(), verdict.output());
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	@DisplayName("is for its owner alone: messages tell of people")
	void modes() throws Exception {
		service.thenSuccess("GetCertificateInfoForCitizenResponse", CERTRA, "");
		lookUp();
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
		for (var name : names()) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
		}
	}

	@Test
	@DisplayName("goes on after what is in the folder, and overwrites nothing")
	void goesOn() throws Exception {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve("041-GetCertificate-request.xml"), "kept");
		Files.writeString(folder.resolve("notes.txt"), "kept");
		var trace = Trace.in(folder);
		int number = trace.request(Operation.GET_ETK, bytes("<a/>"));
		trace.response(number, Operation.GET_ETK, bytes("<b/>"));
		trace.response(number, Operation.GET_ETK, bytes("<c/>"));

		assertEquals(42, number);
		assertEquals(List.of("041-GetCertificate-request.xml", "042-GetEtk-request.xml", "042-GetEtk-response.xml",
				"notes.txt"), names());
		assertEquals("<b/>", Files.readString(folder.resolve("042-GetEtk-response.xml")));
	}

	@Test
	@DisplayName("has the request even where no answer came")
	void noAnswer() throws Exception {
		service.close();
		assertThrows(Unreachable.class, this::collect);
		assertEquals(List.of("001-GetCertificate-request.xml"), names());
	}

	@Test
	@DisplayName("does not stop the work when it cannot be written")
	void notWritable() throws Exception {
		Files.createDirectories(folder.getParent());
		Files.writeString(folder, "a file, not a folder");
		service.thenSuccess("GetCertificateInfoForCitizenResponse", CERTRA, "");
		lookUp();
		assertEquals(1, service.received().size());
	}

	private void lookUp() throws Exception {
		var connection = service.authority().connect(Environment.SIMULATOR, folder);
		assertEquals(List.of(), connection.lookUpFor(SignerPki.RSA.signer(), Progress.NONE));
	}

	private void collect() throws Exception {
		service.authority().connect(Environment.SIMULATOR, folder).collect(KEY, Progress.NONE);
	}

	private List<String> names() throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
