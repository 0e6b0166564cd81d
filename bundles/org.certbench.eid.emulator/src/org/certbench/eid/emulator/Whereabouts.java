package org.certbench.eid.emulator;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * The addresses that a certificate names to learn whether it was revoked.
 *
 * @param list    of a list of revoked certificates
 * @param service of an OCSP responder
 */
record Whereabouts(Optional<URI> list, Optional<URI> service) {

	static final Whereabouts NOWHERE = new Whereabouts(Optional.empty(), Optional.empty());

	void addTo(X509v3CertificateBuilder certificate) throws IOException {
		if (list.isPresent()) {
			var name = new DistributionPointName(new GeneralNames(name(list.get())));
			certificate.addExtension(Extension.cRLDistributionPoints, false,
					new CRLDistPoint(new DistributionPoint[] { new DistributionPoint(name, null, null) }));
		}
		if (service.isPresent()) {
			certificate.addExtension(Extension.authorityInfoAccess, false,
					new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, name(service.get())));
		}
	}

	private static GeneralName name(URI address) {
		return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
	}
}
