package org.certbench.doctor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.doctor.Diagnosis;
import org.certbench.doctor.DiagnosisText;
import org.certbench.doctor.Doctor;
import org.certbench.doctor.MachineCheck;
import org.certbench.eid.CardException;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M34 one check after the other")
class ExaminationTest {

	private static final MachineCheck WELL = (machine, progress) -> List.of(Observation.fine("java", "Java", "21"));
	private static final MachineCheck ADVISING = (machine, progress) -> List
			.of(Observation.advice("pin", "PIN", "Tries left: 1.", "Look it up.", "eid-pin-wrong"));

	@TempDir
	private Path folder;
	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final List<Diagnosis.Part> told = new ArrayList<>();

	@Test
	@DisplayName("a check that fails does not hide the others")
	void failing() throws Exception {
		var diagnosis = examine(Progress.NONE, WELL, (machine, progress) -> {
			throw new CardException.NoReader(null);
		}, (machine, progress) -> {
			throw new IllegalStateException("a fault");
		}, (machine, progress) -> {
			throw new NoClassDefFoundError("javax/smartcardio/Card");
		}, ADVISING);

		assertEquals(List.of("java", "1", "2", "3", "pin"),
				diagnosis.parts().stream().map(part -> part.seen().getFirst().id()).toList());
		assertEquals("eid-no-reader", diagnosis.parts().get(1).seen().getFirst().problem());
		assertEquals(3, diagnosis.count(Outcome.LACKING));
		assertFalse(diagnosis.isWell());
		assertEquals(diagnosis.parts(), told);
	}

	@Test
	@DisplayName("advice alone is no lack")
	void advice() throws Exception {
		var diagnosis = examine(Progress.NONE, WELL, ADVISING);
		assertTrue(diagnosis.isWell());
		assertEquals(SampleMachine.NOW, diagnosis.moment());
	}

	@Test
	@DisplayName("cancelled, the next check is not made; what was told holds")
	void cancelled() {
		assertThrows(Cancelled.class, () -> examine(cancelledOnceTold(), WELL, (machine, progress) -> {
			throw new AssertionError("not to be made");
		}));
		assertEquals(1, told.size());
	}

	@Test
	@DisplayName("in words: what was seen, what to do, the guide's page, and a sentence about the whole")
	void words() throws Exception {
		var diagnosis = examine(Progress.NONE, WELL, ADVISING, (machine, progress) -> List.of());
		assertEquals("""
				Check 0
				  well     Java: 21

				Check 1
				  advice   PIN: Tries left: 1.
				           What to do: Look it up.
				           Guide: eid-pin-wrong

				This computer has everything that is needed. Pieces of advice: 1.""",
				String.join("\n", DiagnosisText.lines(diagnosis)));
	}

	@Test
	void allTextsAreTranslated() {
		Translations.check(Doctor.class);
	}

	private Diagnosis examine(Progress progress, MachineCheck... checks) throws Cancelled {
		var steps = new ArrayList<Examination.Step>();
		for (var check : checks) {
			steps.add(new Examination.Step(new Doctor.Check(String.valueOf(steps.size()), "Check " + steps.size()), () -> check));
		}
		return new Examination(steps).of(SampleMachine.of(OperatingSystem.DEBIAN, folder), progress, told::add);
	}

	private Progress cancelledOnceTold() {
		return new Progress() {
			@Override
			public void doing(String what) {
				// nobody watches
			}

			@Override
			public boolean isCancelled() {
				return !told.isEmpty();
			}
		};
	}
}
