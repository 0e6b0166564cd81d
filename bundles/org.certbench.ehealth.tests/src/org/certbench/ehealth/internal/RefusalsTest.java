package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.core.FailureKind;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the services say no with")
class RefusalsTest {

	private static final KeyIdentifier KEY = new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567");
	private static final String REQUESTER = "<commons:StatusCode Value=\"urn:be:fgov:ehealth:2.0:status:Requester\"/>";

	@AutoClose
	final ScriptedService service = new ScriptedService();

	@Test
	@DisplayName("not delivered yet: nothing is lost, no moment is known (M14)")
	void notYetDelivered() {
		var failure = failure(NotYetIssued.class, REQUESTER + detail(error("CERT_NOT_YET_DELIVERED", "wait", "")));
		assertEquals(Optional.empty(), failure.until());
		assertEquals(FailureKind.NOT_YET, failure.kind());
		assertEquals("completed-too-early", failure.problem());
	}

	@ParameterizedTest
	@CsvSource({ "AUTH_CERT_NOT_YET_VALID[23/11/2026 08:15], x, 2026-11-23T07:16:00Z",
			"AUTH_CERT_NOT_YET_VALID[23/07/2026 08:15], x, 2026-07-23T06:16:00Z",
			"OTHER, see AUTH_CERT_NOT_YET_VALID[23/11/2026 23:59], 2026-11-23T23:00:00Z" })
	@DisplayName("not valid yet: until a minute after the moment in Belgian time (M14)")
	void notYetValid(String code, String message, Instant until) {
		var failure = failure(NotYetIssued.class, REQUESTER + detail(error(code, message, "")));
		assertEquals(Optional.of(until), failure.until());
	}

	@ParameterizedTest
	@CsvSource({ "AUTH_CERT_NOT_YET_VALID", "AUTH_CERT_NOT_YET_VALID[soon]", "AUTH_CERT_NOT_YET_VALID[31/02/2026]" })
	@DisplayName("not valid yet without a moment that can be read is still not yet")
	void notYetValidWithoutMoment(String code) {
		var failure = failure(NotYetIssued.class, REQUESTER + detail(error(code, "x", "")));
		assertEquals(Optional.empty(), failure.until());
	}

	@Test
	@DisplayName("an unknown code is kept with its message and its parameters")
	void unknownCode() {
		var failure = failure(Refused.class, REQUESTER + "<commons:StatusMessage>general</commons:StatusMessage>"
				+ detail(error("NEVER_HEARD_OF", "Le « mot » exact", parameter("field", "CSR") + parameter("field", "DN"))));
		assertEquals("NEVER_HEARD_OF", failure.code());
		assertEquals("Le « mot » exact", failure.words());
		assertEquals(Map.of("field", "CSR, DN"), failure.parameters());
		assertEquals("refused", failure.problem());
		assertTrue(failure.getMessage().contains("NEVER_HEARD_OF") && failure.getMessage().contains("CSR, DN"));
	}

	@Test
	@DisplayName("several errors are all kept")
	void severalErrors() {
		var failure = failure(Refused.class, REQUESTER
				+ detail(error("ONE", "first.", parameter("a", "1")) + error("TWO", "second.", parameter("b", "2"))));
		assertEquals("ONE, TWO", failure.code());
		assertEquals("first. second.", failure.words());
		assertEquals(Map.of("a", "1", "b", "2"), failure.parameters());
	}

	@Test
	@DisplayName("without details, the innermost status code and the status message are the server's words")
	void statusOnly() {
		var failure = failure(Refused.class, "<commons:StatusCode Value=\"urn:be:fgov:ehealth:2.0:status:Requester\">"
				+ "<commons:StatusCode Value=\"urn:x:InvalidInput\"/></commons:StatusCode>"
				+ "<commons:StatusMessage>bad input</commons:StatusMessage><commons:StatusDetail><any xmlns=\"urn:y\"/>"
				+ "</commons:StatusDetail>");
		assertEquals("urn:x:InvalidInput", failure.code());
		assertEquals("bad input", failure.words());
	}

	@ParameterizedTest
	@CsvSource({ "CERTIFICATE_LIMIT_REACHED, limit-reached", "WRONG_SIGNER, manager-gone",
			"ORGANIZATION_NOT_FOUND, no-organisation", "AUTH_CERT_EXPIRED, expired", "AUTH_CERT_REVOKED, revoked",
			"ALREADY_ACTIVE, already-active", "ETK_ALREADY_ACTIVE, refused", "CHALLENGE_EXPIRED, refused",
			"NOT_AUTHORISED, no-organisation", "CSR_INVALID, refused" })
	@DisplayName("words in a code lead to the page of the catalogue")
	void problems(String code, String problem) {
		assertEquals(problem, failure(Refused.class, REQUESTER + detail(error(code, "x", ""))).problem());
	}

	private <E extends AuthorityException> E failure(Class<E> type, String status) {
		service.thenStatus("GetCertificateResponse", CERTRA, status, "");
		return assertThrows(type, () -> service.connection().collect(KEY, Progress.NONE));
	}

	private static String detail(String errors) {
		return "<commons:StatusDetail><e:EteeStatusDetail xmlns:e=\"urn:be:fgov:ehealth:etee:commons:core:v2\">" + errors
				+ "</e:EteeStatusDetail></commons:StatusDetail>";
	}

	private static String error(String code, String message, String parameters) {
		return "<Errors><Code>" + code + "</Code><Message>" + message + "</Message>" + parameters + "</Errors>";
	}

	private static String parameter(String name, String value) {
		return "<Parameters><Name>" + name + "</Name><Value>" + value + "</Value></Parameters>";
	}
}
