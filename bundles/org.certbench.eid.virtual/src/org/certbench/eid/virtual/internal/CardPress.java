package org.certbench.eid.virtual.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certbench.core.SignatureScheme;
import org.certbench.eid.CardKey;

/**
 * Makes a set of virtual cards: a test root, a citizen CA under it, and the certificates of every
 * {@link InventedPerson}, named and marked as those of a real eID. Good for one set.
 */
final class CardPress {

	private static final int CARD_YEARS = 10;

	private final SecureRandom random = new SecureRandom();
	private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS);
	private final JcaX509ExtensionUtils extensions;
	private final Issued root;
	private final Issued citizenCa;

	/** A key and its certificate. */
	private record Issued(KeyPair key, X509Certificate certificate) {
	}

	CardPress() throws GeneralSecurityException, IOException, OperatorCreationException {
		extensions = new JcaX509ExtensionUtils();
		root = authority(new X500Name("C=BE,CN=Certbench Test Root CA - not a real card"), null, 1);
		citizenCa = authority(new X500Name("C=BE,CN=Certbench Test Citizen CA - not a real card"), root, 0);
	}

	/** Adds the two keys of a person's card, each with its whole chain. */
	void press(InventedPerson person, KeyStore cards, char[] password)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		for (var use : CardKey.values()) {
			var key = person.keys().generate();
			var leaf = citizen(person, use, key.getPublic());
			cards.setKeyEntry(CardFolder.alias(person, use), key.getPrivate(), password,
					new X509Certificate[] { leaf, citizenCa.certificate, root.certificate });
		}
	}

	private Issued authority(X500Name name, Issued issuer, int pathLength)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		var key = KeyKind.EC.generate();
		var signer = issuer == null ? key : issuer.key;
		var issuerName = issuer == null ? name : subject(issuer.certificate);
		var builder = builder(issuerName, name, key.getPublic(), signer.getPublic())
				.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength))
				.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
		return new Issued(key, sign(builder, signer));
	}

	private X509Certificate citizen(InventedPerson person, CardKey use, PublicKey key)
			throws GeneralSecurityException, IOException, OperatorCreationException {
		var builder = builder(subject(citizenCa.certificate), subject(person, use), key, citizenCa.key.getPublic())
				.addExtension(Extension.keyUsage, true, new KeyUsage(
						use == CardKey.AUTHENTICATION ? KeyUsage.digitalSignature : KeyUsage.nonRepudiation));
		return sign(builder, citizenCa.key);
	}

	private static X500Name subject(InventedPerson person, CardKey use) {
		var purpose = use == CardKey.AUTHENTICATION ? "Authentication" : "Signature";
		return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "BE")
				.addRDN(BCStyle.CN, person.firstNames().getFirst() + " " + person.surname() + " (" + purpose + ")")
				.addRDN(BCStyle.SURNAME, person.surname())
				.addRDN(BCStyle.GIVENNAME, String.join(" ", person.firstNames()))
				.addRDN(BCStyle.SERIALNUMBER, person.ssin().value()).build();
	}

	private static X500Name subject(X509Certificate certificate) {
		return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
	}

	private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, PublicKey issuerKey)
			throws IOException {
		var end = start.atOffset(ZoneOffset.UTC).plusYears(CARD_YEARS).toInstant();
		return new JcaX509v3CertificateBuilder(issuer, new BigInteger(120, random).setBit(120), Date.from(start),
				Date.from(end), subject, key)
				.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
				.addExtension(Extension.authorityKeyIdentifier, false,
						extensions.createAuthorityKeyIdentifier(issuerKey));
	}

	private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair signer)
			throws GeneralSecurityException, OperatorCreationException {
		var algorithm = SignatureScheme.of(signer.getPublic()).jcaName();
		return new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate())));
	}
}
