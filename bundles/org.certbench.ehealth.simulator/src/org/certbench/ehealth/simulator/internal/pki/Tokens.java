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
final class Tokens {

	private Tokens() {
	}

	/**
	 * A token: CMS SignedData over the encryption certificate, by {@code CN=ETK-RA} without signed
	 * attributes; inside are its signer, the authentication certificate and those above both.
	 *
	 * @param registrar of the same hierarchy as the authentication certificate
	 */
	static byte[] make(X509Certificate encryption, X509Certificate authentication, KeyFile.Key registrar)
			throws IOException {
		try {
			var certificates = new LinkedHashSet<X509Certificate>();
			certificates.add(registrar.certificate());
			certificates.add(authentication);
			certificates.addAll(registrar.chain());
			var signer = new JcaContentSignerBuilder("SHA256withRSA").build(registrar.secret());
			var generator = new CMSSignedDataGenerator();
			generator.addSignerInfoGenerator(
					new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
							.setDirectSignature(true).build(signer, registrar.certificate()));
			generator.addCertificates(new JcaCertStore(certificates));
			return generator.generate(new CMSProcessableByteArray(encryption.getEncoded()), true).getEncoded();
		} catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
			throw new IOException(e);
		}
	}
}
