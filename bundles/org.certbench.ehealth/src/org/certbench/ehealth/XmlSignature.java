package org.certbench.ehealth;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

import org.certbench.core.ProblemException;
import org.certbench.core.SignatureScheme;
import org.certbench.core.Signer;
import org.certbench.core.SignerProvider;
import org.certbench.ehealth.SignatureRefused.Reason;
import org.certbench.ehealth.internal.CertificateChain;
import org.w3c.dom.Element;

/**
 * The signature of a request to eHealth: plain XML-DSig, enveloped, the last child of the request, with
 * one reference to the request's {@code Id}; exclusive canonicalization, SHA-256, and the algorithm that
 * the key decides ({@link SignatureScheme}). Stateless.
 */
public final class XmlSignature {

	private static final String ID = "Id";
	/** The services' identifiers are named so; the others are looked at when one must be unique. */
	private static final Set<String> ID_ATTRIBUTES = Set.of("Id", "ID", "id", "xml:id");
	private static final List<String> TRANSFORMS = List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE);

	/** Internal to the JDK's implementation, and its only way to sign with a key that is elsewhere. */
	private static final String SIGNATURE_PROVIDER = "org.jcp.xml.dsig.internal.dom.SignatureProvider";
	private static final String SECURE_VALIDATION = "org.jcp.xml.dsig.secureValidation";

	private static final int MAX_CERTIFICATES = 10;

	private XmlSignature() {
	}

	/**
	 * Signs an element: appends a signature over all of it, with the signer's whole chain. May block until
	 * a person gave a PIN.
	 *
	 * @param root with an attribute {@code Id}
	 * @throws ProblemException the signer's own
	 */
	public static void sign(Element root, Signer signer) throws ProblemException {
		root.setIdAttribute(ID, true);
		var context = new DOMSignContext(SignerProvider.key(signer), root);
		context.setDefaultNamespacePrefix(Namespaces.prefix(Namespaces.SIGNATURE));
		context.setProperty(SIGNATURE_PROVIDER, new SignerProvider(signer));
		try {
			enveloped(root.getAttribute(ID), signer).sign(context);
		} catch (XMLSignatureException | MarshalException e) {
			SignerProvider.rethrowProblem(e);
			throw new IllegalStateException("the signature could not be made: " + e.getMessage(), e);
		}
		withoutCarriageReturns((Element) root.getLastChild());
	}

	/**
	 * Verifies the signature that is the last child of an element and covers all of that element, and
	 * nothing but it.
	 *
	 * @param root the very element that is read afterwards, still in the document that was received
	 * @throws SignatureRefused where there is none, or it is not exactly of the form agreed, or wrong
	 */
	public static VerifiedSignature verify(Element root) throws SignatureRefused {
		var element = onlySignature(root);
		var id = uniqueId(root);
		try {
			var factory = XMLSignatureFactory.getInstance("DOM");
			var signature = factory.unmarshalXMLSignature(new DOMStructure(element));
			requireReference(signature, id);
			var scheme = allowedScheme(signature);
			var chain = CertificateChain.ordered(certificates(signature));
			requireFits(scheme, chain.getFirst());
			// the key and not the certificate: one whose key usage is another would be refused by the JDK
			var context = new DOMValidateContext(KeySelector.singletonKeySelector(chain.getFirst().getPublicKey()), element);
			context.setProperty(SECURE_VALIDATION, Boolean.TRUE);
			context.setIdAttributeNS(root, null, ID);
			if (!signature.validate(context)) {
				throw new SignatureRefused(Reason.INVALID, "the signature does not verify");
			}
			return new VerifiedSignature(chain, scheme);
		} catch (MarshalException | ClassCastException e) {
			throw new SignatureRefused(Reason.MALFORMED, "the signature cannot be read: " + e.getMessage(), e);
		} catch (XMLSignatureException e) {
			throw new SignatureRefused(Reason.INVALID, "the signature does not verify: " + e.getMessage(), e);
		}
	}

	private static XMLSignature enveloped(String id, Signer signer) {
		var factory = XMLSignatureFactory.getInstance("DOM");
		try {
			var transforms = new ArrayList<Transform>();
			for (var algorithm : TRANSFORMS) {
				transforms.add(factory.newTransform(algorithm, (TransformParameterSpec) null));
			}
			var digest = factory.newDigestMethod(DigestMethod.SHA256, null);
			var reference = factory.newReference("#" + id, digest, transforms, null, null);
			var signedInfo = factory.newSignedInfo(
					factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
					factory.newSignatureMethod(signer.scheme().xmlUri(), null), List.of(reference));
			var keyInfos = factory.getKeyInfoFactory();
			return factory.newXMLSignature(signedInfo,
					keyInfos.newKeyInfo(List.of(keyInfos.newX509Data(signer.chain()))));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the JDK has these algorithms", e);
		}
	}

	/**
	 * Takes the carriage returns out of what is encoded in base64: the JDK breaks lines by CR LF, which
	 * XML can only write as {@code &#13;}. None of it is signed.
	 */
	private static void withoutCarriageReturns(Element signature) {
		for (var name : List.of("SignatureValue", "X509Certificate")) {
			var elements = signature.getElementsByTagNameNS(Namespaces.SIGNATURE, name);
			for (int i = 0; i < elements.getLength(); i++) {
				elements.item(i).setTextContent(elements.item(i).getTextContent().replace("\r", ""));
			}
		}
	}

	private static Element onlySignature(Element root) throws SignatureRefused {
		if (root.getElementsByTagNameNS(Namespaces.SIGNATURE, "Signature").getLength() > 1) {
			throw new SignatureRefused(Reason.SEVERAL, "more than one signature in " + root.getLocalName());
		}
		var last = root.getLastChild();
		while (last != null && !(last instanceof Element)) {
			last = last.getPreviousSibling();
		}
		if (last instanceof Element element && XmlChildren.isNamed(element, Namespaces.SIGNATURE, "Signature")) {
			return element;
		}
		throw new SignatureRefused(Reason.MISSING, "no signature as the last child of " + root.getLocalName());
	}

	private static String uniqueId(Element root) throws SignatureRefused {
		var id = root.getAttribute(ID);
		if (id.isEmpty()) {
			throw new SignatureRefused(Reason.WRONG_REFERENCE, root.getLocalName() + " has no Id");
		}
		var all = root.getOwnerDocument().getElementsByTagNameNS("*", "*");
		int bearers = 0;
		for (int i = 0; i < all.getLength(); i++) {
			var element = (Element) all.item(i);
			if (ID_ATTRIBUTES.stream().anyMatch(name -> id.equals(element.getAttribute(name)))) {
				bearers++;
			}
		}
		if (bearers != 1) {
			throw new SignatureRefused(Reason.WRONG_REFERENCE, "the Id of " + root.getLocalName() + " is not unique");
		}
		return id;
	}

	private static void requireReference(XMLSignature signature, String id) throws SignatureRefused {
		var references = signature.getSignedInfo().getReferences();
		if (references.size() != 1 || !signature.getObjects().isEmpty()
				|| !("#" + id).equals(references.getFirst().getURI())) {
			throw new SignatureRefused(Reason.WRONG_REFERENCE, "the signature must refer to #" + id + " and to nothing else");
		}
	}

	private static SignatureScheme allowedScheme(XMLSignature signature) throws SignatureRefused {
		var signedInfo = signature.getSignedInfo();
		Reference reference = signedInfo.getReferences().getFirst();
		var transforms = reference.getTransforms();
		require(signedInfo.getCanonicalizationMethod().getAlgorithm().equals(CanonicalizationMethod.EXCLUSIVE),
				"canonicalization " + signedInfo.getCanonicalizationMethod().getAlgorithm());
		require(signedInfo.getCanonicalizationMethod().getParameterSpec() == null, "a parameter of the canonicalization");
		require(reference.getDigestMethod().getAlgorithm().equals(DigestMethod.SHA256),
				"digest " + reference.getDigestMethod().getAlgorithm());
		require(transforms.stream().map(Transform::getAlgorithm).toList().equals(TRANSFORMS), "other transforms");
		require(transforms.stream().allMatch(transform -> transform.getParameterSpec() == null), "parameters of transforms");
		var algorithm = signedInfo.getSignatureMethod().getAlgorithm();
		for (var scheme : SignatureScheme.values()) {
			if (scheme.xmlUri().equals(algorithm)) {
				return scheme;
			}
		}
		throw new SignatureRefused(Reason.FORBIDDEN_ALGORITHM, "not allowed: signature method " + algorithm);
	}

	private static void require(boolean allowed, String what) throws SignatureRefused {
		if (!allowed) {
			throw new SignatureRefused(Reason.FORBIDDEN_ALGORITHM, "not allowed: " + what);
		}
	}

	private static void requireFits(SignatureScheme scheme, X509Certificate signer) throws SignatureRefused {
		try {
			require(SignatureScheme.of(signer.getPublicKey()) == scheme, scheme + " with such a key");
		} catch (IllegalArgumentException e) {
			throw new SignatureRefused(Reason.FORBIDDEN_ALGORITHM, e.getMessage(), e);
		}
	}

	private static List<X509Certificate> certificates(XMLSignature signature) throws SignatureRefused {
		KeyInfo keyInfo = signature.getKeyInfo();
		if (keyInfo == null || keyInfo.getContent().size() != 1
				|| !(keyInfo.getContent().getFirst() instanceof X509Data data)
				|| !data.getContent().stream().allMatch(X509Certificate.class::isInstance)
				|| data.getContent().isEmpty() || data.getContent().size() > MAX_CERTIFICATES) {
			throw new SignatureRefused(Reason.NO_CERTIFICATE, "the signature must bring its certificates, and only them");
		}
		return data.getContent().stream().map(X509Certificate.class::cast).toList();
	}
}
