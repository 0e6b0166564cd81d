package org.certbench.ehealth.simulator.internal.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;

import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes encryption tokens. */
public final class Tokens {

	private Tokens() {
	}

	/**
	 * A token: CMS SignedData over the encryption certificate, by {@code CN=ETK-RA} without signed
	 * attributes; inside are its signer, the authentication certificate and those above both.
	 */
	public static byte[] make(X509Certificate encryption, X509Certificate authentication, Hierarchy hierarchy)
			throws IOException {
		try {
			var certificates = new LinkedHashSet<X509Certificate>();
			certificates.add(hierarchy.tokens().certificate());
			certificates.add(authentication);
			certificates.addAll(hierarchy.issuing().chain());
			var signer = new JcaContentSignerBuilder("SHA256withRSA").build(hierarchy.tokens().secret());
			var generator = new CMSSignedDataGenerator();
			generator.addSignerInfoGenerator(
					new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
							.setDirectSignature(true).build(signer, hierarchy.tokens().certificate()));
			generator.addCertificates(new JcaCertStore(certificates));
			return generator.generate(new CMSProcessableByteArray(encryption.getEncoded()), true).getEncoded();
		} catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
			throw new IOException(e);
		}
	}
}
