package org.certbench.ehealth.internal;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;

import org.certbench.core.ProblemException;
import org.certbench.core.Signer;

/**
 * Lets the JDK's XML signatures use a {@link Signer}, whose key cannot be had: a provider of the one
 * signature algorithm that the signer's key has. It is handed over where it is used, and never
 * installed.
 */
public final class SignerProvider extends Provider {

	private static final long serialVersionUID = 1L;

	public SignerProvider(Signer signer) {
		super("CertbenchSigner", "1.0", "signs with a card or an open keystore");
		putService(new Provider.Service(this, "Signature", signer.scheme().rawJcaName(), SignerSpi.class.getName(), null,
				null) {
			@Override
			public Object newInstance(Object parameter) {
				return new SignerSpi(signer);
			}
		});
	}

	/** What stands for the private key where the JDK asks for one: it names the algorithm and holds nothing. */
	public static PrivateKey key(Signer signer) {
		return new KeyElsewhere(signer.certificate().getPublicKey().getAlgorithm());
	}

	private record KeyElsewhere(String algorithm) implements PrivateKey {

		@Override
		public String getAlgorithm() {
			return algorithm;
		}

		@Override
		public String getFormat() {
			return null;
		}

		@Override
		public byte[] getEncoded() {
			return null;
		}
	}

	/** Collects what is to be signed, since a card wants it whole. */
	private static final class SignerSpi extends SignatureSpi {

		private final Signer signer;
		private final ByteArrayOutputStream data = new ByteArrayOutputStream();

		SignerSpi(Signer signer) {
			this.signer = signer;
		}

		@Override
		protected void engineInitSign(PrivateKey privateKey) throws InvalidKeyException {
			if (!(privateKey instanceof KeyElsewhere)) {
				throw new InvalidKeyException("signs with its own signer only");
			}
			data.reset();
		}

		@Override
		protected void engineUpdate(byte b) {
			data.write(b);
		}

		@Override
		protected void engineUpdate(byte[] b, int off, int len) {
			data.write(b, off, len);
		}

		/** The signer's own failure travels as the cause, see {@link SignerProvider#rethrowProblem}. */
		@Override
		protected byte[] engineSign() throws SignatureException {
			try {
				return signer.sign(data.toByteArray());
			} catch (ProblemException e) {
				throw new SignatureException("the signer failed", e);
			}
		}

		@Override
		protected void engineInitVerify(PublicKey publicKey) throws InvalidKeyException {
			throw new InvalidKeyException("signs only");
		}

		@Override
		protected boolean engineVerify(byte[] sigBytes) throws SignatureException {
			throw new SignatureException("signs only");
		}

		@Override
		@Deprecated
		protected void engineSetParameter(String param, Object value) {
			throw new IllegalArgumentException("no parameters");
		}

		@Override
		@Deprecated
		protected Object engineGetParameter(String param) {
			throw new IllegalArgumentException("no parameters");
		}
	}

	/** Throws the signer's own failure where one is the cause of a failed signature. */
	public static void rethrowProblem(Throwable failure) throws ProblemException {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProblemException problem) {
				throw problem;
			}
		}
	}
}
