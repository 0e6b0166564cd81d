package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.Contract;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.Order;
import org.certbench.authority.SignedOrder;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.ehealth.EhealthException.BrokenSignature;
import org.certbench.ehealth.EhealthException.DamagedOrder;
import org.certbench.ehealth.SignerPki;
import org.certbench.ehealth.XmlSecurityTool;
import org.certbench.ehealth.XmlSignature;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Ordering and collecting a certificate")
class OrderMessagesTest {

	private static final KeyPair KEYS = SignerPki.keys("RSA");
	private static final KeyIdentifier KEY = KeyIdentifier.of(KEYS.getPublic());
	private static final String SUBJECT = "CN=SSIN=85999900189, OU=eHealth-platform Belgium, OU=DOE, OU=SSIN=85999900189, "
			+ "O=Federal Government, C=BE";
	/** With everything that is easily lost on the way. */
	private static final String CONTRACT = """
			<p:Contract xmlns:x="urn:unused">
			  <core:DN>%s</core:DN><core:Signer><commons:Id Type="SSIN">85999900189</commons:Id>\
			<commons:FirstName>JANE</commons:FirstName><commons:Name>DOE</commons:Name></core:Signer>
			  <core:Text><core:Value xml:lang="fr"><![CDATA[<!DOCTYPE html><p>Contrat &amp; « é » 😀</p>]]>\r
			&#13;\t fin </core:Value><core:Value xml:lang="nl">&lt;p&gt;Contract&lt;/p&gt;</core:Value></core:Text>
			</p:Contract>""".formatted(SUBJECT);
	private static final String FRENCH = "<!DOCTYPE html><p>Contrat &amp; « é » 😀</p>\n\r\t fin ";

	@TempDir
	Path folder;

	@AutoClose
	final ScriptedService service = new ScriptedService();

	@Test
	@DisplayName("GenerateContract names the contact, who signs and for whom, and gives a contract to show")
	void generateContract() throws Exception {
		service.thenSuccess("GenerateContractResponse", CERTRA, CONTRACT);
		var contract = office().draft(Samples.FULL_CONTACT, Samples.JANE,
				new Holder(Samples.AMBULANCE.identifier(), "APP_1"), "AMBULANCES DOE", Progress.NONE);

		assertEquals("certra:GenerateContractRequest[Id=*, IssueInstant=*]{certra:ContactData{"
				+ "certracore:EmailPrivate=jane.doe@example.org certracore:EmailGeneral=info@example.org "
				+ "certracore:PhonePrivate=02 555 01 01 certracore:PhoneGeneral=+32 2 555 01 02} "
				+ "certra:Signer{commons:Id[Type=SSIN]=85999900189 commons:FirstName=JANE commons:FirstName=MARY "
				+ "commons:Name=DOE} certra:CertificateIdentifier{certracore:Actor{"
				+ "commons:Id[Type=NIHII-AMBU_SERVICE]=79690052 commons:Name=AMBULANCES DOE} "
				+ "certracore:ApplicationId=APP_1}}", service.last().outline());
		assertEquals("/CertRa/v2", service.last().path());
		assertEquals("\"urn:be:fgov:ehealth:certra:protocol:v2:generateContract\"", service.last().soapAction());
		assertEquals("text/xml; charset=UTF-8", service.last().contentType());

		assertEquals(SUBJECT, contract.subjectText());
		assertEquals(DistinguishedName.parse(SUBJECT), contract.subject());
		assertEquals(Samples.SSIN, contract.signer());
		assertEquals(FRENCH, contract.text("fr"));
		assertEquals("<p>Contract</p>", contract.text("nl"));
	}

