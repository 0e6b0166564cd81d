package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.ETKDEPOT;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.OrganisationTypes;
import org.certbench.authority.TokenDepot;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.SignerPki;
import org.certbench.testing.Mutations;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hundreds of broken answers of the services, the same in every run: each is understood, or told as a bad one. */
class MutatedAnswersTest {

	private static final Signer CARD = SignerPki.P256.signer();
	private static final KeyIdentifier KEY = KeyIdentifier.of(CARD.certificate().getPublicKey());

	@AutoClose
	final ScriptedService service = new ScriptedService();

	/** A call of the client. */
	@FunctionalInterface
	interface Call {
		void make(AuthorityConnection connection) throws ProblemException;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("a broken answer is a failure of the authority, and nothing else")
	void answers(String response, String content, Call call) {
		var connection = service.connection();
		Mutations.ofXml(envelope(response, content), 0.05, broken -> {
			service.then((exchange, request) -> ScriptedService.respond(exchange, 200, "text/xml", broken));
			try {
				call.make(connection);
			} catch (ProblemException told) {
				assertFalse(told.getMessage().isBlank() || told.remedy().isBlank());
			}
		});
	}

	static Stream<Arguments> answers() {
		return Stream.of(arguments("GetActorQualitiesResponse", """
				<p:NaturalPersonAuthorization>true</p:NaturalPersonAuthorization>\
				<p:OrganizationAuthorization><core:Name><core:Value xml:lang="fr">Ambulances Doe</core:Value></core:Name>\
				<core:Identifier Type="NIHII-AMBU_SERVICE">79690052</core:Identifier></p:OrganizationAuthorization>""",
				to -> to.applicants(Samples.SSIN, CARD, Progress.NONE)),
				arguments("GetGenericOrganizationTypesResponse", """
						<p:OrganizationType><core:Name><core:Value xml:lang="fr">Hôpital</core:Value></core:Name>\
						<core:IdentifierType>NIHII-HOSPITAL</core:IdentifierType><core:ValidationRegEx>[0-9]{8}</core:ValidationRegEx>\
						<core:CheckDigitAlgorithm>CHECK-97-MOD-97</core:CheckDigitAlgorithm>\
						<core:AvailableBaseService>tsa</core:AvailableBaseService></p:OrganizationType>""",
						to -> to.capability(OrganisationTypes.class).orElseThrow().types(Progress.NONE)),
				arguments("GetCertificateResponse", Stream.of(SignerPki.P256.leaf().certificate(), SignerPki.P256.issuing())
						.map(each -> "<p:X509Certificate>" + Samples.base64(each) + "</p:X509Certificate>").reduce("", String::concat),
						to -> to.collect(KEY, Progress.NONE)),
				arguments("GetCertificateInfoForCitizenResponse", """
						<p:CertificateInfo><core:RequestedDate>2026-11-20T10:30:00</core:RequestedDate>\
						<core:PublicKeyIdentifier>%s</core:PublicKeyIdentifier><core:CertificateEntity><core:CertificateIdentifier>\
						<core:Actor><commons:Id Type="SSIN">85999900189</commons:Id><commons:Name>DOE</commons:Name></core:Actor>\
						</core:CertificateIdentifier></core:CertificateEntity>\
						<core:AuthenticationCertificateStatus>VALID_ACTIVE</core:AuthenticationCertificateStatus>\
						<core:ETKStatus>ACTIVE</core:ETKStatus><core:AutomaticallyValidated>true</core:AutomaticallyValidated>\
						<core:AuthenticationCertificateDetails><core:SerialNumber>1</core:SerialNumber><core:DN>CN=x</core:DN>\
						<core:IssuerDN>CN=y</core:IssuerDN><core:ValidNotBefore>2026-01-01T00:00:00+01:00</core:ValidNotBefore>\
						<core:ValidNotAfter>2029-01-01</core:ValidNotAfter></core:AuthenticationCertificateDetails>\
						<core:Revocable>true</core:Revocable><core:Replaceable>1</core:Replaceable>\
						<core:ReplacementPeriodStartDate>2028-10-01</core:ReplacementPeriodStartDate><core:ContactData>\
						<core:EmailPrivate>jane.doe@example.org</core:EmailPrivate><core:PhonePrivate>02 555 01 01</core:PhonePrivate>\
						</core:ContactData></p:CertificateInfo>""".formatted(KEY), to -> to.lookUpFor(CARD, Progress.NONE)),
				arguments("GenerateContractResponse", """
						<p:Contract><core:DN>CN=SSIN=85999900189,OU=DOE,C=BE</core:DN><core:Signer><commons:Id Type="SSIN">85999900189\
						</commons:Id><commons:Name>DOE</commons:Name></core:Signer><core:Text><core:Value xml:lang="fr">&lt;p&gt;\
						</core:Value></core:Text></p:Contract>""", to -> to.capability(ContractOffice.class).orElseThrow()
						.draft(Samples.SHORT_CONTACT, Samples.JANE, Holder.of(Samples.SSIN), "JANE DOE", Progress.NONE)),
				arguments("GetEtkResponse", """
						<old:Status xmlns:old="%s"><Code>200</Code></old:Status><e:GivenSearchCriteria xmlns:e="%s"><e:Identifier>\
						<e:Type>NIHII-AMBU_SERVICE</e:Type><e:Value>79690052</e:Value></e:Identifier></e:GivenSearchCriteria>\
						<e:ETK xmlns:e="%2$s">AQID</e:ETK>""".formatted(Namespaces.COMMONS_V1, ETKDEPOT),
						to -> to.capability(TokenDepot.class).orElseThrow().find(Samples.AMBULANCE, Progress.NONE)));
	}

	private static Arguments arguments(String response, String content, Call call) {
		return Arguments.of(response, content, call);
	}

	private static byte[] envelope(String response, String content) {
		var message = response.equals("GetEtkResponse")
				? "<e:GetEtkResponse xmlns:e=\"" + ETKDEPOT + "\">" + content + "</e:GetEtkResponse>"
				: ScriptedService.response(response, CERTRA, "", "<commons:StatusCode Value=\"urn:be:fgov:ehealth:2.0:status:Success\"/>",
						content);
		return ScriptedService.envelope(message).getBytes(StandardCharsets.UTF_8);
	}
}
