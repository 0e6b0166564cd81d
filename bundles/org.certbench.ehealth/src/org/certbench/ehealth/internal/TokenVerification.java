package org.certbench.ehealth.internal;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import org.certbench.core.DistinguishedName;
import org.certbench.ehealth.XmlException;

/**
 * Checks a new encryption token (ETK) as others will check it: CMS SignedData over our encryption
 * certificate, signed by the registration authority, with our authentication certificate inside.
 *
 * <p>
 * Whether the chains are trusted is checked where the environment's roots are known; revocation is the
 * service's to know, which has just accepted the certificate.
 */
final class TokenVerification {

	private static final String REGISTRATION_AUTHORITY = "ETK-RA";
	/** By which this computer's clock may differ from the service's, which has issued certificates just now. */
	private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
	private static final int DIGITAL_SIGNATURE = 0;
	private static final int KEY_ENCIPHERMENT = 2;
	private static final int DATA_ENCIPHERMENT = 3;

	private final InstantSource clock;
	private final Supplier<Set<X509Certificate>> anchors;

	/** @param anchors the environment's roots; empty where they are not known */
	TokenVerification(InstantSource clock, Supplier<Set<X509Certificate>> anchors) {
		this.clock = clock;
		this.anchors = anchors;
	}

	/** @throws XmlException where the token is not valid, or not ours */
	void verify(byte[] token, X509Certificate encryption, X509Certificate authentication) throws XmlException {
		try {
			var data = new CMSSignedData(token);
			require(data.getSignedContent() != null
					&& Arrays.equals((byte[]) data.getSignedContent().getContent(), encryption.getEncoded()),
					"it does not contain our encryption certificate");
			var certificates = certificates(data);
			require(certificates.contains(authentication), "our authentication certificate is missing");
			requirePair(encryption, authentication);
			requireTrusted(authentication, certificates);
			requireTrusted(signer(data, certificates), certificates);
		} catch (CMSException | GeneralSecurityException | OperatorCreationException | RuntimeException e) {
			// Bouncy Castle reads many parts only when asked for them, and says what is wrong in many ways
			throw new XmlException("an encryption token that cannot be verified: " + e.getMessage(), e);
		}
	}

	/** What must hold between the encryption certificate and the authentication certificate that issued it. */
	private void requirePair(X509Certificate encryption, X509Certificate authentication) throws XmlException {
		require(CertificateChain.issued(authentication, encryption), "the encryption certificate is not signed by ours");
		require(isValidNow(encryption) && isValidNow(authentication), "one of the certificates is not valid now");
		require(hasUsage(encryption, KEY_ENCIPHERMENT) && hasUsage(encryption, DATA_ENCIPHERMENT),
				"the encryption certificate's key usage");
		require(hasUsage(authentication, DIGITAL_SIGNATURE), "the authentication certificate's key usage");
		require(DistinguishedName.of(encryption.getSubjectX500Principal())
				.equals(DistinguishedName.of(authentication.getSubjectX500Principal())), "the subjects differ");
	}

	/** The certificate of the only signer, whose signature verifies. */
	private X509Certificate signer(CMSSignedData data, List<X509Certificate> certificates)
			throws XmlException, GeneralSecurityException, OperatorCreationException, CMSException {
		var signers = data.getSignerInfos().getSigners();
		require(signers.size() == 1, signers.size() + " signers");
		SignerInformation signer = signers.iterator().next();
		@SuppressWarnings("unchecked")
		Collection<X509CertificateHolder> matches = data.getCertificates()
				.getMatches((Selector<X509CertificateHolder>) (Selector<?>) signer.getSID());
		require(matches.size() == 1, "the signer's certificate is missing");
		var certificate = new JcaX509CertificateConverter().getCertificate(matches.iterator().next());
		require(DistinguishedName.of(certificate.getSubjectX500Principal()).values("CN").contains(REGISTRATION_AUTHORITY),
				"the signer is not " + REGISTRATION_AUTHORITY);
		require(isValidNow(certificate), "the signer's certificate is not valid now");
		require(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey())),
				"the signature does not verify");
		return certificate;
	}

	private void requireTrusted(X509Certificate leaf, List<X509Certificate> certificates) throws XmlException {
		var roots = anchors.get();
		if (roots.isEmpty()) {
			return;
		}
		var chain = CertificateChain.above(leaf, certificates).stream().filter(each -> !CertificateChain.isRoot(each))
				.toList();
		try {
			var parameters = new PKIXParameters(
					roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet()));
			parameters.setRevocationEnabled(false);
			parameters.setDate(Date.from(clock.instant()));
			CertPathValidator.getInstance("PKIX")
					.validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
		} catch (GeneralSecurityException e) {
			throw new XmlException("an encryption token with a certificate that is not trusted: "
					+ leaf.getSubjectX500Principal() + ": " + e.getMessage(), e);
		}
	}

	private static List<X509Certificate> certificates(CMSSignedData data) throws GeneralSecurityException {
		var converter = new JcaX509CertificateConverter();
		var certificates = new ArrayList<X509Certificate>();
		for (var holder : data.getCertificates().getMatches(null)) {
			certificates.add(converter.getCertificate(holder));
		}
		return certificates;
	}

	private boolean isValidNow(X509Certificate certificate) {
		var now = clock.instant();
		return !now.plus(CLOCK_DIFFERENCE).isBefore(certificate.getNotBefore().toInstant())
				&& !now.minus(CLOCK_DIFFERENCE).isAfter(certificate.getNotAfter().toInstant());
	}

	private static boolean hasUsage(X509Certificate certificate, int bit) {
		var usage = certificate.getKeyUsage();
		return usage != null && usage[bit];
	}

	private static void require(boolean holds, String otherwise) throws XmlException {
		if (!holds) {
			throw new XmlException("an encryption token that is not valid: " + otherwise);
		}
	}
}