	@Test
	@DisplayName("a person who orders for itself is written with its first names, and without what it left empty")
	void forOneself() throws Exception {
		service.thenSuccess("GenerateContractResponse", CERTRA, CONTRACT);
		office().draft(Samples.SHORT_CONTACT, Samples.JANE, Holder.of(Samples.SSIN), "JANE DOE", Progress.NONE);

		assertEquals("certra:GenerateContractRequest[Id=*, IssueInstant=*]{certra:ContactData{"
				+ "certracore:EmailPrivate=jane.doe@example.org certracore:PhonePrivate=02 555 01 01} "
				+ "certra:Signer{commons:Id[Type=SSIN]=85999900189 commons:FirstName=JANE commons:FirstName=MARY "
				+ "commons:Name=DOE} certra:CertificateIdentifier{certracore:Actor{"
				+ "commons:Id[Type=SSIN]=85999900189 commons:FirstName=JANE commons:FirstName=MARY commons:Name=DOE}}}",
				service.last().outline());
	}

	@Test
	@DisplayName("GenerateCertificate sends request and contract back unchanged, signed; the kept bytes are what is sent (M12)")
	void generateCertificate() throws Exception {
		var order = signedOrder();
		assertEquals(1, service.received().size(), "signing sends nothing");

		service.thenSuccess("GenerateCertificateResponse", CERTRA, receipt(KEY, "<p:ReplacesCertificate>0123</p:ReplacesCertificate>"));
		var receipt = service.connection().send(order, Progress.NONE);

		assertEquals(KEY, receipt.key());
		assertFalse(receipt.automaticallyValidated());
		assertEquals(Optional.of("0123"), receipt.replaces());
		assertArrayEquals(order.message(), service.last().envelope());
		assertEquals("\"urn:be:fgov:ehealth:etee:certra:protocol:v2:generatecertificate\"", service.last().soapAction());
		var request = service.last().message();
		assertEquals(SignerPki.P384.signer().certificate(), XmlSignature.verify(request).signer());
		var outline = service.last().outline();
		assertTrue(outline.startsWith("certra:GenerateCertificateRequest[Id=*, IssueInstant=*]{certra:EHealthCSR{"
				+ "certracore:ContactData{certracore:EmailPrivate=jane.doe@example.org certracore:PhonePrivate=02 555 01 01} "
				+ "certracore:CSR="), outline);
		assertTrue(outline.endsWith(" certracore:Contract{certracore:DN=" + SUBJECT + " certracore:Signer{"
				+ "commons:Id[Type=SSIN]=85999900189 commons:FirstName=JANE commons:Name=DOE} certracore:Text{"
				+ "certracore:Value[xml:lang=fr]=" + FRENCH + " certracore:Value[xml:lang=nl]=<p>Contract</p>}} "
				+ "certracore:BaseServiceUsage=tsa certracore:BaseServiceUsage=codage} ds:Signature}"), outline);
	}

	@Test
	@DisplayName("GenerateCertificate verifies with xmlsec1")
	void verifiesElsewhere() throws Exception {
		var file = Files.write(folder.resolve("order.xml"), signedOrder().message());
		var verdict = XmlSecurityTool.verify(folder, file, CERTRA + ":GenerateCertificateRequest", SignerPki.P384.root());
		assertTrue(verdict.accepted(), verdict.output());
	}

	@Test
	@DisplayName("an order that was damaged on disk is not sent")
	void damagedOrder() throws Exception {
		var order = signedOrder();
		var text = new String(order.message(), StandardCharsets.UTF_8).replace("jane.doe@", "joan.doe@");
		var damaged = new SignedOrder(order.key(), text.getBytes(StandardCharsets.UTF_8));
		var cut = new SignedOrder(order.key(), Arrays.copyOf(order.message(), 500));

		assertThrows(DamagedOrder.class, () -> service.connection().send(damaged, Progress.NONE));
		assertThrows(DamagedOrder.class, () -> service.connection().send(cut, Progress.NONE));
		assertEquals(1, service.received().size());
	}

	@Test
	@DisplayName("a card that signs wrong is found before anything is sent")
	void brokenCard() throws Exception {
		var contract = contract();
		var broken = SignerPki.signer(SignerPki.keys("secp384r1").getPrivate(), SignerPki.P384.signer().chain());
		assertThrows(BrokenSignature.class,
				() -> service.connection().sign(order(contract), broken, Progress.NONE));
	}

