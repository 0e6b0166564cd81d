package org.certbench.lookup.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Texts;
import org.certbench.flow.FlowSession;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.SummaryBuilder;
import org.certbench.lookup.Answer;
import org.certbench.lookup.Comparison;
import org.certbench.lookup.Comparison.Row;
import org.certbench.lookup.LookUp;
import org.certbench.lookup.Words;

/** The answer that a run of a flow got, from the step that asks to the one that tells it. */
final class Outcome {

	private static final Texts TEXTS = Texts.of(Outcome.class);

	/** A difference in words; what several certificates of a holder have in common is told once. */
	private record Told(String difference, String seen) {

		static Stream<Told> of(Row row) {
			return row.differences().stream().map(difference -> new Told(Words.of(difference), Words.seen(difference, row)));
		}
	}

	private volatile Answer answer;

	void put(Answer given) {
		answer = given;
	}

	/** What differs, then all that was compared: what is known there beside what is here (B06). */
	Result result(FlowSession session) {
		var comparison = Comparison.of(LookUp.answers(session.services().dataFolder()),
				session.services().inventory().certificates()).about(answer);
		var summary = new SummaryBuilder(TEXTS).section("result.asked").row("result.moment", Words.moment(answer.asOf()))
				.row("result.certificates", comparison.rows().size());
		var differences = comparison.rows().stream().flatMap(Told::of).distinct().toList();
		summary.row("result.differences", differences.isEmpty() ? TEXTS.get("result.none") : String.valueOf(differences.size()));
		if (!differences.isEmpty()) {
			summary.section("result.todo");
			differences.forEach(told -> summary.entry(told.difference(), told.seen()));
		}
		if (!comparison.rows().isEmpty()) {
			summary.section("result.beside");
			comparison.rows().forEach(row -> summary.entry(Words.holder(row), beside(row)));
		}
		summary.section("result.next").row("result.then", TEXTS.get(differences.isEmpty() ? "result.fine" : "result.guide"));
		return new Result(summary.build(), null);
	}

	/** What is known there, what is here, and what is published: a line each. */
	private static String beside(Row row) {
		var lines = new ArrayList<>(List.of(TEXTS.get("result.there", Words.there(row)), TEXTS.get("result.here", Words.here(row))));
		row.file().ifPresent(file -> lines.add(file.getFileName().toString()));
		row.token().ifPresent(token -> lines.add(TEXTS.get("result.published", Words.published(row))));
		return String.join("\n", lines);
	}
}
