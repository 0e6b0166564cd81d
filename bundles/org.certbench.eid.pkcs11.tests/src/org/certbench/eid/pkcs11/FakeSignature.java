package org.certbench.eid.pkcs11;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;

/** Signs with a key of this process, after something else has happened. */
final class FakeSignature extends SignatureSpi {

	private final Signature real;
	private final Runnable before;

	FakeSignature(Runnable before) {
		this.before = before;
		try {
			real = Signature.getInstance("SHA384withECDSAinP1363Format");
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
		real.initSign(key);
	}

	@Override
	protected void engineUpdate(byte[] data, int offset, int length) throws SignatureException {
		real.update(data, offset, length);
	}

	@Override
	protected void engineUpdate(byte data) throws SignatureException {
		real.update(data);
	}

	@Override
	protected byte[] engineSign() throws SignatureException {
		before.run();
		return real.sign();
	}

	@Override
	protected void engineInitVerify(PublicKey key) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected boolean engineVerify(byte[] signature) {
		throw new UnsupportedOperationException();
	}

	@Override
	@Deprecated
	protected void engineSetParameter(String name, Object value) {
		throw new UnsupportedOperationException();
	}

	@Override
	@Deprecated
	protected Object engineGetParameter(String name) {
		throw new UnsupportedOperationException();
	}
}
