package org.certbench.deployment.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.deployment.DeploymentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Handing over into a folder")
@EnabledOnOs({ OS.LINUX, OS.MAC })
class FolderTargetTest {

	private static final Instant NOW = LocalDateTime.of(2030, 3, 1, 12, 30, 59).atZone(ZoneId.systemDefault()).toInstant();
	private static final byte[] CONTENT = { 1, 2, 3 };

	@TempDir
	private Path folder;
	private Path keystore;
	private Path software;
	private final FolderTarget target = new FolderTarget(InstantSource.fixed(NOW));

	@BeforeEach
	void keystoreAndSoftware() throws Exception {
		keystore = Files.write(folder.resolve("SSIN=85999900189 20300301-120000.p12"), CONTENT);
		software = Files.createDirectory(folder.resolve("soft ware"));
	}

	@Test
	@DisplayName("the copy is the owner's alone, and what was there before is kept beside it")
	void copies() throws Exception {
		var place = Files.write(software.resolve("active.p12"), new byte[] { 9 });

		var delivery = target.deploy(keystore, settings("name", "active.p12"), Progress.NONE);

		assertArrayEquals(CONTENT, Files.readAllBytes(place));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
		assertArrayEquals(new byte[] { 9 }, Files.readAllBytes(software.resolve("active.p12.bak-20300301-123059")));
		assertEquals(place.toString(), delivery.facts().getFirst().value());
		target.deploy(keystore, settings("name", "active.p12"), Progress.NONE);
		try (var files = Files.list(software)) {
			assertEquals(2, files.count(), "the same again needs no backup");
		}
	}

	@Test
	@DisplayName("a keystore is never copied over itself")
	void itself() {
		assertThrows(DeploymentException.SameFile.class,
				() -> target.deploy(keystore, Map.of("folder", folder.toString()), Progress.NONE));
	}

	@Test
	@DisplayName("a folder that cannot be written to is said")
	void notWritten() throws Exception {
		var file = Files.createFile(folder.resolve("a file"));

		var failure = assertThrows(DeploymentException.NotWritten.class,
				() -> target.deploy(keystore, Map.of("folder", file.toString()), Progress.NONE));

		assertFalse(failure.remedy().isBlank());
	}

	@Test
	@DisplayName("the command runs afterwards on the copy, without a shell")
	void command() throws Exception {
		var script = script("cp \"$1\" \"$2\"; echo \"done: $3\"");

		var delivery = target.deploy(keystore,
				settings("command", script + " {file} '" + folder.resolve("seen") + "' \"a; b $HOME\""), Progress.NONE);

		assertArrayEquals(CONTENT, Files.readAllBytes(folder.resolve("seen")));
		assertEquals("done: a; b $HOME", delivery.facts().getLast().value());
	}

	@Test
	@DisplayName("the command does not inherit this program's secrets")
	void secrets() {
		var environment = new HashMap<>(Map.of("PATH", "/bin", "CERTBENCH_PASSWORD", "secret", "CERTBENCH_PIN", "1234"));

		CommandRun.forgetSecrets(environment);

		assertEquals(Map.of("PATH", "/bin"), environment);
	}

	@Test
	@DisplayName("its exit code is told, with what it said; the copy is there")
	void commandFails() throws Exception {
		var script = script("echo 'no such ward' >&2; exit 3");

		var failure = assertThrows(DeploymentException.CommandFailed.class,
				() -> target.deploy(keystore, settings("command", script.toString()), Progress.NONE));

		assertEquals("hand-over-failed", failure.problem());
		assertEquals(3, failure.commandExitCode());
		assertTrue(failure.remedy().contains("no such ward"), failure::remedy);
		assertFalse(failure.getMessage().contains("no such ward"), "the message goes to the journal");
		assertTrue(Files.exists(software.resolve(keystore.getFileName())));
	}

	@Test
	@DisplayName("a program that is not there is told")
	void commandMissing() {
		assertThrows(DeploymentException.CommandNotStarted.class,
				() -> target.deploy(keystore, settings("command", "/no/such/program"), Progress.NONE));
	}

	@Test
	@DisplayName("one that does not end in time is ended, and so is what it started")
	void commandTooLong() throws Exception {
		var script = script("sleep 300 & echo $! > '" + folder.resolve("child") + "'; wait");
		var settings = settings("command", script.toString());
		settings.put("seconds", "1");

		assertThrows(DeploymentException.CommandTookTooLong.class, () -> target.deploy(keystore, settings, Progress.NONE));

		var child = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("child")).strip()));
		child.ifPresent(process -> process.onExit().join());
	}

	@Test
	@DisplayName("the person can stop it")
	void cancelled() throws Exception {
		var started = folder.resolve("started");
		var script = script("touch '" + started + "'; sleep 300");
		var stopAtStart = new Progress() {
			@Override
			public void doing(String what) {
				// nobody watches
			}

			@Override
			public boolean isCancelled() {
				return Files.exists(started);
			}
		};

		assertThrows(Cancelled.class, () -> target.deploy(keystore, settings("command", script.toString()), stopAtStart));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			restart                      | restart
			/usr/bin/x  -a   b           | /usr/bin/x,-a,b
			"C:\\Program Files\\x.exe" b | C:\\Program Files\\x.exe,b
			x 'a "b" c' ""               | x,a "b" c,
			""")
	@DisplayName("a line becomes a program and its arguments")
	void words(String line, String words) {
		assertEquals(Optional.of(List.of(words.split(",", -1))), CommandLine.parse(line).map(CommandLine::words));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "x \"open", "it's", "a\"b\"c", "\"\" x" })
	void noCommands(String line) {
		assertEquals(Optional.empty(), CommandLine.parse(line));
	}

	@Test
	@DisplayName("what is typed is checked")
	void checks() {
		assertEquals(List.of(), target.check(settings("command", "restart")));
		assertEquals(List.of("folder", "name", "command", "seconds"), target.check(Map.of("folder", "not/whole", "name",
				"../x", "command", "'", "seconds", "0")).stream().map(Setting.Problem::setting).toList());
		assertEquals(1, target.check(settings("name", "..")).size());
		assertEquals(1, target.check(settings("seconds", "3601")).size());
		assertEquals(List.of(), target.check(settings("seconds", "3600")));
	}

	private Map<String, String> settings(String id, String value) {
		return new HashMap<>(Map.of("folder", software.toString(), id, value));
	}

	private Path script(String content) throws Exception {
		var script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + content + "\n");
		Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
		return script;
	}
}
