package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.certbench.authority.Applicant;
import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.CertificateRecord.Status;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.authority.ForeignerOffice;
import org.certbench.authority.OrganisationTypes;
import org.certbench.authority.RevocationOffice;
import org.certbench.authority.RevocationOffice.Reason;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.SignerPki;
import org.certbench.ehealth.XmlSecurityTool;
import org.certbench.ehealth.XmlSignature;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The other messages of CertRA")
class CertraMessagesTest {

	private static final KeyIdentifier KEY = KeyIdentifier.of(SignerPki.P256.leaf().certificate().getPublicKey());
	private static final String SIGNED_ONLY = "{ds:Signature}";
	private static final String BASE = "[Id=*, IssueInstant=*]";

	@TempDir
	Path folder;

	private final Signer card = SignerPki.P256.signer();
	@AutoClose
	final ScriptedService service = new ScriptedService();

	@Test
	@DisplayName("GetActorQualities, signed with the card, and GetExistingApplicationIds for each organisation (M05)")
	void applicants() throws Exception {
		service.thenSuccess("GetActorQualitiesResponse", CERTRA, """
				<p:NaturalPersonAuthorization>true</p:NaturalPersonAuthorization>
				<p:OrganizationAuthorization><core:Name><core:Value xml:lang="fr">Ambulances Doe</core:Value>\
				<core:Value xml:lang="nl">Ziekenwagens Doe</core:Value></core:Name>\
				<core:Identifier Type="NIHII-AMBU_SERVICE">79690052</core:Identifier></p:OrganizationAuthorization>
				<p:OrganizationAuthorization><core:Name><core:Value xml:lang="nl">Iets nieuws</core:Value></core:Name>\
				<core:Identifier Type="NEVER-HEARD-OF">1</core:Identifier></p:OrganizationAuthorization>""");
		service.then((exchange, request) -> ScriptedService.respond(exchange, 200, "text/xml", ScriptedService.envelope("""
				<p:GetExistingApplicationIdsResponse xmlns:p="%s" Id="_1" IssueInstant="2026-11-23T08:00:00Z">\
				<p:ApplicationId xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>\
				<p:ApplicationId>APP_1</p:ApplicationId></p:GetExistingApplicationIdsResponse>""".formatted(CERTRA))));
		service.thenSoap("<p:GetExistingApplicationIdsResponse xmlns:p=\"" + CERTRA + "\"/>");

		var applicants = service.connection().applicants(Samples.SSIN, card, Progress.NONE);

		assertEquals(List.of(new Applicant(Holder.of(Samples.SSIN), "JANE DOE", List.of()),
				new Applicant(Samples.AMBULANCE, "Ambulances Doe", List.of("", "APP_1")),
				new Applicant(Holder.of(new Identifier("NEVER-HEARD-OF", "1")), "Iets nieuws", List.of())), applicants);
		var sent = service.received();
		assertEquals("certra:GetActorQualitiesRequest" + BASE + "{certra:SSIN[Type=SSIN]=85999900189 ds:Signature}",
				sent.get(0).outline());
		assertEquals("\"urn:be:fgov:ehealth:certra:protocol:v2:getActorQualities\"", sent.get(0).soapAction());
		assertSigned(sent.get(0), card);
		assertEquals("certra:GetExistingApplicationIdsRequest" + BASE
				+ "{certra:OrganizationIdentifier[Type=NIHII-AMBU_SERVICE]=79690052}", sent.get(1).outline());
		assertEquals("\"urn:be:fgov:ehealth:etee:certra:protocol:v2:getexistingapplicationids\"", sent.get(1).soapAction());
		assertEquals("certra:GetExistingApplicationIdsRequest" + BASE + "{certra:OrganizationIdentifier[Type=NEVER-HEARD-OF]=1}",
				sent.get(2).outline());
	}

