package org.certbench.flow;

import java.util.stream.Collectors;

import org.certbench.authority.Applicant;
import org.certbench.core.Texts;

/**
 * How many certificates a holder has, and how many it can have (M05): said before anything is signed, for the
 * authority refuses only afterwards.
 *
 * @param words     in the user's language, one or two sentences
 * @param isReached whether the authority will refuse what was chosen
 */
public record HolderLimit(String words, boolean isReached) {

	/** Of an organisation; a person can have one. */
	private static final int MOST = 10;
	private static final Texts TEXTS = Texts.of(HolderLimit.class);

	/**
	 * @param applicationId as it was chosen; empty for none
	 * @param isHere        whether a certificate of exactly this holder is in use on this computer: of persons the
	 *                      authority tells nothing
	 */
	static HolderLimit of(Applicant applicant, String applicationId, boolean isHere) {
		int count = applicant.applicationIds().size();
		if (applicant.holder().identifier().isPerson()) {
			boolean hasOne = isHere || count > 0;
			return new HolderLimit(TEXTS.get(hasOne ? "limit.person.has" : "limit.person"), hasOne);
		}
		if (count == 0) {
			return new HolderLimit(TEXTS.get("limit.organisation"), false);
		}
		boolean isTaken = applicant.applicationIds().contains(applicationId);
		var text = isTaken ? "limit.taken" : count < MOST ? "limit.organisation.has" : "limit.reached";
		return new HolderLimit(TEXTS.get(text, count, named(applicant)), isTaken || count >= MOST);
	}

	private static String named(Applicant applicant) {
		return applicant.applicationIds().stream().map(id -> id.isEmpty() ? TEXTS.get("limit.noApplicationId") : id)
				.collect(Collectors.joining(", "));
	}
}
