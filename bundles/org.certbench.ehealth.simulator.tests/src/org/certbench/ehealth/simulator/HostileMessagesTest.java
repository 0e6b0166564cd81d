package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.Operation.GENERATE_CERTIFICATE;
import static org.certbench.ehealth.Operation.GET_ACTOR_QUALITIES;
import static org.certbench.ehealth.Operation.GET_GENERIC_ORGANIZATION_TYPES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.certbench.core.Holder;
import org.certbench.core.Signer;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.Service;
import org.certbench.ehealth.XmlSignature;
import org.certbench.eid.CardKey;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.testing.KeySigner;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Messages that no honest client sends are refused, and do no harm. */
class HostileMessagesTest {

	@TempDir
	static Path folder;

	@AutoClose
	private static Sandbox sandbox;
	private static Wire wire;

	@BeforeAll
	static void start() throws SimulatorException {
		sandbox = new Sandbox(folder);
		wire = new Wire(sandbox.simulator);
	}

	@Test
	void aGoodMessageIsAnsweredWhateverTheSoapActionSays() throws Exception {
		for (var action : new String[] { "", "\"URN:BE:FGOV:EHEALTH:CERTRA:PROTOCOL:V2:GETACTORQUALITIES\"", "nonsense" }) {
			var answer = wire.post(Service.CERTRA, Wire.envelope(qualities(jane())), "SOAPAction", action);
			assertEquals(200, answer.statusCode());
			assertTrue(answer.body().contains("status:Success"), answer.body());
		}
	}

	@Test
	@DisplayName("tampered body")
	void tampered() throws Exception {
		var message = Wire.envelope(qualities(jane()));
		wire.assertRefused("SIGNATURE_INVALID", Service.CERTRA, message.replace("85999900189", "85999900288"));
	}

	@Test
	@DisplayName("wrapped signature: the signed message travels beside the one that is read")
	void wrapped() throws Exception {
		var signed = qualities(jane());
		var forged = Wire.request(GET_ACTOR_QUALITIES);
		forged.child(Namespaces.CERTRA, "SSIN").attribute("Type", "SSIN").text("86999900212");
		var document = forged.element().getOwnerDocument();
		var signature = (Element) document.importNode(signed.getLastChild(), true);
		signature.appendChild(document.createElementNS(Namespaces.SIGNATURE, "ds:Object"))
				.appendChild(document.importNode(signed, true));
		forged.element().appendChild(signature);
		wire.assertRefused("SIGNATURE_INVALID", Service.CERTRA, Wire.envelope(forged.element()));

		// the same Id twice, so that the reference could mean either
		forged.element().setAttribute("Id", signed.getAttribute("Id"));
		wire.assertRefused("SIGNATURE_INVALID", Service.CERTRA, Wire.envelope(forged.element()));
	}

	@Test
	void unsigned() throws Exception {
		var request = Wire.request(GET_ACTOR_QUALITIES);
		request.child(Namespaces.CERTRA, "SSIN").attribute("Type", "SSIN").text("85999900189");
		wire.assertRefused("SIGNATURE_INVALID", Service.CERTRA, Wire.envelope(request.element()));
	}

	@Test
	void signedByACardOfAnotherRoot() throws Exception {
		var key = TestKeys.rsa("someone");
		var stranger = new KeySigner(key.getPrivate(),
				TestPki.ec().issue(Holder.parse("SSIN=85999900189"), "JANE DOE", key.getPublic()));
		wire.assertRefused("CARD_NOT_TRUSTED", Service.CERTRA, Wire.envelope(qualities(stranger)));
	}

	@Test
	void signedByTheCardsOtherKey() throws Exception {
		var signer = sandbox.signer(VirtualCards.RSA_READER, CardKey.SIGNATURE);
		wire.assertRefused("WRONG_KEY", Service.CERTRA, Wire.envelope(qualities(signer)));
	}

	@Test
	@DisplayName("hostile XML: a document type is refused, and nothing outside is read")
	void outside() throws Exception {
		var secret = Files.writeString(folder.resolve("secret"), "TOP-" + UUID.randomUUID());
		var body = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>" + Wire.around("<x>&e;</x>");
		var answer = wire.post(Service.CERTRA, body);
		assertEquals(500, answer.statusCode());
		assertFalse(answer.body().contains("TOP-"));
		wire.assertFault(Service.CERTRA, body);
	}

	@Test
	@DisplayName("hostile XML: entities that grow")
	void growing() throws Exception {
		wire.assertFault(Service.CERTRA, "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]>"
				+ Wire.around("<x>&b;&b;&b;</x>"));
	}

	@Test
	@DisplayName("hostile XML: too deep, too large")
	void deepAndLarge() throws Exception {
		wire.assertFault(Service.CERTRA, Wire.around("<x>".repeat(10_000) + "</x>".repeat(10_000)));
		wire.assertFault(Service.CERTRA, Wire.around("<x>" + "y".repeat(1024 * 1024) + "</x>"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not XML", "<x/>", "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>" })
	void notSoap(String body) throws Exception {
		wire.assertFault(Service.CERTRA, body);
	}

	@Test
	void unknownOperationsAndThoseOfAnotherService() throws Exception {
		wire.assertFault(Service.CERTRA, Wire.around("<x/>"));
		wire.assertFault(Service.ETKRA, Wire.envelope(Wire.request(GET_GENERIC_ORGANIZATION_TYPES).element()));
	}

	@Test
	void elementsThatDoNotBelongThere() throws Exception {
		var request = Wire.request(GET_GENERIC_ORGANIZATION_TYPES);
		request.text(Namespaces.CERTRA, "Extra", "");
		wire.assertFault(Service.CERTRA, Wire.envelope(request.element()));
		wire.assertFault(Service.CERTRA, Wire.envelope(Wire.request(GENERATE_CERTIFICATE).element()));
	}

	@Test
	void onlyPostAndOnlyKnownPaths() throws Exception {
		assertEquals(405, wire.get(Service.CERTRA.path()).statusCode());
		assertEquals(404, wire.get(Service.CERTRA.path() + "/more").statusCode());
		assertEquals(404, wire.get("/nothing").statusCode());
	}

	@Test
	@DisplayName("a web page in a browser cannot reach the simulator")
	void webPages() throws Exception {
		assertEquals(403, wire.post(Service.CERTRA, "", "Origin", "http://example.org").statusCode());
		assertEquals(200, wire.get("/control/settings").statusCode());
	}

	private static Signer jane() throws Exception {
		return sandbox.signer(VirtualCards.RSA_READER, CardKey.AUTHENTICATION);
	}

	private static Element qualities(Signer signer) throws Exception {
		var request = Wire.request(GET_ACTOR_QUALITIES);
		request.child(Namespaces.CERTRA, "SSIN").attribute("Type", "SSIN").text("85999900189");
		XmlSignature.sign(request.element(), signer);
		return request.element();
	}
}