	@Test
	@DisplayName("a receipt for another key is not accepted")
	void otherReceipt() throws Exception {
		var order = signedOrder();
		service.thenSuccess("GenerateCertificateResponse", CERTRA, receipt(new KeyIdentifier("AB".repeat(20)), ""));
		assertThrows(BadAnswer.class, () -> service.connection().send(order, Progress.NONE));
	}

	@Test
	@DisplayName("GetCertificate gives leaf and intermediates in order, whatever the answer's order, without the root")
	void getCertificate() throws Exception {
		var pki = SignerPki.P384;
		var leaf = pki.leaf().certificate();
		service.thenSuccess("GetCertificateResponse", CERTRA, certificate(pki.root()) + certificate(pki.issuing())
				+ certificate(SignerPki.RSA.issuing()) + certificate(leaf));
		var key = KeyIdentifier.of(leaf.getPublicKey());

		assertEquals(List.of(leaf, pki.issuing()), service.connection().collect(key, Progress.NONE));
		assertEquals("certra:GetCertificateRequest[Id=*, IssueInstant=*]{certra:PublicKeyIdentifier=" + key + "}",
				service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:etee:certra:protocol:v2:getcertificate\"", service.last().soapAction());
	}

	@Test
	@DisplayName("a certificate for another key is not accepted")
	void otherCertificate() {
		service.thenSuccess("GetCertificateResponse", CERTRA, certificate(SignerPki.P384.leaf().certificate()));
		assertThrows(BadAnswer.class, () -> service.connection().collect(KEY, Progress.NONE));
		service.thenSuccess("GetCertificateResponse", CERTRA, "<p:X509Certificate>AAAA</p:X509Certificate>");
		assertThrows(BadAnswer.class, () -> service.connection().collect(KEY, Progress.NONE));
		service.thenSuccess("GetCertificateResponse", CERTRA, "<p:X509Certificate>%%%</p:X509Certificate>");
		assertThrows(BadAnswer.class, () -> service.connection().collect(KEY, Progress.NONE));
	}

	@Test
	@DisplayName("a certificate that none of those beside it issued is not accepted")
	void brokenChain() {
		var leaf = SignerPki.P384.leaf().certificate();
		service.thenSuccess("GetCertificateResponse", CERTRA, certificate(leaf) + certificate(SignerPki.RSA.issuing()));
		assertThrows(BadAnswer.class,
				() -> service.connection().collect(KeyIdentifier.of(leaf.getPublicKey()), Progress.NONE));
	}

	private ContractOffice office() {
		return service.connection().capability(ContractOffice.class).orElseThrow();
	}

	private Contract contract() throws Exception {
		service.thenSuccess("GenerateContractResponse", CERTRA, CONTRACT);
		return office().draft(Samples.SHORT_CONTACT, Samples.JANE, Holder.of(Samples.SSIN), "JANE DOE", Progress.NONE);
	}

	private static Order order(Contract contract) {
		return new Order(Samples.SHORT_CONTACT, contract, Samples.request(KEYS, SUBJECT), List.of("tsa", "codage"));
	}

	private SignedOrder signedOrder() throws Exception {
		var order = service.connection().sign(order(contract()), SignerPki.P384.signer(), Progress.NONE);
		assertEquals(KEY, order.key());
		return order;
	}

	private static String receipt(KeyIdentifier key, String rest) {
		return "<p:PublicKeyIdentifier>" + key.hex().toLowerCase() + "</p:PublicKeyIdentifier>"
				+ "<p:AutomaticallyValidated>false</p:AutomaticallyValidated>" + rest;
	}

	private static String certificate(X509Certificate certificate) {
		return "<p:X509Certificate>" + Samples.base64(certificate) + "</p:X509Certificate>";
	}
}
