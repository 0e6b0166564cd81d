package org.certbench.ehealth.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.AuthorityException;
import org.certbench.authority.Contract;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.ForeignerOffice;
import org.certbench.authority.Order;
import org.certbench.authority.OrganisationTypes;
import org.certbench.authority.RevocationOffice;
import org.certbench.authority.RevocationOffice.Reason;
import org.certbench.authority.SignedOrder;
import org.certbench.authority.TokenDepot;
import org.certbench.authority.TokenOffice;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.Operation;
import org.certbench.ehealth.SignerPki;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call meets every fault: each has its type, its page and its words, and may be made again. */
@DisplayName("What goes wrong outside, at each call")
@Timeout(60)
class FaultsTest {

	/** Makes one call. */
	@FunctionalInterface
	private interface Call {
		void make(AuthorityConnection connection) throws ProblemException;
	}

	private static final KeyPair KEYS = SignerPki.keys("RSA");
	private static final KeyIdentifier KEY = KeyIdentifier.of(KEYS.getPublic());
	private static final Signer CARD = SignerPki.P384.signer();
	private static final String SUBJECT = "CN=SSIN=85999900189,OU=eHealth-platform Belgium,OU=DOE,OU=SSIN=85999900189,"
			+ "O=Federal Government,C=BE";
	private static final String CONTRACT = """
			<p:Contract><core:DN>%s</core:DN><core:Signer><commons:Id Type="SSIN">85999900189</commons:Id>\
			<commons:Name>DOE</commons:Name></core:Signer><core:Text><core:Value xml:lang="fr">&lt;p&gt;</core:Value>\
			</core:Text></p:Contract>""".formatted(SUBJECT);
	private static final String ORGANISATION = """
			<p:NaturalPersonAuthorization>true</p:NaturalPersonAuthorization><p:OrganizationAuthorization><core:Name>\
			<core:Value xml:lang="fr">AMBULANCES DOE</core:Value></core:Name>\
			<core:Identifier Type="NIHII-AMBU_SERVICE">79690052</core:Identifier></p:OrganizationAuthorization>""";

	private static final Map<Operation, Call> CALLS = new EnumMap<>(Operation.class);
	private static Contract contract;
	private static SignedOrder order;
	@AutoClose
	private static TlsServers tls;

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final CountDownLatch ended = new CountDownLatch(1);
	@AutoClose
	final ScriptedService service = new ScriptedService();

	@BeforeAll
	static void prepare() throws Exception {
		tls = new TlsServers();
		try (var service = new ScriptedService()) {
			service.thenSuccess("GenerateContractResponse", Namespaces.CERTRA, CONTRACT);
			contract = service.connection().capability(ContractOffice.class).orElseThrow().draft(Samples.SHORT_CONTACT,
					Samples.JANE, Holder.of(Samples.SSIN), "JANE DOE", Progress.NONE);
			var request = Samples.request(KEYS, SUBJECT);
			order = service.connection().sign(new Order(Samples.SHORT_CONTACT, contract, request, List.of()), CARD,
					Progress.NONE);
			tellCalls(request);
		}
	}

	private static void tellCalls(byte[] request) {
		CALLS.put(Operation.GET_ACTOR_QUALITIES, to -> to.applicants(Samples.SSIN, CARD, Progress.NONE));
		CALLS.put(Operation.GET_EXISTING_APPLICATION_IDS, to -> to.applicants(Samples.SSIN, CARD, Progress.NONE));
		CALLS.put(Operation.GET_GENERIC_ORGANIZATION_TYPES, to -> office(OrganisationTypes.class, to).types(Progress.NONE));
		CALLS.put(Operation.GENERATE_CONTRACT, to -> office(ContractOffice.class, to).draft(Samples.SHORT_CONTACT,
				Samples.JANE, Holder.of(Samples.SSIN), "JANE DOE", Progress.NONE));
		CALLS.put(Operation.GENERATE_CERTIFICATE, to -> to.send(order, Progress.NONE));
		CALLS.put(Operation.GET_CERTIFICATE, to -> to.collect(KEY, Progress.NONE));
		CALLS.put(Operation.GET_CERTIFICATE_INFO_FOR_CITIZEN, to -> to.lookUpFor(CARD, Progress.NONE));
		CALLS.put(Operation.GET_CERTIFICATE_INFO_FOR_AUTHENTICATION_CERTIFICATE, to -> to.lookUp(CARD, Progress.NONE));
		CALLS.put(Operation.GENERATE_REVOCATION_CONTRACT, to -> office(RevocationOffice.class, to).draft(KEY, Samples.JANE,
				Reason.SUPERSEDED, Progress.NONE));
		CALLS.put(Operation.REVOKE, to -> office(RevocationOffice.class, to).revoke(KEY, contract, CARD, Progress.NONE));
		CALLS.put(Operation.SUBMIT_CSR_FOR_FOREIGNER, to -> office(ForeignerOffice.class, to).submit(Samples.JANE,
				Samples.SHORT_CONTACT, request, Progress.NONE));
		CALLS.put(Operation.START_ETK_REGISTRATION, to -> office(TokenOffice.class, to).start(KEYS.getPublic(),
				bytes -> bytes, CARD, Progress.NONE));
		CALLS.put(Operation.COMPLETE_ETK_REGISTRATION,
				to -> office(TokenOffice.class, to).complete(CARD.certificate(), CARD, Progress.NONE));
		CALLS.put(Operation.ACTIVATE_ETK, to -> office(TokenOffice.class, to).activate(CARD, Progress.NONE));
		CALLS.put(Operation.GET_ETK, to -> office(TokenDepot.class, to).find(Samples.AMBULANCE, Progress.NONE));
	}

