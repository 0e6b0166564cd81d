package org.certbench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.core.Setting.Form;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The question for settings")
class SettingsStepTest {

	private static final Setting FOLDER = new Setting("folder", Form.FOLDER, "Folder", "", true, "");
	private static final Setting SECONDS = new Setting("seconds", Form.TEXT, "Time", "", false, "60");

	private List<Setting> asked = List.of(FOLDER, SECONDS);
	private Map<String, String> known = Map.of();
	private final FlowSession session = new TestSession().open();
	private final SettingsStep step = new SettingsStep(new SettingsStep.Questions() {

		@Override
		public List<Setting> settings(FlowSession any) {
			return asked;
		}

		@Override
		public Map<String, String> known(FlowSession any) {
			return known;
		}

		@Override
		public List<Setting.Problem> check(FlowSession any, Map<String, String> values) {
			return "wrong".equals(values.get("seconds")) ? List.of(new Setting.Problem("seconds", "Not a number.")) : List.of();
		}
	});

	private Optional<String> answered(Setting setting) {
		return session.get(SettingsStep.answer(setting));
	}

	@Test
	@DisplayName("begins with what is known, else with what is preset, and asks for what is required")
	void begins() throws Exception {
		step.enter(session, Progress.NONE);

		assertEquals(Map.of("seconds", "60"), step.values(session));
		assertEquals(List.of(new AnswerProblem(SettingsStep.answer(FOLDER), "Folder: still needed.", true)), step.check(session));
		session.put(SettingsStep.answer(FOLDER), " /srv ");
		assertEquals(List.of(), step.check(session));
		assertEquals("/srv", step.values(session).get("folder"));
	}

	@Test
	@DisplayName("what was answered beforehand goes before what is known")
	void answeredBeforehand() throws Exception {
		known = Map.of("folder", "/known", "seconds", "5");
		session.put(SettingsStep.answer(FOLDER), "/given");

		step.enter(session, Progress.NONE);

		assertEquals(Map.of("folder", "/given", "seconds", "5"), step.values(session));
	}

	@Test
	@DisplayName("when something else is asked for, it begins with what is known of that")
	void otherQuestions() throws Exception {
		answeredBeforehand();
		step.enter(session, Progress.NONE);
		assertEquals(Optional.of("/given"), answered(FOLDER), "coming back changes nothing");

		asked = List.of(FOLDER);
		known = Map.of("folder", "/other");
		step.enter(session, Progress.NONE);

		assertEquals(Map.of("folder", "/other"), step.values(session));
	}

	@Test
	@DisplayName("tells what is wrong beside the setting")
	void wrong() throws Exception {
		session.put(SettingsStep.answer(SECONDS), "wrong");
		session.put(SettingsStep.answer(FOLDER), "/srv");
		step.enter(session, Progress.NONE);

		assertEquals(List.of(new AnswerProblem(SettingsStep.answer(SECONDS), "Not a number.", false)), step.check(session));
		assertTrue(step.check(session).stream().noneMatch(AnswerProblem::missing));
	}
}
