package org.certbench.ehealth.simulator;

import java.time.Duration;

/**
 * How the simulator behaves; can be changed while it runs, and is kept with its state.
 *
 * @param issuer            which of its two issuing CAs signs
 * @param issuing           when an accepted request is issued
 * @param delay             how long that takes with {@link Issuing#AFTER_DELAY}
 * @param manualValidation  whether a person must accept or refuse each request first
 * @param validityMonths    from notBefore to notAfter, 1 to 120
 * @param replacementMonths length of the replacement period at the end of the validity, 1 to
 *                          {@code validityMonths}
 * @param startDelay        how long after the issue a certificate becomes valid; zero but to show what
 *                          happens otherwise
 * @param backdating        which certificates are issued as if long ago, so that they are in their
 *                          renewal window today
 * @param backdatedDays     the days that those have left, 1 to 28 for each month of the replacement
 *                          period
 */
public record SimulatorSettings(Issuer issuer, Issuing issuing, Duration delay, boolean manualValidation,
		int validityMonths, int replacementMonths, Duration startDelay, Backdating backdating, int backdatedDays) {

	/** At once, by the EC issuer, for 36 months of which the last 3 are the replacement period. */
	public static final SimulatorSettings DEFAULT = new SimulatorSettings(Issuer.EC, Issuing.AT_ONCE,
			Duration.ofMinutes(1), false, 36, 3, Duration.ZERO, Backdating.NEVER, 60);

	/** The two issuing CAs, each under a root of its own, as eHealth has both. */
	public enum Issuer {
		/** RSA, as the first issuing CA of eHealth. */
		RSA,
		/** EC P-384 with SHA384withECDSA, as the issuing CA in use since November 2024. */
		EC
	}

	/** When an accepted request is issued. */
	public enum Issuing {
		/** Before the request's answer is read. */
		AT_ONCE,
		/** After {@link SimulatorSettings#delay()}. */
		AFTER_DELAY,
		/** When somebody says so: {@link SimulatorControl#issue}. */
		BY_HAND
	}

	/** Which certificates are issued as if long ago. */
	public enum Backdating {
		/** None. */
		NEVER,
		/** The next one only. */
		NEXT,
		/** All of them. */
		ALWAYS
	}

	public SimulatorSettings {
		require(validityMonths >= 1 && validityMonths <= 120, "validityMonths");
		require(replacementMonths >= 1 && replacementMonths <= validityMonths, "replacementMonths");
		require(backdatedDays >= 1 && backdatedDays <= 28 * replacementMonths, "backdatedDays");
		require(!delay.isNegative(), "delay");
		require(!startDelay.isNegative(), "startDelay");
		require(issuer != null && issuing != null && backdating != null, "issuer, issuing, backdating");
	}

	public SimulatorSettings withIssuer(Issuer other) {
		return new SimulatorSettings(other, issuing, delay, manualValidation, validityMonths, replacementMonths,
				startDelay, backdating, backdatedDays);
	}

	public SimulatorSettings withIssuing(Issuing other) {
		return new SimulatorSettings(issuer, other, delay, manualValidation, validityMonths, replacementMonths,
				startDelay, backdating, backdatedDays);
	}

	/** Issues after a delay. */
	public SimulatorSettings withDelay(Duration other) {
		return new SimulatorSettings(issuer, Issuing.AFTER_DELAY, other, manualValidation, validityMonths,
				replacementMonths, startDelay, backdating, backdatedDays);
	}

	public SimulatorSettings withManualValidation(boolean other) {
		return new SimulatorSettings(issuer, issuing, delay, other, validityMonths, replacementMonths, startDelay,
				backdating, backdatedDays);
	}

	public SimulatorSettings withStartDelay(Duration other) {
		return new SimulatorSettings(issuer, issuing, delay, manualValidation, validityMonths, replacementMonths,
				other, backdating, backdatedDays);
	}

	public SimulatorSettings withBackdating(Backdating other) {
		return new SimulatorSettings(issuer, issuing, delay, manualValidation, validityMonths, replacementMonths,
				startDelay, other, backdatedDays);
	}

	private static void require(boolean holds, String what) {
		if (!holds) {
			throw new IllegalArgumentException("out of range: " + what);
		}
	}
}
