package org.certbench.flow.revoke.internal.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Hashtable;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certbench.core.ProblemException;
import org.certbench.core.Signer;
import org.certbench.core.SignerProvider;

/**
 * Signs a PDF as PAdES baseline B (ETSI EN 319 142-1, section 6): a detached CMS signature over the
 * whole file, that names its certificate among the signed attributes.
 */
final class PdfSignature {

	/** Room for the signature and the chain of an eID, which take about 6 kB. */
	private static final int ROOM = 24_000;

	private final Signer signer;
	private final Instant moment;

	/** @param moment that the signature claims */
	PdfSignature(Signer signer, Instant moment) {
		this.signer = signer;
		this.moment = moment;
	}

	/** The signed file; what was there is left as it is, the signature is appended. */
	byte[] sign(byte[] pdf) throws IOException, ProblemException {
		try (var document = Loader.loadPDF(pdf); var options = new SignatureOptions(); var signed = new ByteArrayOutputStream()) {
			var signature = new PDSignature();
			signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
			signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
			signature.setSignDate(calendar());
			options.setPreferredSignatureSize(ROOM);
			document.addSignature(signature, options);
			var external = document.saveIncrementalForExternalSigning(signed);
			external.setSignature(cms(external.getContent()));
			return signed.toByteArray();
		}
	}

	private Calendar calendar() {
		return GregorianCalendar.from(moment.atZone(ZoneOffset.UTC));
	}

	private byte[] cms(InputStream content) throws IOException, ProblemException {
		try {
			var contentSigner = new JcaContentSignerBuilder(signer.scheme().jcaName()).setProvider(new SignerProvider(signer))
					.build(SignerProvider.key(signer));
			var generator = new CMSSignedDataGenerator();
			generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
					.setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes()) {
						/** The moment stands in the PDF, and must not stand here as well. */
						@Override
						@SuppressWarnings("rawtypes") // as the library declares it
						protected Hashtable createStandardAttributeTable(Map parameters) {
							var table = super.createStandardAttributeTable(parameters);
							table.remove(CMSAttributes.signingTime);
							return table;
						}
					}).build(contentSigner, signer.certificate()));
			generator.addCertificates(new JcaCertStore(signer.chain()));
			return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
		} catch (CMSException | OperatorCreationException | RuntimeOperatorException | GeneralSecurityException e) {
			SignerProvider.rethrowProblem(e);
			throw new IOException("the form cannot be signed: " + e.getMessage(), e);
		}
	}

	/** Which certificate it is, by its hash with SHA-256, the default (RFC 5035). */
	private AttributeTable attributes() throws GeneralSecurityException {
		X509Certificate certificate = signer.certificate();
		var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
		var named = new SigningCertificateV2(new ESSCertIDv2[] { new ESSCertIDv2(hash) });
		var table = new Hashtable<ASN1ObjectIdentifier, Attribute>();
		table.put(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
				new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(named)));
		return new AttributeTable(table);
	}
}
