package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.ETKDEPOT;
import static org.certbench.ehealth.Namespaces.ETKRA;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import javax.crypto.Cipher;
import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.TokenDepot;
import org.certbench.authority.TokenDepot.Answer;
import org.certbench.authority.TokenOffice;
import org.certbench.core.Holder;
import org.certbench.core.Progress;
import org.certbench.ehealth.SignerPki;
import org.certbench.ehealth.SignerPki.Certified;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlSignature;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Encryption tokens: registration, activation, depot")
class TokenMessagesTest {

	private static final KeyPair ENCRYPTION = SignerPki.keys("RSA");
	private static final Certified HOLDER = SignerPki.RSA.issue("CN=SSIN=85999900189,OU=DOE,C=BE");
	private static final Certified REGISTRATION = SignerPki.RSA.issue("CN=ETK-RA,O=Invented");
	private static final BigInteger SERIAL = new BigInteger("F23456789ABCDEF0123456789ABCDEF0", 16);
	private static final int ENCIPHERMENT = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
	private static final X509Certificate CERTIFICATE = encryptionCertificate("C=BE,OU=DOE,CN=SSIN=85999900189",
			HOLDER.keys(), ENCIPHERMENT);

	@AutoClose
	final ScriptedService service = new ScriptedService();

	@Test
	@DisplayName("StartETKRegistration offers the public key and reads the serial number from the challenge")
	void startRegistration() throws Exception {
		challenge(serialBytes(), digestOf(serialBytes()));
		var serial = office().start(ENCRYPTION.getPublic(), TokenMessagesTest::decrypt, SignerPki.RSA.signer(HOLDER),
				Progress.NONE);

		assertEquals(SERIAL, serial);
		assertEquals("etkra:StartETKRegistrationRequest[Id=*, IssueInstant=*]{etkra:PublicEncryptionKey="
				+ Base64.getEncoder().encodeToString(ENCRYPTION.getPublic().getEncoded()) + " ds:Signature}",
				service.last().outline());
		assertEquals("/EtkRa/v2", service.last().path());
		assertEquals("\"urn:be:fgov:ehealth:etee:etkra:protocol:v2:startETKRegistration\"", service.last().soapAction());
		assertEquals(HOLDER.certificate(), XmlSignature.verify(service.last().message()).signer());
	}

	@Test
	@DisplayName("a challenge that another key encrypted, or whose digest is wrong, or that is cut, is not accepted")
	void badChallenge() throws Exception {
		challenge(serialBytes(), new byte[32]);
		assertThrows(BadAnswer.class, this::askForChallenge);
		challenge(Arrays.copyOf(serialBytes(), 15), digestOf(Arrays.copyOf(serialBytes(), 15)));
		assertThrows(BadAnswer.class, this::askForChallenge);
		service.thenSuccess("StartETKRegistrationResponse", ETKRA, "<p:Challenge>AAAA</p:Challenge>");
		assertThrows(BadAnswer.class, this::askForChallenge);
		service.thenSuccess("StartETKRegistrationResponse", ETKRA,
				"<p:Challenge>" + Base64.getEncoder().encodeToString(new byte[288]) + "</p:Challenge>");
		assertThrows(BadAnswer.class, this::askForChallenge);
	}

	@Test
	@DisplayName("CompleteETKRegistration registers the certificate and checks the token it gets")
	void completeRegistration() throws Exception {
		var token = token(CERTIFICATE, REGISTRATION, HOLDER.certificate());
		service.thenSuccess("CompleteETKRegistrationResponse", ETKRA, "<p:ETK>"
				+ Base64.getMimeEncoder().encodeToString(token) + "</p:ETK><p:ToBeActivated>true</p:ToBeActivated>");
		var receipt = office().complete(CERTIFICATE, SignerPki.RSA.signer(HOLDER), Progress.NONE);

		assertArrayEquals(token, receipt.token());
		assertTrue(receipt.toBeActivated());
		assertEquals("etkra:CompleteETKRegistrationRequest[Id=*, IssueInstant=*]{etkra:ToBeRegistered="
				+ Base64.getEncoder().encodeToString(CERTIFICATE.getEncoded()) + " ds:Signature}", service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:etee:etkra:protocol:v2:completeETKregistration\"", service.last().soapAction());
	}

	@Test
	@DisplayName("a token over another certificate is a bad answer")
	void otherToken() throws Exception {
		var other = encryptionCertificate("CN=SSIN=85999900189,OU=DOE,C=BE", HOLDER.keys(), ENCIPHERMENT);
		service.thenSuccess("CompleteETKRegistrationResponse", ETKRA,
				"<p:ETK>" + Base64.getEncoder().encodeToString(token(other, REGISTRATION, HOLDER.certificate()))
						+ "</p:ETK><p:ToBeActivated>true</p:ToBeActivated>");
		assertThrows(BadAnswer.class, () -> office().complete(CERTIFICATE, SignerPki.RSA.signer(HOLDER), Progress.NONE));
	}