	@Test
	@DisplayName("GetActorQualities of who may do nothing")
	void noApplicants() throws Exception {
		service.thenSuccess("GetActorQualitiesResponse", CERTRA,
				"<p:NaturalPersonAuthorization>0</p:NaturalPersonAuthorization>");
		assertEquals(List.of(), service.connection().applicants(Samples.SSIN, card, Progress.NONE));
	}

	@Test
	@DisplayName("GetExistingApplicationIds that says no is not taken for an empty list")
	void applicationIdsRefused() {
		service.thenSuccess("GetActorQualitiesResponse", CERTRA, """
				<p:NaturalPersonAuthorization>false</p:NaturalPersonAuthorization><p:OrganizationAuthorization>\
				<core:Name><core:Value xml:lang="fr">Ambulances Doe</core:Value></core:Name>\
				<core:Identifier Type="NIHII-AMBU_SERVICE">79690052</core:Identifier></p:OrganizationAuthorization>""");
		service.thenStatus("GetExistingApplicationIdsResponse", CERTRA, "<commons:StatusCode Value=\"urn:no\"/>", "");
		assertThrows(Refused.class, () -> service.connection().applicants(Samples.SSIN, card, Progress.NONE));
	}

	@Test
	@DisplayName("GetGenericOrganizationTypes")
	void organisationTypes() throws Exception {
		service.thenSuccess("GetGenericOrganizationTypesResponse", CERTRA, """
				<p:OrganizationType><core:Name><core:Value xml:lang="fr">Hôpital</core:Value>\
				<core:Value xml:lang="nl">Ziekenhuis</core:Value></core:Name>\
				<core:IdentifierType>urn:be:fgov:ehealth:1.0:identifier-type:NIHII-HOSPITAL</core:IdentifierType>\
				<core:ValidationRegEx>[0-9]{8}</core:ValidationRegEx>\
				<core:CheckDigitAlgorithm>CHECK-97-MOD-97</core:CheckDigitAlgorithm>\
				<core:AvailableBaseService>tsa</core:AvailableBaseService>\
				<core:AvailableBaseService>codage</core:AvailableBaseService></p:OrganizationType>
				<p:OrganizationType><core:Name><core:Value xml:lang="fr">Site</core:Value></core:Name>\
				<core:IdentifierType>SITE</core:IdentifierType></p:OrganizationType>""");

		var types = service.connection().capability(OrganisationTypes.class).orElseThrow().types(Progress.NONE);

		assertEquals(2, types.size());
		assertEquals("NIHII-HOSPITAL", types.getFirst().code());
		assertEquals(Map.of("fr", "Hôpital", "nl", "Ziekenhuis"), types.getFirst().names());
		assertEquals("[0-9]{8}", types.getFirst().form());
		assertEquals(List.of("CHECK-97-MOD-97"), types.getFirst().checkDigitAlgorithms());
		assertEquals(List.of("tsa", "codage"), types.getFirst().baseServices());
		assertEquals("", types.get(1).form());
		assertEquals("certra:GetGenericOrganizationTypesRequest" + BASE, service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:certra:protocol:v2:getGenericOrganizationTypes\"", service.last().soapAction());
	}

