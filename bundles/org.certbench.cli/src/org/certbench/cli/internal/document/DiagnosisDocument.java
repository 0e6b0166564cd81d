package org.certbench.cli.internal.document;

import java.time.Instant;
import java.util.List;

import org.certbench.core.Observation;
import org.certbench.doctor.Diagnosis;

/**
 * What this computer has and lacks.
 *
 * @param well        whether nothing is lacking; otherwise {@code doctor} ends with exit code 1
 * @param environment whose services and folders were looked at
 * @param moment      when
 * @param checks      in their order
 */
public record DiagnosisDocument(boolean well, String environment, Instant moment, List<CheckDocument> checks) {

	/**
	 * What one check saw.
	 *
	 * @param id   e.g. {@code cards}
	 * @param name of the check, in words that depend on the language
	 */
	public record CheckDocument(String id, String name, List<ObservationDocument> observations) {
	}

	/**
	 * One thing that was seen.
	 *
	 * @param id      what was looked at, e.g. {@code card-service}
	 * @param subject the same in words that depend on the language
	 * @param outcome {@code fine}, {@code advice} or {@code lacking}
	 * @param seen    what is there, in words that depend on the language
	 * @param remedy  what to do, in words that depend on the language, or null
	 * @param problem id of the guide's page, or null
	 */
	public record ObservationDocument(String id, String subject, String outcome, String seen, String remedy,
			String problem) {

		private static ObservationDocument of(Observation observation) {
			return new ObservationDocument(observation.id(), observation.subject(), observation.outcome().id(),
					observation.seen(), orNull(observation.remedy()), orNull(observation.problem()));
		}

		private static String orNull(String text) {
			return text.isEmpty() ? null : text;
		}
	}

	public static DiagnosisDocument of(Diagnosis diagnosis) {
		return new DiagnosisDocument(diagnosis.isWell(), diagnosis.environment().id(), diagnosis.moment(),
				diagnosis.parts().stream().map(part -> new CheckDocument(part.check().id(), part.check().name(),
						part.seen().stream().map(ObservationDocument::of).toList())).toList());
	}
}
