package org.certbench.lookup;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Holder;

/**
 * What the depot publishes for a holder: one token, several (then one asks again with an application
 * id), or none. It is what the depot says: its signatures are not verified here, as nothing is
 * encrypted with it.
 *
 * @param holder   who was looked up
 * @param serial   of the encryption certificate in the only token, or null
 * @param notAfter last moment of that certificate, or null
 * @param several  those among which one must choose
 */
public record PublishedToken(Holder holder, BigInteger serial, Instant notAfter, List<Holder> several) {

	public PublishedToken {
		several = List.copyOf(several);
	}

	/** One is published. */
	public static PublishedToken one(Holder holder, BigInteger serial, Instant notAfter) {
		return new PublishedToken(holder, serial, notAfter, List.of());
	}

	/** Several are published. */
	public static PublishedToken several(Holder holder, List<Holder> among) {
		return new PublishedToken(holder, null, null, among);
	}

	/** Nothing is published. */
	public static PublishedToken none(Holder holder) {
		return new PublishedToken(holder, null, null, List.of());
	}

	/** The serial number of the only one, which is its entry's alias in the keystore. */
	public Optional<BigInteger> serialNumber() {
		return Optional.ofNullable(serial);
	}

	/** Whether there is none at all. */
	public boolean isNone() {
		return serial == null && several.isEmpty();
	}
}
