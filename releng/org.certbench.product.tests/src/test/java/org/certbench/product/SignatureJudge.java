package org.certbench.product;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.TokenExtractionStrategy;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;

/**
 * What the European Commission's own library (EU DSS), which shares no code with us, says about the
 * signature of a document: of an XML message as of a PDF, as far as its modules are on the class path.
 * It asks nobody on the network, so that revocation data are always missing.
 */
final class SignatureJudge {

	/** The complaints about a chain that leads to a trusted root and of which nobody could ask whether it is revoked. */
	static final Set<String> NO_REVOCATION_DATA = Set.of("The certificate validation is not conclusive!",
			"No revocation data found for the certificate!");

	private static final boolean[] NON_REPUDIATION = { false, true, false, false, false, false, false, false, false };

	private final CommonCertificateVerifier verifier = new CommonCertificateVerifier();

	/**
	 * A judgement.
	 *
	 * @param intact     the value of the signature is right, and all that it refers to is there and unchanged
	 * @param complaints all errors, in English
	 * @param signer     the certificate of the key that signed, where there is one whose key fits
	 * @param form       the form of the signature: {@code PAdES-BASELINE-B}
	 */
	record Judgement(boolean intact, Set<String> complaints, Optional<X509Certificate> signer, String form) {

		/** Whether it was made by a key for legally binding signatures and for nothing else, as an eID has one. */
		boolean isLegallyBinding() {
			return signer.map(X509Certificate::getKeyUsage).filter(usage -> Arrays.equals(usage, NON_REPUDIATION)).isPresent();
		}
	}

	SignatureJudge(List<X509Certificate> roots) {
		var trusted = new CommonTrustedCertificateSource();
		roots.forEach(root -> trusted.addCertificate(new CertificateToken(root)));
		verifier.setTrustedCertSources(trusted);
		verifier.setAIASource(null);
	}

	/** One that trusts the test root above the virtual cards, from where the product keeps them. */
	static SignatureJudge ofVirtualCards(Product product) throws GeneralSecurityException, IOException {
		var cards = KeyStore.getInstance(product.data().resolve("virtual-cards/cards.p12").toFile(), "virtual".toCharArray());
		var roots = new ArrayList<X509Certificate>();
		for (var aliases = cards.aliases().asIterator(); aliases.hasNext();) {
			var chain = cards.getCertificateChain(aliases.next());
			roots.add((X509Certificate) chain[chain.length - 1]);
		}
		return new SignatureJudge(roots);
	}

	/** Judges a document with exactly one signature. */
	Judgement judge(byte[] document) {
		var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(document));
		validator.setCertificateVerifier(verifier);
		validator.setLocale(Locale.ENGLISH);
		validator.setTokenExtractionStrategy(TokenExtractionStrategy.EXTRACT_CERTIFICATES_ONLY);
		var reports = validator.validateDocument();
		var signatures = reports.getDiagnosticData().getSignatures();
		if (signatures.size() != 1) {
			throw new AssertionError(signatures.size() + " signatures");
		}
		var signature = signatures.getFirst();
		return new Judgement(isIntact(signature), complaints(reports.getSimpleReport(), signature.getId()), signer(signature),
				String.valueOf(signature.getSignatureFormat()));
	}

	private static boolean isIntact(SignatureWrapper signature) {
		var references = signature.getDigestMatchers();
		return signature.isSignatureIntact() && signature.isSignatureValid() && !references.isEmpty()
				&& references.stream().allMatch(reference -> reference.isDataFound() && reference.isDataIntact());
	}

	private static Set<String> complaints(SimpleReport report, String signature) {
		return report.getAdESValidationErrors(signature).stream().map(message -> message.getValue())
				.collect(Collectors.toSet());
	}

	private static Optional<X509Certificate> signer(SignatureWrapper signature) {
		return Optional.ofNullable(signature.getSigningCertificate()).map(CertificateWrapper::getBinaries)
				.map(DSSUtils::loadCertificate).map(CertificateToken::getCertificate);
	}
}
