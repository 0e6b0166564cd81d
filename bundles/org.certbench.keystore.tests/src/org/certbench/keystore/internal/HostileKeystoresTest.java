package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.certbench.core.OperatingSystem;
import org.certbench.core.Secret;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.HostileKeystore;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each hostile keystore has its own clear answer, and none costs more than it should: the work is counted by
 * how often it asks whether the person wants to stop, which it does at the beginning and all along a derivation.
 */
class HostileKeystoresTest {

	/** Asked once, when opening begins: then nothing was derived that takes any time. */
	private static final int NOTHING_DERIVED = 1;

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);

	@TempDir
	Path folder;

	@ParameterizedTest(name = "{0}")
	@EnumSource(HostileAnswer.class)
	@DisplayName("what cannot be opened is told by its type, its page and its words")
	void refused(HostileAnswer answer) {
		var file = write(answer.kind());
		var progress = new CountingProgress();

		var failure = assertThrows(answer.type, () -> open(file, progress));

		assertEquals(answer.message(file), failure.getMessage());
		assertEquals(answer.problem(), failure.problem());
		assertFalse(failure.remedy().isBlank());
		if (answer.isToldBeforeDeriving()) {
			assertEquals(NOTHING_DERIVED, progress.asked());
		}
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(HostileAnswer.class)
	@DisplayName("in French as well")
	void refusedInFrench(HostileAnswer answer) {
		Locale.setDefault(Locale.FRENCH);
		var file = write(answer.kind());

		var failure = assertThrows(answer.type, () -> open(file, new CountingProgress()));

		assertEquals(answer.frenchMessage(file), failure.getMessage());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("what is odd and does no harm is opened")
	void opened(HostileKeystore kind, int chain) throws Exception {
		try (var keystore = open(write(kind), new CountingProgress())) {
			assertEquals(Keystore.Stage.COMPLETED, keystore.stage());
			assertEquals(chain, keystore.authenticationChain().size());
		}
	}

	static Stream<Arguments> opened() {
		return Stream.of(Arguments.of(HostileKeystore.LARGE_SALT, 3), Arguments.of(HostileKeystore.INDEFINITE_LENGTHS, 3),
				Arguments.of(HostileKeystore.MORE_BEHIND_IT, 3), Arguments.of(HostileKeystore.SAME_KEY_TWICE, 1),
				Arguments.of(HostileKeystore.EMPTY_ALIAS, 1), Arguments.of(HostileKeystore.ALIAS_WITH_CONTROL_CHARACTERS, 1),
				Arguments.of(HostileKeystore.CHAIN_THAT_NAMES_ITSELF, 1), Arguments.of(HostileKeystore.CHAIN_WITHOUT_END, 2),
				Arguments.of(HostileKeystore.MANY_OF_ONE_NAME, 1), Arguments.of(HostileKeystore.NO_MAC, 3),
				Arguments.of(HostileKeystore.CERTIFICATES_IN_CLEAR, 1), Arguments.of(HostileKeystore.JKS_BY_NAME_PKCS12, 3),
				Arguments.of(HostileKeystore.JCEKS_BY_NAME_PKCS12, 3), Arguments.of(HostileKeystore.NEVER_EXPIRES, 3));
	}

	@Test
	@DisplayName("there is no kind that no answer is known for")
	void everyKind() {
		var known = Stream.concat(Arrays.stream(HostileAnswer.values()).map(HostileAnswer::kind),
				opened().map(row -> (HostileKeystore) row.get()[0])).sorted().toList();

		assertEquals(Arrays.asList(HostileKeystore.values()), known);
	}

	@ParameterizedTest(name = "{0}")
	@EnumSource(HostileAnswer.class)
	@DisplayName("looking at one without its password tells the same, as far as no password is needed to know it")
	void inspected(HostileAnswer answer) {
		var file = write(answer.kind());

		var told = told(file);

		assertEquals(answer.isToldBeforeDeriving() || !told.isEmpty() ? answer.message(file) : "", told);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("opened")
	@DisplayName("looking at what can be opened tells nothing against it")
	void inspectedAndOpened(HostileKeystore kind, int chain) {
		assertEquals("", told(write(kind)));
	}

	private static String told(Path file) {
		try {
			return KEYSTORES.inspect(file).obstacle();
		} catch (KeystoreException failure) {
			return failure.getMessage();
		}
	}

	@Test
	@DisplayName("a moment that no calendar shows is shown to nobody")
	void momentOfNoCalendar() throws Exception {
		assertTrue(KEYSTORES.inspect(write(HostileKeystore.MOMENT_OF_NO_CALENDAR)).created().isEmpty());
	}

	private Path write(HostileKeystore kind) {
		assumeFalse(kind.isSpecial() && OperatingSystem.current() == OperatingSystem.WINDOWS, "Windows has none of them");
		return kind.write(folder);
	}

	private static Keystore open(Path file, CountingProgress progress) throws Exception {
		try (var password = Secret.taking(HostileKeystore.password().toCharArray())) {
			return KEYSTORES.open(file, password, progress);
		}
	}
}
