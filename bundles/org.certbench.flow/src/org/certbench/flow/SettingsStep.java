package org.certbench.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Setting;

/**
 * Asks for settings that something else wants to know, such as what was chosen in a {@link ChoiceStep}
 * before. Each is an answer by its own id.
 */
public final class SettingsStep extends StandardStep {

	/** What is asked for. */
	public interface Questions {

		/** The settings, in order; asked each time the step is entered. */
		List<Setting> settings(FlowSession session) throws ProblemException;

		/** Values to begin with, by their ids, such as those of the last time. */
		Map<String, String> known(FlowSession session);

		/** What is wrong with those that are given; quick. Whether one is missing is not asked. */
		List<Setting.Problem> check(FlowSession session, Map<String, String> values);
	}

	private final Questions questions;
	private volatile List<Setting> settings = List.of();

	public SettingsStep(Questions questions) {
		super(StepKind.SETTINGS);
		this.questions = questions;
	}

	/** Those that are asked for; empty before the step was entered. */
	public List<Setting> settings() {
		return settings;
	}

	/** Where the value of a setting is in a session. */
	public static Answer<String> answer(Setting setting) {
		return new Answer<>(setting.id(), String.class);
	}

	/** What was answered beforehand goes before what is known, until something else is asked for. */
	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		var asked = List.copyOf(questions.settings(session));
		var known = questions.known(session);
		boolean others = !settings.isEmpty() && !settings.equals(asked);
		for (var setting : asked) {
			if (others || session.get(answer(setting)).isEmpty()) {
				session.put(answer(setting), known.getOrDefault(setting.id(), setting.preset()));
			}
		}
		settings = asked;
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		var problems = new ArrayList<AnswerProblem>();
		var values = values(session);
		for (var setting : settings) {
			if (setting.required() && !values.containsKey(setting.id())) {
				problems.add(new AnswerProblem(answer(setting), TEXTS.get("settings.missing", setting.name()), true));
			}
		}
		questions.check(session, values).forEach(problem -> problems.add(
				new AnswerProblem(new Answer<>(problem.setting(), String.class), problem.message(), false)));
		return problems;
	}

	/** The values that are given, by the ids of their settings. */
	public Map<String, String> values(FlowSession session) {
		var values = new HashMap<String, String>();
		for (var setting : settings) {
			session.get(answer(setting)).map(String::strip).filter(value -> !value.isEmpty())
					.ifPresent(value -> values.put(setting.id(), value));
		}
		return values;
	}
}
