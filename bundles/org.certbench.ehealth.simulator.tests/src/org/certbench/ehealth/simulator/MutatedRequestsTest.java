package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.Operation.COMPLETE_ETK_REGISTRATION;
import static org.certbench.ehealth.Operation.GENERATE_CONTRACT;
import static org.certbench.ehealth.Operation.GET_ACTOR_QUALITIES;
import static org.certbench.ehealth.Operation.GET_ETK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.Order;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.Service;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlReader;
import org.certbench.ehealth.XmlSignature;
import org.certbench.ehealth.XmlWriter;
import org.certbench.eid.CardKey;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.testing.Mutations;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.DOMException;
import org.w3c.dom.Element;

/**
 * Hundreds of broken requests, the same in every run: each has an answer, or a fault that blames the sender.
 * None makes the simulator stumble, which would be a fault of the server.
 */
class MutatedRequestsTest {

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
	@DisplayName("an order, broken after it was signed")
	void signed() throws Exception {
		var key = TestKeys.rsa("holder");
		var contract = sandbox.contract(VirtualCards.RSA_READER, sandbox.self(VirtualCards.RSA_READER));
		var order = new Order(Sandbox.CONTACT, contract, CertificateRequest.good(contract.subject(), key), List.of("tsa"));
		var signed = sandbox.client().sign(order, sandbox.signer(VirtualCards.RSA_READER, CardKey.SIGNATURE), Progress.NONE);

		Mutations.ofXml(signed.message(), 0.1, broken -> isAnswered(Service.CERTRA, broken));
	}

	@Test
	@DisplayName("an order, broken before it was signed")
	void brokenBeforeItWasSigned() throws Exception {
		var key = TestKeys.rsa("holder");
		var contract = sandbox.contract(VirtualCards.RSA_READER, sandbox.self(VirtualCards.RSA_READER));
		var order = new Order(Sandbox.CONTACT, contract, CertificateRequest.good(contract.subject(), key), List.of("tsa"));
		var signer = sandbox.signer(VirtualCards.RSA_READER, CardKey.SIGNATURE);
		var message = SoapEnvelope.unwrap(XmlReader.read(sandbox.client().sign(order, signer, Progress.NONE).message()));
		message.removeChild(message.getLastChild());

		brokenThenSigned(message, Service.CERTRA, signer);
	}

	@Test
	@DisplayName("questions of persons and of certificates, broken before they were signed")
	void questions() throws Exception {
		var signer = sandbox.signer(VirtualCards.RSA_READER, CardKey.AUTHENTICATION);
		var qualities = Wire.request(GET_ACTOR_QUALITIES);
		qualities.child(Namespaces.CERTRA, "SSIN").attribute("Type", "SSIN").text("85999900189");
		brokenThenSigned(qualities.element(), Service.CERTRA, signer);

		var registration = Wire.request(COMPLETE_ETK_REGISTRATION);
		registration.text(Namespaces.ETKRA, "ToBeRegistered",
				Base64.getEncoder().encodeToString(signer.certificate().getEncoded()));
		brokenThenSigned(registration.element(), Service.ETKRA, signer);
	}

	@Test
	@DisplayName("questions that nobody signs")
	void unsigned() throws Exception {
		var contract = Wire.request(GENERATE_CONTRACT);
		contract.child(Namespaces.CERTRA, "ContactData").text(Namespaces.CERTRA_CORE, "EmailPrivate", "jane.doe@example.org");
		Mutations.ofXml(Wire.envelope(contract.element()).getBytes(StandardCharsets.UTF_8), 0.1,
				broken -> isAnswered(Service.CERTRA, broken));

		var token = Wire.request(GET_ETK);
		token.child(Namespaces.ETKDEPOT, "SearchCriteria").child(Namespaces.ETKDEPOT, "Identifier")
				.text(Namespaces.ETKDEPOT, "Type", "SSIN");
		Mutations.ofXml(Wire.envelope(token.element()).getBytes(StandardCharsets.UTF_8), 0.05,
				broken -> isAnswered(Service.ETKDEPOT, broken));
	}

	private static void brokenThenSigned(Element message, Service service, Signer signer) {
		Mutations.ofXml(XmlWriter.write(SoapEnvelope.wrap(message)), 0.05, broken -> {
			try {
				var signed = signed(SoapEnvelope.unwrap(XmlReader.read(broken)), signer);
				if (signed.isPresent()) {
					isAnswered(service, signed.get());
				}
			} catch (XmlException notEvenXml) {
				isAnswered(service, broken);
			}
		});
	}

	/** With its signature; nothing where it is too broken for one, as without an id. */
	private static Optional<byte[]> signed(Element request, Signer signer) throws ProblemException {
		try {
			XmlSignature.sign(request, signer);
			return Optional.of(XmlWriter.write(request.getOwnerDocument()));
		} catch (DOMException | IllegalArgumentException | IllegalStateException cannotBeSigned) {
			return Optional.empty();
		}
	}

	private static void isAnswered(Service service, byte[] message) throws Exception {
		var answer = wire.post(service, message);
		var said = SoapEnvelope.unwrap(XmlReader.read(answer.body().getBytes(StandardCharsets.UTF_8)));
		var fault = SoapEnvelope.fault(said);
		assertTrue(fault.isPresent() ? answer.statusCode() == 500 : answer.statusCode() == 200, answer.body());
		fault.ifPresent(told -> assertEquals("Client", told.code(), answer.body()));
	}
}