	@Test
	@DisplayName("ActivateETK is nothing but signed with the new certificate")
	void activate() throws Exception {
		service.thenSuccess("ActivateETKResponse", ETKRA, "");
		office().activate(SignerPki.RSA.signer(HOLDER), Progress.NONE);
		assertEquals("etkra:ActivateETKRequest[Id=*, IssueInstant=*]{ds:Signature}", service.last().outline());
		assertEquals("\"urn:be:fgov:ehealth:etee:etkra:protocol:v2:activateETK\"", service.last().soapAction());
	}

	@Test
	@DisplayName("a token is valid under the environment's roots, and under no others")
	void trust() throws Exception {
		var token = token(CERTIFICATE, REGISTRATION, HOLDER.certificate());
		verification(Instant.now(), SignerPki.RSA.root()).verify(token, CERTIFICATE, HOLDER.certificate());
		var strangers = verification(Instant.now(), SignerPki.P256.root());
		assertThrows(XmlException.class, () -> strangers.verify(token, CERTIFICATE, HOLDER.certificate()));
	}

	@Test
	@DisplayName("a token is not valid when a certificate has expired")
	void expired() {
		var token = token(CERTIFICATE, REGISTRATION, HOLDER.certificate());
		var later = verification(Instant.now().plus(Duration.ofDays(2)));
		assertThrows(XmlException.class, () -> later.verify(token, CERTIFICATE, HOLDER.certificate()));
	}

	@Test
	@DisplayName("a token is not valid when signed by another, without our certificate, or changed")
	void badTokens() {
		var impostor = SignerPki.RSA.issue("CN=ETK-RA of another,O=Invented");
		refuse(token(CERTIFICATE, impostor, HOLDER.certificate()), CERTIFICATE);
		refuse(token(CERTIFICATE, new Certified(REGISTRATION.certificate(), impostor.keys()), HOLDER.certificate()),
				CERTIFICATE);
		refuse(token(CERTIFICATE, REGISTRATION, impostor.certificate()), CERTIFICATE);
		refuse(new byte[] { 0x30, 0 }, CERTIFICATE);
	}

	@Test
	@DisplayName("a token with any byte changed is either still valid, where nothing signed was changed, or a bad one")
	void changedBytes() {
		var verification = verification(Instant.now());
		var token = token(CERTIFICATE, REGISTRATION, HOLDER.certificate());
		int refused = 0;
		for (int i = 0; i < token.length; i++) {
			var changed = token.clone();
			changed[i] ^= 0x20;
			try {
				verification.verify(changed, CERTIFICATE, HOLDER.certificate());
			} catch (XmlException notValid) {
				refused++;
			}
		}
		assertTrue(refused > token.length / 3, refused + " of " + token.length);
	}

	@Test
	@DisplayName("a token is not valid when its encryption certificate has another issuer, subject or use")
	void badEncryptionCertificates() {
		for (var certificate : List.of(
				encryptionCertificate("CN=SSIN=85999900189,OU=DOE,C=BE", ENCRYPTION, ENCIPHERMENT),
				encryptionCertificate("CN=SSIN=85999900288,OU=DOE,C=BE", HOLDER.keys(), ENCIPHERMENT),
				encryptionCertificate("CN=SSIN=85999900189,OU=DOE,C=BE", HOLDER.keys(), KeyUsage.keyEncipherment))) {
			refuse(token(certificate, REGISTRATION, HOLDER.certificate()), certificate);
		}
	}

	@Test
	@DisplayName("GetEtk asks without signature and finds one token, several, or none")
	void depot() throws Exception {
		var depot = service.connection().capability(TokenDepot.class).orElseThrow();

		depotAnswers(200, "<e:ETK>AQID</e:ETK>");
		var found = assertInstanceOf(Answer.Token.class, depot.find(Samples.AMBULANCE, Progress.NONE));
		assertArrayEquals(new byte[] { 1, 2, 3 }, found.token());
		assertEquals("etkdepot:GetEtkRequest{etkdepot:SearchCriteria{etkdepot:Identifier{"
				+ "etkdepot:Type=NIHII-AMBU_SERVICE etkdepot:Value=79690052}}}", service.last().outline());
		assertEquals("/EtkDepot/v1", service.last().path());
		assertEquals("\"\"", service.last().soapAction());

		depotAnswers(200, "<e:MatchingEtk>" + identifier("A") + "</e:MatchingEtk><e:MatchingEtk>" + identifier("B")
				+ "</e:MatchingEtk>");
		var holders = List.of(new Holder(Samples.AMBULANCE.identifier(), "A"), new Holder(Samples.AMBULANCE.identifier(), "B"));
		assertEquals(new Answer.Several(holders), depot.find(holders.getFirst(), Progress.NONE));
		assertTrue(service.last().outline().endsWith("etkdepot:Value=79690052 etkdepot:ApplicationID=A}}}"));

		depotAnswers(404, "");
		assertInstanceOf(Answer.None.class, depot.find(Samples.AMBULANCE, Progress.NONE));
		depotAnswers(200, "<e:Error><e:Code>404</e:Code><e:Message>nothing</e:Message></e:Error>");
		assertInstanceOf(Answer.None.class, depot.find(Samples.AMBULANCE, Progress.NONE));
	}

