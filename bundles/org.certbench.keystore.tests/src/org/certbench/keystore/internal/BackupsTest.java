package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.PASSWORD;
import static org.certbench.keystore.internal.Samples.completed;
import static org.certbench.keystore.internal.Samples.open;
import static org.certbench.keystore.internal.Samples.password;
import static org.certbench.keystore.internal.Samples.requested;
import static org.certbench.keystore.internal.Samples.secret;
import static org.certbench.keystore.internal.Samples.withToken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.certbench.core.Progress;
import org.certbench.keystore.Backup;
import org.certbench.keystore.Backup.Content;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The backups beside a keystore")
class BackupsTest {

	private static final String NEW_PASSWORD = "Changed-22";

	@TempDir
	private Path folder;

	@Test
	@DisplayName("M35: those made before a change of password open with the old one, and hold nothing more")
	void afterAChangeOfPassword() throws Exception {
		var keystore = KEYSTORES.edit(withToken(folder)).save(secret(NEW_PASSWORD), Progress.NONE);

		assertEquals(List.of(Content.LOCKED), contents(keystore, NEW_PASSWORD));
		assertEquals(List.of(Content.NOTHING_MORE), contents(keystore, NEW_PASSWORD, PASSWORD));
		delete(keystore, NEW_PASSWORD, PASSWORD);

		assertEquals(List.of(), contents(keystore, PASSWORD));
		assertEquals(List.of(keystore.file()), filesBeside(keystore));
	}

	@Test
	@DisplayName("B02: one that holds a key which the keystore lacks is never deleted, nor one that nothing opens")
	void onlyCopies() throws Exception {
		var keystore = withToken(folder);
		var other = Files.copy(requested(folder).file(), backup(keystore, "20250101-000001"));
		var locked = Files.copy(keystore.file(), backup(keystore, "20250101-000002"));
		var changed = KEYSTORES.edit(keystore).save(secret(NEW_PASSWORD), Progress.NONE);
		Files.delete(newest(changed));
		var broken = Files.write(backup(keystore, "20250101-000003"), new byte[] { 0x30, 1, 2 });

		assertEquals(List.of(Content.LOCKED, Content.LOCKED, Content.LOCKED), contents(changed, NEW_PASSWORD));
		assertEquals(List.of(Content.LOCKED, Content.NOTHING_MORE, Content.MORE_KEYS), contents(changed, PASSWORD));
		assertEquals(List.of(locked), delete(changed, PASSWORD));

		assertTrue(Files.exists(other) && Files.exists(broken));
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	@DisplayName("files of other names are none, nor are links and those of another keystore")
	void otherNames() throws Exception {
		var keystore = completed(folder);
		for (var name : List.of(keystore.file().getFileName() + ".bak", keystore.file().getFileName() + ".bak-mine",
				keystore.file().getFileName() + ".bak-20250101-000001.p12", "other.p12.bak-20250101-000001")) {
			Files.copy(keystore.file(), keystore.file().resolveSibling(name));
		}
		Files.createSymbolicLink(backup(keystore, "20250101-000001"), keystore.file());

		assertEquals(List.of(), contents(keystore, PASSWORD));
	}

	@Test
	@DisplayName("nothing is deleted where the keystore is not what was opened any more")
	void changedMeanwhile() throws Exception {
		var keystore = completed(folder);
		KEYSTORES.edit(keystore).save(password(), Progress.NONE);

		assertThrows(KeystoreException.ChangedMeanwhile.class, () -> delete(keystore, PASSWORD));

		assertEquals(2, filesBeside(keystore).size());
	}

	@Test
	@DisplayName("the ten newest stay; older ones go when the keystore is saved, but not those with more in them")
	void pruned() throws Exception {
		var keystore = completed(folder);
		var withMore = Files.copy(requested(folder).file(), backup(keystore, "20250101-000000"));
		for (int number = 1; number <= 12; number++) {
			Files.copy(keystore.file(), backup(keystore, "20250101-0000%02d".formatted(number)));
		}

		var saved = KEYSTORES.edit(keystore).save(password(), Progress.NONE);

		var left = KEYSTORES.backups(saved, List.of(password()), Progress.NONE);
		assertEquals(11, left.size());
		assertEquals(new Backup(withMore, Content.MORE_KEYS), left.getLast());
		assertEquals(backup(keystore, "20250101-000004"), left.get(9).file());
		assertEquals(saved.keyIdentifier(), open(saved.file()).keyIdentifier());
	}

	private static List<Content> contents(Keystore keystore, String... passwords) throws Exception {
		return KEYSTORES.backups(keystore, List.of(passwords).stream().map(Samples::secret).toList(), Progress.NONE).stream()
				.map(Backup::content).toList();
	}

	private static List<Path> delete(Keystore keystore, String... passwords) throws Exception {
		return KEYSTORES.deleteSuperfluousBackups(keystore, List.of(passwords).stream().map(Samples::secret).toList(),
				Progress.NONE).stream().map(Backup::file).toList();
	}

	private static Path newest(Keystore keystore) throws Exception {
		return KEYSTORES.backups(keystore, List.of(), Progress.NONE).getFirst().file();
	}

	private static Path backup(Keystore keystore, String moment) {
		return keystore.file().resolveSibling(keystore.file().getFileName() + ".bak-" + moment);
	}

	private static List<Path> filesBeside(Keystore keystore) throws IOException {
		try (var files = Files.list(keystore.file().getParent())) {
			return files.sorted().toList();
		}
	}
}
