package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.NAME;
import static org.certbench.keystore.internal.Samples.PASSWORD;
import static org.certbench.keystore.internal.Samples.open;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.certbench.core.DistinguishedName;
import org.certbench.keystore.Keystore;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a chain is put together from the certificates of a file. */
class ChainTest {

	@TempDir
	Path folder;

	@Test
	void underAnEllipticIssuer() throws Exception {
		var pair = TestKeys.rsa("holder");
		var chain = TestPki.ec().issue(HOLDER, NAME, pair.getPublic());
		var file = KeystoreBuilder.pkcs12().key(Keystore.AUTHENTICATION, pair.getPrivate(), chain, PASSWORD)
				.write(folder.resolve("ec-issuer.p12"), PASSWORD);

		assertEquals(chain, open(file).authenticationChain());
	}

	@Test
	void fromTrustedEntriesAlone() throws Exception {
		var pki = TestPki.rsa();
		var pair = TestKeys.rsa("holder");
		var chain = pki.issue(HOLDER, NAME, pair.getPublic());
		var file = KeystoreBuilder.pkcs12().key(Keystore.AUTHENTICATION, pair.getPrivate(), chain.subList(0, 1), PASSWORD)
				.trusted("issuing", pki.issuing()).write(folder.resolve("trusted.p12"), PASSWORD);

		assertEquals(chain.subList(0, 2), open(file).authenticationChain());
	}

	@Test
	void twoCertificatesThatIssuedEachOther() throws Exception {
		var one = TestKeys.rsa("one");
		var other = TestKeys.rsa("other");
		var oneName = DistinguishedName.parse("CN=One,C=BE");
		var otherName = DistinguishedName.parse("CN=Other,C=BE");
		var start = Instant.now();
		var oneCertificate = TestPki.certificate(oneName, one.getPublic(), otherName, other, start, start.plusSeconds(60));
		var otherCertificate = TestPki.certificate(otherName, other.getPublic(), oneName, one, start, start.plusSeconds(60));
		var file = KeystoreBuilder.pkcs12()
				.key(Keystore.AUTHENTICATION, one.getPrivate(), List.of(oneCertificate, otherCertificate), PASSWORD)
				.write(folder.resolve("circle.p12"), PASSWORD);

		assertEquals(List.of(oneCertificate, otherCertificate), open(file).authenticationChain());
	}
}
