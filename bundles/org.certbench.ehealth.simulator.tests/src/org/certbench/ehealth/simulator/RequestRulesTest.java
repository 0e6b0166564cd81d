package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.simulator.Sandbox.AMBULANCE_SERVICE;
import static org.certbench.ehealth.simulator.Sandbox.CONTACT;
import static org.certbench.ehealth.simulator.Sandbox.assertRefused;
import static org.certbench.eid.virtual.VirtualCards.EC_READER;
import static org.certbench.eid.virtual.VirtualCards.RSA_READER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.authority.ContactData;
import org.certbench.authority.Contract;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.ForeignerOffice;
import org.certbench.authority.Order;
import org.certbench.authority.OrganisationTypes;
import org.certbench.authority.Person;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.eid.CardKey;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask for which certificate, and with what. */
class RequestRulesTest {

	private static final KeyPair KEY = TestKeys.rsa("one");
	private static final KeyPair OTHER_KEY = TestKeys.rsa("two");

	@TempDir
	Path folder;

	@AutoClose
	private Sandbox sandbox;

	@BeforeEach
	void start() throws SimulatorException {
		sandbox = new Sandbox(folder);
	}

	@Test
	void theContractNamesTheSubjectAndSaysThatItIsTheSimulators() throws Exception {
		var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
		assertEquals("CN=NIHII-AMBU_SERVICE=79699950, OU=eHealth-platform Belgium, OU=AMBULANCES DE L'EXEMPLE, "
				+ "OU=NIHII-AMBU_SERVICE=79699950, O=Federal Government, C=BE", contract.subjectText());
		assertEquals(sandbox.person(RSA_READER).ssin(), contract.signer());
		for (var language : new String[] { "fr", "nl" }) {
			assertTrue(contract.texts().get(language).startsWith("<!DOCTYPE html>"));
			assertTrue(contract.texts().get(language).contains("imulat"));
		}
	}

	@Test
	void anApplicationIdHasItsPlacesInTheSubject() throws Exception {
		var contract = sandbox.contract(RSA_READER, new Holder(AMBULANCE_SERVICE.identifier(), "APP-1"));
		assertTrue(contract.subjectText().startsWith("CN=NIHII-AMBU_SERVICE=79699950\\, APP-1, OU=eHealth-platform"));
		assertEquals(Holder.parse("NIHII-AMBU_SERVICE=79699950,APP-1"),
				HolderSubject.read(contract.subject()).orElseThrow().holder());
	}

	@Test
	void onlyManagersMayAskForAnOrganisationAndOnlyOneselfForAPerson() {
		assertRefused("NO_MANDATE", () -> sandbox.contract(EC_READER, AMBULANCE_SERVICE));
		assertRefused("NO_MANDATE", () -> sandbox.contract(RSA_READER, sandbox.self(EC_READER)));
	}

	@Test
	void identifiersAndApplicationIdsAreChecked() {
		assertRefused("IDENTIFIER_INVALID", () -> sandbox.contract(RSA_READER, Holder.parse("NIHII-AMBU_SERVICE=79699951")));
		assertRefused("IDENTIFIER_INVALID", () -> sandbox.contract(RSA_READER, Holder.parse("NIHII-UNHEARD_OF=79699950")));
		assertRefused("APPLICATION_ID_INVALID",
				() -> sandbox.contract(RSA_READER, new Holder(sandbox.self(RSA_READER).identifier(), "APP")));
	}

	@Test
	void contactDataAndBaseServicesAreChecked() throws Exception {
		var wrong = new ContactData("nobody", "", "02 555 01 01", "");
		assertRefused("CONTACT_DATA_INVALID", () -> sandbox.client(ContractOffice.class).draft(wrong,
				sandbox.person(RSA_READER), AMBULANCE_SERVICE, "", Progress.NONE));
		var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
		var order = new Order(CONTACT, contract, CertificateRequest.good(contract.subject(), KEY), List.of("coffee"));
		assertRefused("BASE_SERVICE_UNKNOWN", () -> sandbox.client().send(
				sandbox.client().sign(order, sandbox.signer(RSA_READER, CardKey.SIGNATURE), Progress.NONE), Progress.NONE));
	}

