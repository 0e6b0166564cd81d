package org.certbench.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a failed command says")
class ErrorsTest {

	@TempDir
	private Path home;

	/** A failure of some kind. */
	private static final class Failure extends ProblemException {
		private static final long serialVersionUID = 1L;

		Failure(FailureKind kind) {
			super(kind, "some-problem", "It failed.", "Try something else.", null);
		}
	}

	@ParameterizedTest
	@CsvSource({ "NOT_YET,3,not-yet", "REFUSED,4,refused", "CARD,5,card", "KEYSTORE,6,keystore", "NETWORK,7,network",
			"CANCELLED,8,cancelled" })
	@DisplayName("each kind of failure has its exit code, three lines for people and one document for programs")
	void kinds(FailureKind kind, int code, String word) {
		var call = new Call(home).command("fail", () -> context -> {
			throw new Failure(kind);
		});

		var text = call.run("fail").expecting(code);
		assertEquals("", text.out());
		assertEquals(List.of("It failed.", "Try something else.", "Guide: some-problem"), text.err().lines().toList());

		var document = call.run("fail", "--json").expecting(code);
		assertEquals("", document.err());
		var error = document.json().getAsJsonObject("error");
		assertEquals("It failed.", error.get("message").getAsString());
		assertEquals("Try something else.", error.get("remedy").getAsString());
		assertEquals("some-problem", error.get("problem").getAsString());
		assertEquals(word, error.get("kind").getAsString());
		assertEquals(code, error.get("exitCode").getAsInt());
	}

	@Test
	@DisplayName("a fault of the program is exit code 70; what it was is in the log, and nowhere else")
	void fault() throws IOException {
		var call = new Call(home).command("fail", () -> context -> {
			throw new IllegalStateException("unheard of");
		});

		var ended = call.run("fail").expecting(70);

		assertFalse(ended.out().contains("unheard of") || ended.err().contains("unheard of"), ended.err());
		var log = home.resolve("data").resolve("certbench.log");
		assertTrue(ended.err().contains(log.toString()), ended.err());
		assertTrue(Files.readString(log).contains("IllegalStateException: unheard of"));
	}

	@Test
	@DisplayName("a failure after the answer does not make a second document")
	void oneDocument() {
		var ended = new Call(home).command("fail", () -> context -> {
			context.output().answer(List.of("the answer"), List.of());
			throw new Failure(FailureKind.NETWORK);
		}).run("fail", "--json").expecting(7);
		assertEquals("[\"the answer\"]", ended.out().replaceAll("\\s+(?=[\\[\"\\]])|\\s+$", ""));
	}

	@Test
	@DisplayName("remarks are for people who want them")
	void remarks() {
		var call = new Call(home).command("talk", () -> context -> {
			context.output().remark("by the way");
			context.output().answer(List.of(), List.of("the answer"));
			return 0;
		});
		assertEquals(List.of("by the way", "the answer"), call.run("talk").out().lines().toList());
		assertEquals(List.of("the answer"), call.run("talk", "--quiet").out().lines().toList());
		assertFalse(call.run("talk", "--json").out().contains("by the way"));
	}
}
