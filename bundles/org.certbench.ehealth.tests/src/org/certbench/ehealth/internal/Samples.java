package org.certbench.ehealth.internal;

import java.io.IOException;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.certbench.authority.ContactData;
import org.certbench.authority.Person;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;

/** Invented people, organisations and requests. */
final class Samples {

	static final Identifier SSIN = Identifier.ssin("85999900189");
	static final Person JANE = new Person(SSIN, List.of("JANE", "MARY"), "DOE");
	static final Holder AMBULANCE = new Holder(new Identifier("NIHII-AMBU_SERVICE", "79690052"), "");
	static final ContactData FULL_CONTACT = new ContactData("jane.doe@example.org", "info@example.org", "02 555 01 01",
			"+32 2 555 01 02");
	static final ContactData SHORT_CONTACT = new ContactData("jane.doe@example.org", "", "02 555 01 01", "");

	private Samples() {
	}

	static byte[] request(KeyPair keys, String subject) {
		try {
			return new JcaPKCS10CertificationRequestBuilder(new X500Principal(subject), keys.getPublic())
					.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())).getEncoded();
		} catch (IOException | OperatorCreationException e) {
			throw new AssertionError(e);
		}
	}

	static String base64(X509Certificate certificate) {
		try {
			return Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
		} catch (CertificateEncodingException e) {
			throw new AssertionError(e);
		}
	}
}
