package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.ETKRA;
import static org.certbench.ehealth.Operation.ACTIVATE_ETK;
import static org.certbench.ehealth.Operation.COMPLETE_ETK_REGISTRATION;
import static org.certbench.ehealth.Operation.START_ETK_REGISTRATION;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.certbench.authority.TokenOffice;
import org.certbench.authority.TokenReceipt;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;

/** Registering an encryption token: StartETKRegistration, CompleteETKRegistration and ActivateETK. */
final class TokenMessages implements TokenOffice {

	private static final int SERIAL_BYTES = 16;
	private static final int DIGEST_BYTES = 32;

	private final Channel channel;
	private final TokenVerification verification;

	TokenMessages(Channel channel, TokenVerification verification) {
		this.channel = channel;
		this.verification = verification;
	}

	@Override
	public BigInteger start(PublicKey encryptionKey, UnaryOperator<byte[]> decrypt, Signer certificate,
			Progress progress) throws ProblemException {
		var request = channel.request(START_ETK_REGISTRATION);
		request.text(ETKRA, "PublicEncryptionKey", WireTypes.base64(encryptionKey.getEncoded()));
		return channel.ask(START_ETK_REGISTRATION, request, certificate,
				answer -> serial(WireTypes.bytes(answer.required(ETKRA, "Challenge")), decrypt), progress);
	}

	@Override
	public TokenReceipt complete(X509Certificate encryptionCertificate, Signer certificate, Progress progress)
			throws ProblemException {
		var request = channel.request(COMPLETE_ETK_REGISTRATION);
		request.text(ETKRA, "ToBeRegistered", WireTypes.base64(encoded(encryptionCertificate)));
		return channel.ask(COMPLETE_ETK_REGISTRATION, request, certificate,
				answer -> receipt(answer, encryptionCertificate, certificate.certificate()), progress);
	}

	@Override
	public void activate(Signer certificate, Progress progress) throws ProblemException {
		channel.ask(ACTIVATE_ETK, channel.request(ACTIVATE_ETK), certificate, answer -> certificate, progress);
	}

	/**
	 * Ciphertext under the new key, then a digest: the serial number is what the first sixteen bytes of
	 * the plain text are, if the digest is theirs.
	 */
	private static BigInteger serial(byte[] challenge, UnaryOperator<byte[]> decrypt) throws XmlException {
		if (challenge.length <= DIGEST_BYTES) {
			throw new XmlException("a challenge of " + challenge.length + " bytes");
		}
		int end = challenge.length - DIGEST_BYTES;
		var plain = decrypted(Arrays.copyOf(challenge, end), decrypt);
		var serial = Arrays.copyOf(plain, SERIAL_BYTES);
		if (plain.length < SERIAL_BYTES
				|| !Arrays.equals(sha256(serial), Arrays.copyOfRange(challenge, end, challenge.length))) {
			throw new XmlException("a challenge whose digest is not its content's");
		}
		return new BigInteger(1, serial);
	}

	private static byte[] decrypted(byte[] ciphertext, UnaryOperator<byte[]> decrypt) throws XmlException {
		try {
			return decrypt.apply(ciphertext);
		} catch (RuntimeException e) {
			throw new XmlException("a challenge that the new key cannot decrypt", e);
		}
	}

	private TokenReceipt receipt(XmlChildren answer, X509Certificate encryption, X509Certificate authentication)
			throws XmlException, ProblemException {
		var token = WireTypes.bytes(answer.required(ETKRA, "ETK"));
		verification.verify(token, encryption, authentication);
		return new TokenReceipt(token, WireTypes.bool(answer.required(ETKRA, "ToBeActivated")));
	}

	private static byte[] encoded(X509Certificate certificate) {
		try {
			return certificate.getEncoded();
		} catch (CertificateEncodingException e) {
			throw new IllegalArgumentException("a certificate that cannot be encoded", e);
		}
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
