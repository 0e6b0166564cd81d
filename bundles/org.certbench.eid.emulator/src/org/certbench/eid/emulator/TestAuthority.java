package org.certbench.eid.emulator;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Those who sign emulated cards: a root that says in its name that it is for tests, a citizen CA
 * under it, and the national register (RRN) that signs identity and address. Its keys live no longer
 * than it does: nobody can make more cards under a root that was told to be trusted.
 */
final class TestAuthority {

	private static final String NOT_REAL = " - not a real card";

	private final SecureRandom random = new SecureRandom();
	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
	private final CardModel.Keys kind;
	private final JcaX509ExtensionUtils extensions;
	private final Issued root;
	private final Issued citizenCa;
	private final Issued register;

	/** What a certificate is for. */
	enum Use {
		AUTHENTICATION("Authentication", KeyUsage.digitalSignature), SIGNATURE("Signature", KeyUsage.nonRepudiation);

		private final String words;
		private final int bits;

		Use(String words, int bits) {
			this.words = words;
			this.bits = bits;
		}
	}

	/** A key and its certificate. */
	record Issued(KeyPair key, X509Certificate certificate) {
	}

	TestAuthority(CardModel.Keys kind) throws GeneralSecurityException, IOException, OperatorCreationException {
		this.kind = kind;
		extensions = new JcaX509ExtensionUtils();
		root = authority("Certbench Test Root CA" + NOT_REAL, null, 1);
		citizenCa = authority("Certbench Test Citizen CA" + NOT_REAL, root, 0);
		var registerKey = kind.generate();
		register = new Issued(registerKey, issue(name("Certbench Test RRN" + NOT_REAL), registerKey.getPublic(), root,
				Instant.now().plus(3650, ChronoUnit.DAYS), KeyUsage.digitalSignature, -1, Whereabouts.NOWHERE));
	}

	X509Certificate root() {
		return root.certificate;
	}

	X509Certificate citizenCa() {
		return citizenCa.certificate;
	}

	/** The register's certificate and key. */
	Issued register() {
		return register;
	}

	/** The JCA's name of the signatures that are made here. */
	String signature() {
		return kind.signature();
	}

	/** @param revokedAt where it says that one learns whether it was revoked */
	X509Certificate citizen(Person person, Use use, PublicKey key, Instant until, Whereabouts revokedAt)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "BE")
				.addRDN(BCStyle.CN, person.firstNames().getFirst() + " " + person.surname() + " (" + use.words + ")")
				.addRDN(BCStyle.SURNAME, person.surname())
				.addRDN(BCStyle.GIVENNAME, String.join(" ", person.firstNames()))
				.addRDN(BCStyle.SERIALNUMBER, person.number()).build();
		return issue(subject, key, citizenCa, until, use.bits, -1, revokedAt);
	}

	/** The list of those that the citizen CA has revoked, a minute ago. */
	byte[] revocationList(List<X509Certificate> revoked)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		var list = new JcaX509v2CRLBuilder(citizenCa.certificate.getSubjectX500Principal(), Date.from(now))
				.setNextUpdate(Date.from(now.plus(1, ChronoUnit.DAYS)))
				.addExtension(Extension.authorityKeyIdentifier, false,
						extensions.createAuthorityKeyIdentifier(citizenCa.key.getPublic()))
				.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
		revoked.forEach(each -> list.addCRLEntry(each.getSerialNumber(), Date.from(now.minus(1, ChronoUnit.MINUTES)),
				CRLReason.keyCompromise));
		return list.build(new JcaContentSignerBuilder(kind.signature()).build(citizenCa.key.getPrivate())).getEncoded();
	}

	/** What its OCSP responder answers to a question about one of its certificates. */
	byte[] revocationAnswer(byte[] question, List<X509Certificate> revoked)
			throws OCSPException, IOException, OperatorCreationException {
		var asked = new OCSPReq(question).getRequestList()[0].getCertID();
		boolean isRevoked = revoked.stream().anyMatch(each -> each.getSerialNumber().equals(asked.getSerialNumber()));
		var answer = new BasicOCSPRespBuilder(
				new RespID(X500Name.getInstance(citizenCa.certificate.getSubjectX500Principal().getEncoded())))
				.addResponse(asked,
						isRevoked ? new RevokedStatus(Date.from(now.minus(1, ChronoUnit.MINUTES)), CRLReason.keyCompromise)
								: CertificateStatus.GOOD,
						Date.from(now), Date.from(now.plus(1, ChronoUnit.DAYS)))
				.build(new JcaContentSignerBuilder(kind.signature()).build(citizenCa.key.getPrivate()), null, Date.from(now));
		return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, answer).getEncoded();
	}

	private X500Name name(String commonName) {
		return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "BE").addRDN(BCStyle.CN, commonName)
				.addRDN(BCStyle.SERIALNUMBER, kind.name()).build();
	}

	private Issued authority(String commonName, Issued issuer, int pathLength)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		var key = kind.generate();
		var itself = new Issued(key, null);
		return new Issued(key, issue(name(commonName), key.getPublic(), issuer == null ? itself : issuer,
				now.plus(7300, ChronoUnit.DAYS), KeyUsage.keyCertSign | KeyUsage.cRLSign, pathLength, Whereabouts.NOWHERE));
	}

	private X509Certificate issue(X500Name subject, PublicKey key, Issued issuer, Instant until, int usage,
			int pathLength, Whereabouts revokedAt) throws GeneralSecurityException, IOException, OperatorCreationException {
		var issuerName = issuer.certificate == null ? subject
				: X500Name.getInstance(issuer.certificate.getSubjectX500Principal().getEncoded());
		// An expired certificate was valid before: its start lies before its end.
		var from = (until.isBefore(now) ? until.minus(3650, ChronoUnit.DAYS) : now.minus(1, ChronoUnit.DAYS));
		var builder = new JcaX509v3CertificateBuilder(issuerName, new BigInteger(120, random).setBit(120),
				Date.from(from), Date.from(until), subject, key)
				.addExtension(Extension.keyUsage, true, new KeyUsage(usage))
				.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
				.addExtension(Extension.authorityKeyIdentifier, false,
						extensions.createAuthorityKeyIdentifier(issuer.key.getPublic()));
		if (pathLength >= 0) {
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
		}
		revokedAt.addTo(builder);
		var signer = new JcaContentSignerBuilder(kind.signature()).build(issuer.key.getPrivate());
		return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
	}
}
