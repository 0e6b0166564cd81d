package org.certbench.deployment.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;

/**
 * Encrypts for one recipient: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM, its key wrapped by
 * RSA-OAEP with SHA-256 or agreed by ephemeral ECDH with SHA-256. OpenSSL opens it from version 3 on.
 */
final class Envelope {

	private static final Provider PROVIDER = new BouncyCastleProvider();

	private Envelope() {
	}

	/** Encrypts a content; DER. */
	static byte[] seal(byte[] content, Recipient recipient) {
		try {
			var generator = new CMSAuthEnvelopedDataGenerator();
			generator.addRecipientInfoGenerator(recipient.certificate().getPublicKey() instanceof ECPublicKey key
					? keyAgreement(recipient, key) : keyTransport(recipient));
			var encryptor = (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
					.setProvider(PROVIDER).build();
			return generator.generate(new CMSProcessableByteArray(content), encryptor).toASN1Structure()
					.getEncoded(ASN1Encoding.DER);
		} catch (CMSException | GeneralSecurityException | IOException e) {
			throw new IllegalStateException("a recipient that was checked can be encrypted for", e);
		}
	}

	private static RecipientInfoGenerator keyTransport(Recipient recipient) throws GeneralSecurityException {
		var oaep = new JcaAlgorithmParametersConverter().getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP,
				new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
		return new JceKeyTransRecipientInfoGenerator(recipient.certificate(), oaep).setProvider(PROVIDER);
	}

	private static RecipientInfoGenerator keyAgreement(Recipient recipient, ECPublicKey key)
			throws GeneralSecurityException {
		var pairs = KeyPairGenerator.getInstance("EC", PROVIDER);
		pairs.initialize(key.getParams());
		var ephemeral = pairs.generateKeyPair();
		return new JceKeyAgreeRecipientInfoGenerator(CMSAlgorithm.ECDH_SHA256KDF, ephemeral.getPrivate(),
				ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP).addRecipient(recipient.certificate()).setProvider(PROVIDER);
	}
}
