package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.authority.CertificateRecord;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.ForeignerOffice;
import org.certbench.authority.OrganisationTypes;
import org.certbench.authority.RevocationOffice;
import org.certbench.authority.SignedOrder;
import org.certbench.authority.TokenDepot;
import org.certbench.authority.TokenOffice;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.EhealthException.DamagedOrder;
import org.certbench.ehealth.EhealthException.NotForEnvironment;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.Service;
import org.certbench.ehealth.SignerPki;
import org.certbench.ehealth.XmlBuilder;
import org.certbench.ehealth.XmlSignature;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The environments of eHealth")
class EnvironmentsTest {

	private static final SignerPki INVENTED = new SignerPki("secp256r1", "CN=Certbench Test Root CA - not a real card");

	@Test
	@DisplayName("the simulator is offered only where there is one (W09)")
	void offered() throws Exception {
		assertEquals(List.of(Environment.ACCEPTANCE, Environment.PRODUCTION), withoutSimulator().environments());
		assertThrows(Unreachable.class, () -> withoutSimulator().connect(Environment.SIMULATOR, null));
		try (var service = new ScriptedService()) {
			assertEquals(List.of(Environment.values()), service.authority().environments());
			assertEquals(Environment.SIMULATOR,
					service.authority().connect(Environment.SIMULATOR, null).environment());
		}
	}

	@Test
	@DisplayName("acceptance and production have eHealth's addresses, over TLS")
	void addresses() throws Exception {
		assertEquals(URI.create("https://services.ehealth.fgov.be/CertRa/v2"), Endpoint.production().of(Service.CERTRA));
		assertEquals(URI.create("https://services-acpt.ehealth.fgov.be/EtkRa/v2"), Endpoint.acceptance().of(Service.ETKRA));
		assertEquals(URI.create("https://services-acpt.ehealth.fgov.be/EtkDepot/v1"),
				Endpoint.acceptance().of(Service.ETKDEPOT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:8123", "http://localhost:8123/", "http://[::1]:8123", "https://127.8.9.10" })
	@DisplayName("a simulator on this machine is accepted")
	void loopback(String address) throws Exception {
		assertEquals("/CertRa/v2", Endpoint.simulator(() -> URI.create(address)).of(Service.CERTRA).getPath());
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://192.0.2.1:8123", "https://services.ehealth.fgov.be", "http://localhost.example.org",
			"http://127.0.0.1.example.org", "ftp://127.0.0.1", "file:///tmp", "no address at all", "127.0.0.1:8123" })
	@DisplayName("a simulator elsewhere is refused, and so is what is no address")
	void notLoopback(String address) {
		assertThrows(Unreachable.class, () -> Endpoint.simulator(() -> URI.create(address)).of(Service.CERTRA));
	}

	@ParameterizedTest
	@EnumSource(names = { "ACCEPTANCE", "PRODUCTION" })
	@DisplayName("keys under an invented root are refused outside the simulator, whatever they say, before they sign")
	void inventedRoots(Environment environment) throws Exception {
		var connection = withoutSimulator().connect(environment, null);
		var leafOnly = neverAsked(INVENTED.signer().chain().subList(0, 2));
		assertThrows(NotForEnvironment.class, () -> connection.lookUp(neverAsked(INVENTED.signer().chain()), Progress.NONE));
		assertThrows(NotForEnvironment.class, () -> connection.lookUpFor(leafOnly, Progress.NONE));
		assertThrows(NotForEnvironment.class, () -> connection.applicants(Samples.SSIN, leafOnly, Progress.NONE));
	}

	@Test
	@DisplayName("a key that says it is not for this environment is refused before it signs")
	void notUsable() throws Exception {
		var virtual = neverAsked(SignerPki.RSA.signer().chain());
		try (var service = new ScriptedService()) {
			var connection = service.authority().connect(Environment.SIMULATOR, null);
			assertThrows(NotForEnvironment.class, () -> connection.lookUp(virtual, Progress.NONE));
			assertEquals(0, service.received().size());
		}
	}

	@Test
	@DisplayName("an order that was signed in the simulator is not sent elsewhere")
	void simulatedOrder() throws Exception {
		var request = XmlBuilder.message(Namespaces.CERTRA, "GenerateCertificateRequest", ScriptedService.NOW);
		XmlSignature.sign(request.element(), INVENTED.signer());
		var order = new SignedOrder(new KeyIdentifier("00".repeat(20)), Channel.envelope(request.element()));
		var production = withoutSimulator().connect(Environment.PRODUCTION, null);
		assertThrows(DamagedOrder.class, () -> production.send(order, Progress.NONE));
	}

	@Test
	@DisplayName("keys under an invented root are welcome in the simulator")
	void inventedInSimulator() throws Exception {
		try (var service = new ScriptedService()) {
			service.thenSuccess("GetCertificateInfoForCitizenResponse", CERTRA, "");
			assertEquals(List.<CertificateRecord>of(), service.connection().lookUpFor(INVENTED.signer(), Progress.NONE));
		}
	}

	@Test
	@DisplayName("M01: a certificate tells whether the simulator can have issued it, or one of the real environments")
	void issuedHere() throws Exception {
		var invented = INVENTED.signer().chain();
		var real = SignerPki.RSA.signer().chain();
		var production = withoutSimulator().connect(Environment.PRODUCTION, null);
		assertTrue(production.mayHaveIssued(real));
		assertFalse(production.mayHaveIssued(invented));
		try (var service = new ScriptedService()) {
			assertTrue(service.connection().mayHaveIssued(invented));
			assertFalse(service.connection().mayHaveIssued(real));
		}
	}

	@Test
	@DisplayName("every capability of eHealth can be asked for, and no other")
	void capabilities() throws Exception {
		var connection = withoutSimulator().connect(Environment.ACCEPTANCE, null);
		for (var capability : List.of(ContractOffice.class, TokenOffice.class, TokenDepot.class, RevocationOffice.class,
				ForeignerOffice.class, OrganisationTypes.class)) {
			assertTrue(connection.capability(capability).isPresent(), capability.getName());
		}
		assertEquals(Optional.empty(), connection.capability(Runnable.class));
	}

	private static EhealthAuthority withoutSimulator() {
		return new EhealthAuthority(Optional::empty, InstantSource.system(), new HttpTransport(ScriptedService.LIMITS));
	}

	/** Claims to be usable everywhere but in the simulator, and fails the test when it is asked to sign. */
	private static Signer neverAsked(List<X509Certificate> chain) {
		return new Signer() {
			@Override
			public List<X509Certificate> chain() {
				return chain;
			}

			@Override
			public boolean usableIn(Environment environment) {
				return environment != Environment.SIMULATOR;
			}

			@Override
			public byte[] sign(byte[] data) {
				throw new AssertionError("nothing may be signed");
			}
		};
	}
}
