package org.certbench.core;

import java.util.Locale;

/**
 * What was seen when this computer was looked at (M34): something is there and well, or it is
 * lacking, and then what to do about it. A {@link Finding} is about a certificate; this is about the
 * machine that a person sits at.
 *
 * @param id      what was looked at, a stable word in lower case with hyphens: {@code card-service};
 *                several may have the same, such as two readers
 * @param subject the same for people, in the user's language: "Card service"
 * @param outcome whether it is well
 * @param seen    what is there, one sentence in the user's language
 * @param remedy  what to do on this operating system, in the user's language; empty where nothing is
 * @param problem id of a page of the problem catalogue; empty where none is about it
 */
public record Observation(String id, String subject, Outcome outcome, String seen, String remedy, String problem) {

	/** How well it is, the worst last so that natural order sorts by it. */
	public enum Outcome {
		/** As it should be, or not needed. */
		FINE,
		/** It works; it would be better otherwise, or it will not stay so. */
		ADVICE,
		/** Something cannot be done as long as it is so. */
		LACKING;

		/** The name in JSON. */
		public String id() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	/** It is as it should be. */
	public static Observation fine(String id, String subject, String seen) {
		return new Observation(id, subject, Outcome.FINE, seen, "", "");
	}

	/** It works, and could be better. */
	public static Observation advice(String id, String subject, String seen, String remedy, String problem) {
		return new Observation(id, subject, Outcome.ADVICE, seen, remedy, problem);
	}

	/** Something is not there, or does not work. */
	public static Observation lacking(String id, String subject, String seen, String remedy, String problem) {
		return new Observation(id, subject, Outcome.LACKING, seen, remedy, problem);
	}

	/** What a failure tells, with its own remedy. */
	public static Observation lacking(String id, String subject, ProblemException failure) {
		return lacking(id, subject, failure.getMessage(), failure.remedy(), failure.problem());
	}
}