	@Test
	@DisplayName("GetEtk's other codes are refusals in the depot's words")
	void depotRefuses() {
		var depot = service.connection().capability(TokenDepot.class).orElseThrow();
		depotAnswers(400, "");
		var refused = assertThrows(Refused.class, () -> depot.find(Samples.AMBULANCE, Progress.NONE));
		assertEquals("400", refused.code());
		assertEquals("une phrase / een zin", refused.words());
		depotAnswers(200, "<e:Error><e:Code>500</e:Code><e:Message>broken</e:Message></e:Error>");
		assertEquals("broken", assertThrows(Refused.class, () -> depot.find(Samples.AMBULANCE, Progress.NONE)).words());
		depotAnswers(200, "");
		assertThrows(BadAnswer.class, () -> depot.find(Samples.AMBULANCE, Progress.NONE));
	}

	private TokenOffice office() {
		return service.connection().capability(TokenOffice.class).orElseThrow();
	}

	private BigInteger askForChallenge() throws Exception {
		return office().start(ENCRYPTION.getPublic(), TokenMessagesTest::decrypt, SignerPki.RSA.signer(HOLDER), Progress.NONE);
	}

	private void challenge(byte[] plain, byte[] digest) throws Exception {
		var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
		cipher.init(Cipher.ENCRYPT_MODE, ENCRYPTION.getPublic());
		var encrypted = cipher.doFinal(plain);
		var challenge = Arrays.copyOf(encrypted, encrypted.length + 32);
		System.arraycopy(digest, 0, challenge, encrypted.length, 32);
		service.thenSuccess("StartETKRegistrationResponse", ETKRA,
				"<p:Challenge>" + Base64.getMimeEncoder().encodeToString(challenge) + "</p:Challenge>");
	}

	private void depotAnswers(int code, String content) {
		service.thenSoap("""
				<e:GetEtkResponse xmlns:e="%s" xmlns:old="urn:be:fgov:ehealth:commons:1_0:core" Id="_1"><old:Status>\
				<Code>%d</Code><Message Lang="FR">une phrase</Message><Message Lang="NL">een zin</Message></old:Status>\
				<e:GivenSearchCriteria>%s</e:GivenSearchCriteria>%s</e:GetEtkResponse>""".formatted(ETKDEPOT, code,
				identifier("A"), content));
	}

	private static String identifier(String applicationId) {
		return "<e:Identifier><e:Type>NIHII-AMBU_SERVICE</e:Type><e:Value>79690052</e:Value><e:ApplicationID>"
				+ applicationId + "</e:ApplicationID></e:Identifier>";
	}

	private static TokenVerification verification(Instant now, X509Certificate... roots) {
		return new TokenVerification(InstantSource.fixed(now), () -> Set.of(roots));
	}

	private static void refuse(byte[] token, X509Certificate certificate) {
		assertThrows(XmlException.class,
				() -> verification(Instant.now()).verify(token, certificate, HOLDER.certificate()));
	}

	private static X509Certificate encryptionCertificate(String subject, KeyPair issuer, int usage) {
		return SignerPki.certificate(new X500Principal(subject), ENCRYPTION,
				HOLDER.certificate().getSubjectX500Principal(), issuer, false, usage, SERIAL,
				HOLDER.certificate().getNotBefore().toInstant(), HOLDER.certificate().getNotAfter().toInstant());
	}

	/** As the registration authority makes it: SHA-256 with RSA, no signed attributes. */
	private static byte[] token(X509Certificate content, Certified signer, X509Certificate authentication) {
		try {
			var generator = new CMSSignedDataGenerator();
			generator.addSignerInfoGenerator(
					new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
							.setDirectSignature(true)
							.build(new JcaContentSignerBuilder("SHA256withRSA").build(signer.keys().getPrivate()),
									signer.certificate()));
			generator.addCertificates(new JcaCertStore(
					List.of(signer.certificate(), authentication, SignerPki.RSA.issuing(), SignerPki.RSA.root())));
			return generator.generate(new CMSProcessableByteArray(content.getEncoded()), true).getEncoded();
		} catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
			throw new AssertionError(e);
		}
	}

	private static byte[] decrypt(byte[] ciphertext) {
		try {
			var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
			cipher.init(Cipher.DECRYPT_MODE, ENCRYPTION.getPrivate());
			return cipher.doFinal(ciphertext);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private static byte[] serialBytes() {
		var bytes = SERIAL.toByteArray();
		return Arrays.copyOfRange(bytes, bytes.length - 16, bytes.length);
	}

	private static byte[] digestOf(byte[] bytes) throws GeneralSecurityException {
		return MessageDigest.getInstance("SHA-256").digest(bytes);
	}
}
