package org.certbench.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.Texts;

/** A diagnosis in words, for the terminal and for a mail to whoever helps. */
public final class DiagnosisText {

	private static final Texts TEXTS = Texts.of(DiagnosisText.class);
	private static final String INDENT = "  ";

	private DiagnosisText() {
	}

	/** The word of an outcome. */
	public static String word(Outcome outcome) {
		return TEXTS.get("outcome." + outcome.id());
	}

	/** One sentence about the whole. */
	public static String summary(Diagnosis diagnosis) {
		int lacking = diagnosis.count(Outcome.LACKING);
		int advice = diagnosis.count(Outcome.ADVICE);
		if (lacking + advice == 0) {
			return TEXTS.get("summary.well");
		}
		return lacking == 0 ? TEXTS.get("summary.advice", advice) : TEXTS.get("summary.lacking", lacking, advice);
	}

	/** Everything, part by part, and the {@link #summary} at the end. */
	public static List<String> lines(Diagnosis diagnosis) {
		var lines = new ArrayList<String>();
		for (var part : diagnosis.parts()) {
			if (!part.seen().isEmpty()) {
				lines.add(part.check().name());
				part.seen().forEach(each -> lines.addAll(lines(each)));
				lines.add("");
			}
		}
		lines.add(summary(diagnosis));
		return lines;
	}

	private static List<String> lines(Observation observation) {
		int width = Arrays.stream(Outcome.values()).mapToInt(each -> word(each).length()).max().orElse(0);
		var word = word(observation.outcome());
		var lines = new ArrayList<String>();
		lines.add(INDENT + TEXTS.get("line", word + " ".repeat(width - word.length()), observation.subject(), observation.seen()));
		var below = INDENT + " ".repeat(width) + INDENT;
		if (!observation.remedy().isEmpty()) {
			lines.add(below + TEXTS.get("line.remedy", observation.remedy()));
		}
		if (!observation.problem().isEmpty()) {
			lines.add(below + TEXTS.get("line.guide", observation.problem()));
		}
		return lines;
	}
}
