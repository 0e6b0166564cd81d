package org.certbench.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.Keystores;
import org.certbench.testing.HostileKeystore;
import org.certbench.testing.Mutations;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with every kind of hostile keystore: each has its own answer, and none hides another. */
class HostileFolderTest {

	private static final Keystores KEYSTORES = TestKeystores.keystores();

	@TempDir
	private Path folder;
	@AutoClose
	private Scene scene;

	@BeforeEach
	void open() throws Exception {
		scene = new Scene(folder);
	}

	@Test
	@DisplayName("every one is listed with what it shows, or why it cannot be read; pipes, devices and folders are none")
	void wholeZoo() throws Exception {
		var honest = scene.keystore(scene.ehealth(), "a", Scene.NOW, Scene.NOW.plus(Duration.ofDays(700)));
		var files = new ArrayList<>(List.of(honest));
		for (var kind : HostileKeystore.values()) {
			if (!kind.isSpecial() || OperatingSystem.current() != OperatingSystem.WINDOWS) {
				files.add(kind.write(scene.ehealth()));
			}
		}
		files.removeIf(file -> !Files.isRegularFile(file));

		var lives = byFile(scene.scan());

		assertEquals(files.stream().sorted().toList(), lives.keySet().stream().sorted().toList());
		for (var file : files) {
			assertEquals(reason(file), lives.get(file).unreadable(), file.toString());
			assertFalse(lives.get(file).isMissing());
		}
		assertEquals(Scene.HOLDER, lives.get(honest).knownHolder().orElseThrow());
		assertEquals(lives, byFile(scene.inventory().certificates()), "another process knows the same");
	}

	@Test
	@DisplayName("a broken index hides no keystore and stops no scan")
	void brokenIndex() throws Exception {
		var honest = scene.keystore(scene.ehealth(), "a", Scene.NOW, Scene.NOW.plus(Duration.ofDays(700)));
		HostileKeystore.JKS_BY_NAME_PKCS12.write(scene.ehealth());
		scene.scan();
		for (var name : List.of("index.json", "remembered.json", "windows.json", "folders.json")) {
			var file = folder.resolve("data/inventory").resolve(name);
			byte[] content = Files.exists(file) ? Files.readAllBytes(file) : "{}".getBytes(StandardCharsets.UTF_8);
			Mutations.ofBytes(content, 0.005, broken -> {
				Files.write(file, broken);
				assertEquals(Scene.HOLDER, byFile(scene.inventory().scan(Progress.NONE)).get(honest).knownHolder()
						.orElseThrow());
			});
		}
	}

	private static Map<Path, CertificateLife> byFile(List<CertificateLife> lives) {
		return lives.stream().collect(Collectors.toMap(CertificateLife::file, Function.identity()));
	}

	private static String reason(Path file) {
		try {
			assertEquals(file, KEYSTORES.inspect(file).file());
			return "";
		} catch (KeystoreException e) {
			return e.getMessage();
		}
	}
}
