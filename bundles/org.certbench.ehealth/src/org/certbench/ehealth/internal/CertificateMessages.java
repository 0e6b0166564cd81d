package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Namespaces.CERTRA_CORE;
import static org.certbench.ehealth.Operation.GENERATE_CERTIFICATE;
import static org.certbench.ehealth.Operation.GET_CERTIFICATE;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.certbench.authority.Order;
import org.certbench.authority.OrderReceipt;
import org.certbench.authority.SignedOrder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.EhealthException.DamagedOrder;
import org.certbench.ehealth.SignatureRefused;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.XmlReader;
import org.certbench.ehealth.XmlSignature;

/** Ordering a certificate and collecting it: GenerateCertificate and GetCertificate. */
final class CertificateMessages {

	private final Channel channel;

	CertificateMessages(Channel channel) {
		this.channel = channel;
	}

	/** The message of the signed order is the SOAP envelope, byte for byte as it will be sent. */
	SignedOrder sign(Order order, Signer signature, Progress progress) throws ProblemException {
		var key = keyOf(order.request());
		var request = channel.request(GENERATE_CERTIFICATE);
		var csr = request.child(CERTRA, "EHealthCSR");
		WireTypes.writeContact(csr, CERTRA_CORE, order.contact());
		csr.text(CERTRA_CORE, "CSR", WireTypes.base64(order.request()));
		ContractMessages.write(csr, CERTRA_CORE, order.contract());
		order.baseServices().forEach(service -> csr.text(CERTRA_CORE, "BaseServiceUsage", service));
		return new SignedOrder(key, channel.signed(request, signature, progress));
	}

	boolean isIntact(SignedOrder order) {
		try {
			requireIntact(order);
			return true;
		} catch (DamagedOrder damaged) {
			return false;
		}
	}

	OrderReceipt send(SignedOrder order, Progress progress) throws ProblemException {
		requireIntact(order);
		return channel.send(GENERATE_CERTIFICATE, order.message(), answer -> receipt(order.key(), answer), progress);
	}

	/** The leaf first, then what leads up from it, without the root. */
	List<X509Certificate> collect(KeyIdentifier key, Progress progress) throws ProblemException {
		var request = channel.request(GET_CERTIFICATE);
		request.text(CERTRA, "PublicKeyIdentifier", key.hex());
		return channel.ask(GET_CERTIFICATE, request, answer -> chain(key, answer), progress);
	}

	private static KeyIdentifier keyOf(byte[] request) {
		try {
			return KeyIdentifier.of(new JcaPKCS10CertificationRequest(request).getPublicKey());
		} catch (IOException | GeneralSecurityException e) {
			throw new IllegalArgumentException("not a PKCS#10 request", e);
		}
	}

	/** A kept order may have lain on disk for days: what is sent must be what was signed, and for here. */
	private void requireIntact(SignedOrder order) throws DamagedOrder {
		try {
			var verified = XmlSignature.verify(SoapEnvelope.unwrap(XmlReader.read(order.message())));
			if (!EnvironmentGuard.isAccepted(verified.chain(), channel.environment())) {
				throw new DamagedOrder(null);
			}
		} catch (SignatureRefused | XmlException e) {
			throw new DamagedOrder(e);
		}
	}

	private static OrderReceipt receipt(KeyIdentifier asked, XmlChildren answer) throws XmlException {
		var key = WireTypes.keyIdentifier(answer.required(CERTRA, "PublicKeyIdentifier"));
		if (!key.equals(asked)) {
			throw new XmlException("a receipt for the key " + key + ", not for " + asked);
		}
		return new OrderReceipt(key, WireTypes.bool(answer.required(CERTRA, "AutomaticallyValidated")),
				answer.optionalText(CERTRA, "ReplacesCertificate"));
	}

	private static List<X509Certificate> chain(KeyIdentifier asked, XmlChildren answer) throws XmlException {
		var certificates = new ArrayList<X509Certificate>();
		for (var element : answer.all(CERTRA, "X509Certificate")) {
			certificates.add(WireTypes.certificate(element));
		}
		var leaf = certificates.stream().filter(each -> KeyIdentifier.of(each.getPublicKey()).equals(asked)).findFirst()
				.orElseThrow(() -> new XmlException("no certificate for the key " + asked + " in the answer"));
		var issued = CertificateChain.above(leaf, certificates);
		if (issued.size() == 1 && certificates.size() > 1) {
			throw new XmlException("none of the certificates in the answer issued ours");
		}
		var chain = issued.stream().filter(each -> !CertificateChain.isRoot(each)).toList();
		if (chain.isEmpty()) {
			throw new XmlException("a certificate that signed itself");
		}
		return chain;
	}
}