	@Test
	@DisplayName("GetCertificateInfoForAuthenticationCertificate, signed with the certificate it is about")
	void lookUp() throws Exception {
		service.thenSuccess("GetCertificateInfoForAuthenticationCertificateResponse", CERTRA, information("VALID_ACTIVE",
				"WAIT_FOR_ACTIVATION", """
						<core:AuthenticationCertificateDetails><core:SerialNumber>1</core:SerialNumber><core:DN>CN=x</core:DN>\
						<core:IssuerDN>CN=y</core:IssuerDN><core:ValidNotBefore>2026-01-01T00:00:00+01:00</core:ValidNotBefore>\
						<core:ValidNotAfter>2029-01-01T00:00:00Z</core:ValidNotAfter></core:AuthenticationCertificateDetails>""",
				"<core:ReplacementPeriodStartDate>2028-10-01</core:ReplacementPeriodStartDate>"));

		var record = service.connection().lookUp(card, Progress.NONE);

		assertEquals(KEY, record.key());
		assertEquals(new Holder(Samples.AMBULANCE.identifier(), "APP_1"), record.holder());
		assertEquals("AMBULANCES DOE", record.holderName());
		assertEquals(Instant.parse("2026-11-20T09:30:00Z"), record.requested());
		assertEquals(Status.VALID_ACTIVE, record.status());
		assertEquals(TokenStatus.WAIT_FOR_ACTIVATION, record.tokenStatus());
		assertEquals(Instant.parse("2025-12-31T23:00:00Z"), record.validity().notBefore());
		assertEquals(LocalDate.of(2028, 10, 1).atStartOfDay(ZoneId.of("Europe/Brussels")).toInstant(),
				record.renewalWindow().orElseThrow().opens());
		assertEquals(Samples.FULL_CONTACT, record.contact());
		assertEquals(List.of("tsa"), record.baseServices());
		assertEquals("certra:GetCertificateInfoForAuthenticationCertificateRequest" + BASE + SIGNED_ONLY,
				service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:etee:certra:protocol:v2:getCertificateInfoForAuthenticationCertificate\"",
				service.last().soapAction());
		assertSigned(service.last(), card);
	}

	@Test
	@DisplayName("GetCertificateInfoForCitizen; words that are not known here do no harm")
	void lookUpForCitizen() throws Exception {
		service.thenSuccess("GetCertificateInfoForCitizenResponse", CERTRA,
				information("IN_PROGRESS", "NOT_REQUESTED", "", "") + information("SUSPENDED", "LOST", "", ""));

		var records = service.connection().lookUpFor(card, Progress.NONE);

		assertEquals(List.of(Status.IN_PROGRESS, Status.UNKNOWN), records.stream().map(each -> each.status()).toList());
		assertEquals(TokenStatus.UNKNOWN, records.get(1).tokenStatus());
		assertTrue(records.getFirst().renewalWindow().isEmpty());
		assertEquals("certra:GetCertificateInfoForCitizenRequest" + BASE + SIGNED_ONLY, service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:certra:protocol:v2:getCertificateInfoForCitizen\"", service.last().soapAction());
	}

	@Test
	@DisplayName("a record that lacks a part or is in another order is not accepted")
	void incompleteRecord() {
		service.thenSuccess("GetCertificateInfoForCitizenResponse", CERTRA,
				information("IN_PROGRESS", "NOT_REQUESTED", "", "").replaceFirst("<core:Revocable>.*</core:Revocable>", ""));
		assertThrows(BadAnswer.class, () -> service.connection().lookUpFor(card, Progress.NONE));
	}

	@Test
	@DisplayName("GenerateRevocationContract and Revoke, with the contract unchanged (M30)")
	void revoke() throws Exception {
		service.thenSuccess("GenerateRevocationContractResponse", CERTRA, """
				<p:Contract><core:DN>CN=SSIN=85999900189, C=BE</core:DN><core:Signer>\
				<commons:Id Type="SSIN">85999900189</commons:Id><commons:Name>DOE</commons:Name></core:Signer>\
				<core:RevocationReason>keyCompromise</core:RevocationReason><core:Text>\
				<core:Value xml:lang="fr">&lt;p&gt;Révoquer&lt;/p&gt;</core:Value></core:Text></p:Contract>""");
		var office = service.connection().capability(RevocationOffice.class).orElseThrow();
		var contract = office.draft(KEY, Samples.JANE, Reason.KEY_COMPROMISE, Progress.NONE);

		assertEquals("<p>Révoquer</p>", contract.text("fr"));
		assertEquals("certra:GenerateRevocationContractRequest" + BASE + "{certra:PublicKeyIdentifier=" + KEY
				+ " certra:Signer{commons:Id[Type=SSIN]=85999900189 commons:FirstName=JANE commons:FirstName=MARY "
				+ "commons:Name=DOE} certra:RevocationReason=keyCompromise}", service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:certra:protocol:v2:generateRevocationContract\"", service.last().soapAction());

		service.thenSuccess("RevokeResponse", CERTRA, "");
		office.revoke(KEY, contract, card, Progress.NONE);

		assertEquals("certra:RevokeRequest" + BASE + "{certra:PublicKeyIdentifier=" + KEY
				+ " certra:Contract{certracore:DN=CN=SSIN=85999900189, C=BE certracore:Signer{"
				+ "commons:Id[Type=SSIN]=85999900189 commons:Name=DOE} certracore:RevocationReason=keyCompromise "
				+ "certracore:Text{certracore:Value[xml:lang=fr]=<p>Révoquer</p>}} ds:Signature}", service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:etee:certra:protocol:v2:revoke\"", service.last().soapAction());
		var file = Files.write(folder.resolve("revoke.xml"), service.last().envelope());
		var verdict = XmlSecurityTool.verify(folder, file, CERTRA + ":RevokeRequest", SignerPki.P256.root());
		assertTrue(verdict.accepted(), verdict.output());
	}