	private static <O> O office(Class<O> type, AuthorityConnection connection) {
		return connection.capability(type).orElseThrow();
	}

	@AfterEach
	void stop() {
		ended.countDown();
	}

	static Stream<Arguments> everyCallAndFault() {
		return Arrays.stream(Operation.values())
				.flatMap(call -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(call, fault)));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("everyCallAndFault")
	@DisplayName("is told by its type, its page and its words, and the call may be made again")
	void told(Operation call, Fault fault) throws Exception {
		var failed = failure(call, fault, false);

		assertEquals(fault.problem, failed.problem());
		assertFalse(failed.remedy().isBlank());
		int received = service.received().size();
		assertThrows(AuthorityException.class, () -> make(call, service.connection()));
		assertTrue(service.received().size() > received, "the next attempt reaches the service");
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource
	@DisplayName("is told in French as well")
	void toldInFrench(Fault fault) throws Exception {
		Locale.setDefault(Locale.FRENCH);
		failure(Operation.GET_CERTIFICATE, fault, true);
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource
	@DisplayName("M12: an order is sent again byte for byte as it was signed, whatever went wrong before")
	void sameOrderAgain(Fault fault) throws Exception {
		failure(Operation.GENERATE_CERTIFICATE, fault, false);
		service.thenSuccess("GenerateCertificateResponse", Namespaces.CERTRA, "<p:PublicKeyIdentifier>" + KEY.hex()
				+ "</p:PublicKeyIdentifier><p:AutomaticallyValidated>true</p:AutomaticallyValidated>");

		assertEquals(KEY, service.connection().send(order, Progress.NONE).key());
		assertArrayEquals(order.message(), service.last().envelope());
		assertEquals(fault.reachesTheService() ? 2 : 1, service.received().size());
	}

	/** Makes a call that fails, and looks at the words. */
	private AuthorityException failure(Operation call, Fault fault, boolean inFrench) throws Exception {
		var transport = new HttpTransport(fault.limits(), tls::trust);
		var endpoint = fault.endpoint(service, tls);
		var connection = ScriptedService.connection(endpoint, transport, InstantSource.fixed(fault.clock()));
		// asked for at once: where nothing else is reached, the calls before are not either
		if (fault.reachesTheService()) {
			prelude(call);
			service.then(fault.script(answerToAnother(call), ended));
		}
		var failed = assertThrows(fault.type, () -> CALLS.get(call).make(connection));
		var told = firstOf(call, fault);
		var address = URI.create(endpoint.address() + told.service().path());
		assertTrue(fault.isTold(failed.getMessage(), address, inFrench), failed.getMessage());
		return failed;
	}

	/** Which call meets the fault: the one before, where nothing is reached at all. */
	private static Operation firstOf(Operation call, Fault fault) {
		return call == Operation.GET_EXISTING_APPLICATION_IDS && !fault.reachesTheService() ? Operation.GET_ACTOR_QUALITIES
				: call;
	}

	private void make(Operation call, AuthorityConnection connection) throws ProblemException {
		prelude(call);
		CALLS.get(call).make(connection);
	}

	/** The application ids are asked for after the organisations, in one call of the client. */
	private void prelude(Operation call) {
		if (call == Operation.GET_EXISTING_APPLICATION_IDS) {
			service.thenSuccess("GetActorQualitiesResponse", Namespaces.CERTRA, ORGANISATION);
		}
	}

	private static String answerToAnother(Operation call) {
		return ScriptedService.envelope(call == Operation.GET_ETK ? """
				<e:GetEtkResponse xmlns:e="%s" xmlns:old="%s"><old:Status><Code>200</Code></old:Status>\
				<e:GivenSearchCriteria><e:Identifier><e:Type>NIHII-AMBU_SERVICE</e:Type><e:Value>79690151</e:Value>\
				</e:Identifier></e:GivenSearchCriteria><e:ETK>AQID</e:ETK></e:GetEtkResponse>""".formatted(
				Namespaces.ETKDEPOT, Namespaces.COMMONS_V1)
				: ScriptedService.response(call.responseName(), call.service().namespace(), "_another",
						"<commons:StatusCode Value=\"urn:be:fgov:ehealth:2.0:status:Success\"/>", ""));
	}
}
