package org.certbench.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.certbench.cli.internal.Call;
import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.doctor.Diagnosis;
import org.certbench.doctor.Diagnosis.Part;
import org.certbench.doctor.Doctor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

@DisplayName("M34 doctor")
class DoctorCommandTest {

	private static final Observation JAVA = Observation.fine("java", "Java", "21");
	private static final Observation NO_READER = Observation.lacking("reader", "Card reader", "None is connected.",
			"Connect one.", "eid-no-reader");

	@TempDir
	private Path home;
	private Call call;

	@BeforeEach
	void setUp() {
		call = new Call(home).command("doctor", DoctorCommand::new);
	}

	@Test
	@DisplayName("all is well: exit code 0")
	void well() {
		call.with(Doctor.class, seeing(JAVA));
		assertEquals("Everything\n  well     Java: 21\n\nThis computer has everything that is needed.\n",
				call.run("doctor").expecting(0).out());
	}

	@Test
	@DisplayName("something is lacking: exit code 1, what to do, and the guide's page")
	void lacking() {
		call.with(Doctor.class, seeing(JAVA, NO_READER));
		var out = call.run("doctor").expecting(1).out();
		assertTrue(out.contains("lacking  Card reader: None is connected.") && out.contains("What to do: Connect one.")
				&& out.contains("Guide: eid-no-reader"), out);
	}

	@Test
	@DisplayName("I03: one JSON document, of the chosen environment")
	void json() {
		call.with(Doctor.class, seeing(JAVA, NO_READER));
		var json = call.run("doctor", "--json", "--environment", "acceptance").expecting(1).json();
		assertEquals(List.of("well", "environment", "moment", "checks"), List.copyOf(json.keySet()));
		assertEquals("false acceptance 2026-03-01T10:00:00Z", json.get("well").getAsString() + " "
				+ json.get("environment").getAsString() + " " + json.get("moment").getAsString());
		var seen = json.getAsJsonArray("checks").get(0).getAsJsonObject().getAsJsonArray("observations");
		assertEquals("{\"id\":\"reader\",\"subject\":\"Card reader\",\"outcome\":\"lacking\",\"seen\":\"None is connected.\","
				+ "\"remedy\":\"Connect one.\",\"problem\":\"eid-no-reader\"}", seen.get(1).toString());
		assertEquals(JsonNull.INSTANCE, ((JsonObject) seen.get(0)).get("problem"));
	}

	@Test
	@DisplayName("interrupted: exit code 8")
	void interrupted() {
		call.with(Doctor.class, seeing(JAVA)).interrupted().run("doctor").expecting(8);
	}

	private static Doctor seeing(Observation... seen) {
		return new Doctor() {
			@Override
			public List<Check> checks() {
				return List.of(new Check("everything", "Everything"));
			}

			@Override
			public Diagnosis examine(Environment environment, Progress progress, Consumer<Part> told) throws Cancelled {
				progress.checkCancelled();
				return new Diagnosis(environment, Call.NOW, List.of(new Part(checks().getFirst(), List.of(seen))));
			}
		};
	}
}