	@Test
	@DisplayName("wrong signer: another person's card under the contract")
	void wrongSigner() throws Exception {
		var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
		assertRefused("WRONG_SIGNER",
				() -> sandbox.send(EC_READER, contract, CertificateRequest.good(contract.subject(), KEY)));
	}

	@Test
	void theAuthenticationKeyCannotBindAnybody() throws Exception {
		var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
		var order = new Order(CONTACT, contract, CertificateRequest.good(contract.subject(), KEY), List.of());
		assertRefused("WRONG_KEY", () -> sandbox.client().send(
				sandbox.client().sign(order, sandbox.signer(RSA_READER, CardKey.AUTHENTICATION), Progress.NONE),
				Progress.NONE));
	}

	@Test
	void aContractThatWasChangedOrInventedIsNotAccepted() throws Exception {
		var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
		var source = new String(contract.source(), StandardCharsets.UTF_8).replace("révoquer", "oublier");
		var changed = new Contract(contract.subject(), contract.subjectText(), contract.signer(), contract.texts(),
				source.getBytes(StandardCharsets.UTF_8));
		assertRefused("CONTRACT_UNKNOWN",
				() -> sandbox.send(RSA_READER, changed, CertificateRequest.good(contract.subject(), KEY)));
	}

	@Test
	@DisplayName("wrong DN, wrong signature, wrong algorithm, small key, extensions")
	void certificateRequests() throws Exception {
		var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
		var subject = contract.subject();
		assertRefusedRequest("CSR_SUBJECT_DIFFERS", contract, CertificateRequest.good(DistinguishedName.parse(
				subject.toString().replace("EXEMPLE", "AUTRE")), KEY));
		assertRefusedRequest("CSR_SIGNATURE_INVALID", contract, CertificateRequest.signedByAnother(subject, KEY, OTHER_KEY));
		assertRefusedRequest("CSR_ALGORITHM_NOT_ACCEPTED", contract, CertificateRequest.by("SHA512withRSA", subject, KEY));
		assertRefusedRequest("CSR_EXTENSIONS_NOT_ACCEPTED", contract, CertificateRequest.withExtensions(subject, KEY));
		assertRefusedRequest("CSR_KEY_NOT_ACCEPTED", contract, CertificateRequest.good(subject, TestKeys.rsa(1024)));
		assertRefusedRequest("CSR_ALGORITHM_NOT_ACCEPTED", contract,
				CertificateRequest.by("SHA384withECDSA", subject, TestKeys.ec("holder")));
	}

	@Test
	void theSubjectMayBeInAnotherOrder() throws Exception {
		var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
		var reversed = DistinguishedName.parse(String.join(",",
				List.of(contract.subjectText().split(", ")).reversed()));
		sandbox.send(RSA_READER, contract, CertificateRequest.good(reversed, KEY));
	}

