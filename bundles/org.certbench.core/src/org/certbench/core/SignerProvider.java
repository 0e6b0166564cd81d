package org.certbench.core;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.Arrays;

/**
 * Lets whatever signs through the JCA use a {@link Signer}, whose key cannot be had: the XML signatures
 * of the JDK, CMS and PDF signatures of Bouncy Castle. It offers the one algorithm that the signer's key
 * has; for elliptic curves in both forms, raw for XML ({@link SignatureScheme#rawJcaName()}) and DER for
 * CMS ({@link SignatureScheme#jcaName()}). It is handed over where it is used, together with
 * {@link #key(Signer)}, and never installed.
 *
 * <p>Signing may block until a person gave a PIN. What the signer throws travels as a cause: see
 * {@link #rethrowProblem(Throwable)}.
 */
public final class SignerProvider extends Provider {

	private static final long serialVersionUID = 1L;

	/** @param signer what signs for this provider, as long as the provider is used */
	public SignerProvider(Signer signer) {
		super("CertbenchSigner", "1.0", "signs with a card or an open keystore");
		var scheme = signer.scheme();
		offer(scheme.rawJcaName(), signer, SignatureForm.RAW);
		if (scheme.isEllipticCurve()) {
			offer(scheme.jcaName(), signer, SignatureForm.DER);
		}
	}

	private void offer(String algorithm, Signer signer, SignatureForm form) {
		putService(new Provider.Service(this, "Signature", algorithm, SignerSpi.class.getName(), null, null) {
			@Override
			public Object newInstance(Object parameter) {
				return new SignerSpi(signer, form);
			}
		});
	}

	/** What stands for the private key where the JCA asks for one: it names the algorithm and holds nothing. */
	public static PrivateKey key(Signer signer) {
		return new KeyElsewhere(signer.certificate().getPublicKey().getAlgorithm());
	}

	/**
	 * Throws the signer's own failure where one is the cause of a failed signature.
	 *
	 * @param failure what the library threw that was to sign
	 */
	public static void rethrowProblem(Throwable failure) throws ProblemException {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProblemException problem) {
				throw problem;
			}
		}
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

	/** How a signature value is written. */
	private enum SignatureForm {
		/** As the signer gives it. */
		RAW {
			@Override
			byte[] of(byte[] raw) {
				return raw;
			}
		},
		/** A SEQUENCE of the two INTEGERs (RFC 3279, section 2.2.3). */
		DER {
			@Override
			byte[] of(byte[] raw) {
				var r = integer(Arrays.copyOfRange(raw, 0, raw.length / 2));
				var s = integer(Arrays.copyOfRange(raw, raw.length / 2, raw.length));
				return value(0x30, ByteBuffer.allocate(r.length + s.length).put(r).put(s).array());
			}
		};

		abstract byte[] of(byte[] raw);

		private static byte[] integer(byte[] unsigned) {
			return value(0x02, new BigInteger(1, unsigned).toByteArray());
		}

		/** All of an accepted curve's are shorter than 128 bytes: one byte of length. */
		private static byte[] value(int tag, byte[] content) {
			return ByteBuffer.allocate(2 + content.length).put((byte) tag).put((byte) content.length).put(content)
					.array();
		}
	}

	/** Collects what is to be signed, since a card wants it whole. */
	private static final class SignerSpi extends SignatureSpi {

		private final Signer signer;
		private final SignatureForm form;
		private final ByteArrayOutputStream data = new ByteArrayOutputStream();

		SignerSpi(Signer signer, SignatureForm form) {
			this.signer = signer;
			this.form = form;
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

		@Override
		protected byte[] engineSign() throws SignatureException {
			try {
				return form.of(signer.sign(data.toByteArray()));
			} catch (ProblemException e) {
				throw new SignatureException("the signer failed", e);
			} finally {
				data.reset();
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
}
