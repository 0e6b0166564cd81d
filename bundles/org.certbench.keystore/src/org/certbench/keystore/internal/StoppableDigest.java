package org.certbench.keystore.internal;

import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.util.Memoable;
import org.certbench.core.Progress;

/**
 * A digest that asks now and then whether the person wants to stop: deriving a key from a password is
 * nothing but many digests, and may take longer than anybody waits. Not thread-safe.
 */
final class StoppableDigest implements ExtendedDigest, Memoable {

	private final ExtendedDigest digest;
	private final Pace pace;

	/** Counts the digests of one file, and asks every so many of them. */
	static final class Pace {

		/** A tenth of a second, or two: the derivations of an honest file are below it. */
		private static final int STRIDE = 1 << 18;

		private final Progress progress;
		private int made;

		Pace(Progress progress) {
			this.progress = progress;
		}

		private void step() {
			if (++made % STRIDE == 0 && progress.isCancelled()) {
				throw new Stopped();
			}
		}
	}

	/** The person wants to stop. Unchecked, to pass through a library that knows nothing of it. */
	static final class Stopped extends RuntimeException {
		private static final long serialVersionUID = 1L;
	}

	/** @param digest one whose state can be kept, as all that derive keys */
	StoppableDigest(ExtendedDigest digest, Pace pace) {
		if (!(digest instanceof Memoable)) {
			throw new IllegalArgumentException(digest.getAlgorithmName());
		}
		this.digest = digest;
		this.pace = pace;
	}

	/** @throws Stopped where the person wants to stop */
	@Override
	public int doFinal(byte[] out, int offset) {
		pace.step();
		return digest.doFinal(out, offset);
	}

	@Override
	public String getAlgorithmName() {
		return digest.getAlgorithmName();
	}

	@Override
	public int getDigestSize() {
		return digest.getDigestSize();
	}

	@Override
	public int getByteLength() {
		return digest.getByteLength();
	}

	@Override
	public void update(byte in) {
		digest.update(in);
	}

	@Override
	public void update(byte[] in, int offset, int length) {
		digest.update(in, offset, length);
	}

	@Override
	public void reset() {
		digest.reset();
	}

	@Override
	public Memoable copy() {
		return new StoppableDigest((ExtendedDigest) ((Memoable) digest).copy(), pace);
	}

	@Override
	public void reset(Memoable state) {
		((Memoable) digest).reset((Memoable) ((StoppableDigest) state).digest);
	}
}
