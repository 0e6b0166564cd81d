package org.certbench.doctor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;

/**
 * What this computer has and lacks.
 *
 * @param environment in which it was looked at
 * @param moment      when
 * @param parts       one for each check, in their order
 */
public record Diagnosis(Environment environment, Instant moment, List<Part> parts) {

	/**
	 * What one check saw.
	 *
	 * @param check which one
	 * @param seen  in the order in which one would read it
	 */
	public record Part(Doctor.Check check, List<Observation> seen) {

		public Part {
			seen = List.copyOf(seen);
		}

		/** The worst of it; fine where nothing was seen. */
		public Outcome worst() {
			return seen.stream().map(Observation::outcome).max(Comparator.naturalOrder()).orElse(Outcome.FINE);
		}
	}

	public Diagnosis {
		parts = List.copyOf(parts);
	}

	/** How many things were seen to be so. */
	public int count(Outcome outcome) {
		return (int) parts.stream().flatMap(part -> part.seen().stream()).filter(each -> each.outcome() == outcome).count();
	}

	/** The worst of all. */
	public Outcome worst() {
		return parts.stream().map(Part::worst).max(Comparator.naturalOrder()).orElse(Outcome.FINE);
	}

	/** The parts, those with the worst first. */
	public List<Part> worstFirst() {
		return parts.stream().sorted(Comparator.comparing(Part::worst).reversed()).toList();
	}

	/** Whether nothing is lacking; advice does not count. */
	public boolean isWell() {
		return worst() != Outcome.LACKING;
	}
}