	@Test
	@DisplayName("second active certificate outside the replacement period")
	void secondActive() throws Exception {
		var first = sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY);
		var refused = assertRefused("ALREADY_ACTIVE", () -> sandbox.order(RSA_READER, AMBULANCE_SERVICE, OTHER_KEY));
		assertEquals(first.key().hex(), refused.parameters().get("PublicKeyIdentifier"));
		assertRefused("KEY_ALREADY_USED", () -> sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY));
	}

	@Test
	void aRequestUnderWayBlocksAnotherForTheSameSubject() throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
		sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY);
		assertRefused("REQUEST_IN_PROGRESS", () -> sandbox.order(RSA_READER, AMBULANCE_SERVICE, OTHER_KEY));
	}

	@Test
	void aRenewedCertificateIsNotRenewedTwice() throws Exception {
		sandbox.simulator.change(SimulatorSettings.DEFAULT.withBackdating(Backdating.ALWAYS));
		var first = sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY);
		assertFalse(first.replaces().isPresent());
		var second = sandbox.order(RSA_READER, AMBULANCE_SERVICE, OTHER_KEY);
		assertEquals(first.key().hex(), second.replacedCertificate());
		assertRefused("RENEWAL_NOT_ACTIVATED",
				() -> sandbox.order(RSA_READER, AMBULANCE_SERVICE, TestKeys.rsa("three")));
	}

	@Test
	@DisplayName("M05: at most ten for an organisation, told apart by their application ids")
	void tenForAnOrganisation() throws Exception {
		var organisation = AMBULANCE_SERVICE.identifier();
		for (int i = 0; i < 10; i++) {
			sandbox.order(RSA_READER, new Holder(organisation, "APP-" + i), TestKeys.rsa("application " + i));
		}
		var refused = assertRefused("LIMIT_REACHED", () -> sandbox.order(RSA_READER, AMBULANCE_SERVICE, KEY));
		assertEquals("limit-reached", refused.problem());
	}

	@Test
	@DisplayName("M05: one for a person, whatever the spelling of the name")
	void oneForAPerson() throws Exception {
		var person = sandbox.person(EC_READER);
		var renamed = new Person(person.ssin(), List.of("Johnny"), person.name());
		var contract = sandbox.client(ContractOffice.class).draft(CONTACT, renamed, sandbox.self(EC_READER), "",
				Progress.NONE);
		sandbox.order(EC_READER, sandbox.self(EC_READER), KEY);
		assertRefused("LIMIT_REACHED",
				() -> sandbox.send(EC_READER, contract, CertificateRequest.good(contract.subject(), OTHER_KEY)));
	}

	@Test
	void aHolderWithACertificateKeepsItsSubject() throws Exception {
		var first = sandbox.contract(EC_READER, sandbox.self(EC_READER));
		sandbox.send(EC_READER, first, CertificateRequest.good(first.subject(), KEY));
		var person = sandbox.person(EC_READER);
		var renamed = new Person(person.ssin(), List.of("Johnny"), person.name());
		assertEquals(first.subjectText(), sandbox.client(ContractOffice.class)
				.draft(CONTACT, renamed, sandbox.self(EC_READER), "", Progress.NONE).subjectText());
	}

	@Test
	@DisplayName("a foreigner's request waits for its validation")
	void foreigner() throws Exception {
		var foreigner = new Person(Identifier.ssin("87999900332"), List.of("Jo"), "Doe");
		var subject = new HolderSubject(Holder.of(foreigner.ssin()), "Jo Doe").toDistinguishedName();
		var validation = sandbox.client(ForeignerOffice.class).submit(foreigner, CONTACT,
				CertificateRequest.good(subject, KEY), Progress.NONE);
		assertTrue(validation.expires().isAfter(sandbox.clock.instant()));
		assertEquals(200, new Wire(sandbox.simulator).get(validation.page().getPath() + "?" + validation.page().getQuery())
				.statusCode());
		var key = KeyIdentifier.of(KEY.getPublic());
		assertThrows(NotYetIssued.class, () -> sandbox.client().collect(key, Progress.NONE));
		sandbox.simulator.accept(key);
		sandbox.client().collect(key, Progress.NONE);
	}

	@Test
	void theOrganisationTypesAreOffered() throws Exception {
		var ambulance = sandbox.client(OrganisationTypes.class).types(Progress.NONE).stream()
				.filter(type -> type.code().equals("NIHII-AMBU_SERVICE")).findFirst().orElseThrow();
		assertEquals("Ambulancedienst", ambulance.names().get("nl"));
		assertTrue("79699950".matches(ambulance.form()));
	}

	private void assertRefusedRequest(String code, Contract contract, byte[] request) {
		assertRefused(code, () -> sandbox.send(RSA_READER, contract, request));
	}
}