	@Test
	@DisplayName("SubmitCSRForForeigner")
	void foreigner() throws Exception {
		service.thenSuccess("SubmitCSRForForeignerResponse", CERTRA,
				"<p:ValidationUrl>https://validation.example.org/x?y=1&amp;z=2</p:ValidationUrl>"
						+ "<p:ExpirationDate>2026-12-01T12:00:00Z</p:ExpirationDate>");
		var validation = service.connection().capability(ForeignerOffice.class).orElseThrow().submit(Samples.JANE,
				Samples.SHORT_CONTACT, new byte[] { 1, 2, 3 }, Progress.NONE);

		assertEquals(URI.create("https://validation.example.org/x?y=1&z=2"), validation.page());
		assertEquals(Instant.parse("2026-12-01T12:00:00Z"), validation.expires());
		assertEquals("certra:SubmitCSRForForeignerRequest" + BASE + "{certra:ForeignPerson{"
				+ "commons:Id[Type=SSIN]=85999900189 commons:FirstName=JANE commons:FirstName=MARY commons:Name=DOE} "
				+ "certra:ContactData{certracore:EmailPrivate=jane.doe@example.org certracore:PhonePrivate=02 555 01 01} "
				+ "certra:CSR=AQID}", service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:certra:protocol:v2:submitCSRForForeigner\"", service.last().soapAction());
	}

	private static void assertSigned(ScriptedService.Received request, Signer signer) throws Exception {
		assertEquals(signer.chain(), XmlSignature.verify(request.message()).chain());
	}

	private static String information(String status, String tokenStatus, String details, String replacement) {
		return """
				<p:CertificateInfo><core:RequestedDate>2026-11-20T10:30:00</core:RequestedDate>\
				<core:PublicKeyIdentifier>%s</core:PublicKeyIdentifier>\
				<core:CertificateEntity EntityType="Organization"><core:CertificateIdentifier><core:Actor>\
				<commons:Id Type="NIHII-AMBU_SERVICE">79690052</commons:Id><commons:Name>AMBULANCES DOE</commons:Name>\
				</core:Actor><core:ApplicationId>APP_1</core:ApplicationId></core:CertificateIdentifier></core:CertificateEntity>\
				<core:AuthenticationCertificateStatus>%s</core:AuthenticationCertificateStatus><core:ETKStatus>%s</core:ETKStatus>\
				<core:AutomaticallyValidated>true</core:AutomaticallyValidated>%s<core:Revocable>true</core:Revocable>\
				<core:Replaceable>false</core:Replaceable>%s<core:ContactData>\
				<core:EmailPrivate>jane.doe@example.org</core:EmailPrivate><core:EmailGeneral>info@example.org</core:EmailGeneral>\
				<core:PhonePrivate>02 555 01 01</core:PhonePrivate><core:PhoneGeneral>+32 2 555 01 02</core:PhoneGeneral>\
				</core:ContactData><core:BaseServiceUsage>tsa</core:BaseServiceUsage></p:CertificateInfo>""".formatted(KEY,
				status, tokenStatus, details, replacement);
	}
}
