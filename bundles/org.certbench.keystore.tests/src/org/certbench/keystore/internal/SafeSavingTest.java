package org.certbench.keystore.internal;

import static org.certbench.keystore.internal.Samples.HOLDER;
import static org.certbench.keystore.internal.Samples.KEYSTORES;
import static org.certbench.keystore.internal.Samples.completed;
import static org.certbench.keystore.internal.Samples.open;
import static org.certbench.keystore.internal.Samples.password;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Progress;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.KeystoreName;
import org.certbench.keystore.Keystores;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** B02: whatever happens while a keystore is saved, no key is lost and no half file is left. */
class SafeSavingTest {

	private static final String OWNER_ONLY = "rw-------";
	private static final Instant NOW = LocalDateTime.of(2025, 3, 1, 12, 30, 59).atZone(ZoneId.systemDefault()).toInstant();

	private final Keystores frozen = TestKeystores.keystores(InstantSource.fixed(NOW));

	@TempDir
	Path folder;

	@Test
	@DisplayName("nothing is on disk before the new keystore is saved; then it alone is")
	void newFile() throws Exception {
		var target = folder.resolve("not/yet/there");

		var edit = frozen.create(target, HOLDER, Environment.PRODUCTION);
		assertFalse(Files.exists(target));
		var keystore = edit.save(password(), Progress.NONE);

		assertEquals(target.resolve("NIHII-AMBU_SERVICE=79690052 20250301-123059.p12"), keystore.file());
		assertEquals(List.of(keystore.file()), filesIn(target));
	}

	@Test
	void acceptanceKeystoresAreNamedSo() throws Exception {
		var edit = frozen.create(folder, HOLDER, Environment.ACCEPTANCE);

		assertTrue(KeystoreName.of(edit.file()).orElseThrow().acceptance());
	}

	@Test
	@DisplayName("a name that is taken is left alone: the next second is used, also when it is taken at the last moment")
	void takenNames() throws Exception {
		var first = frozen.create(folder, HOLDER, Environment.SIMULATOR);
		var second = frozen.create(folder, HOLDER, Environment.SIMULATOR);
		assertEquals(first.file(), second.file());

		var one = first.save(password(), Progress.NONE);
		byte[] content = Files.readAllBytes(one.file());
		var other = second.save(password(), Progress.NONE);

		assertEquals(folder.resolve("NIHII-AMBU_SERVICE=79690052 20250301-123100.p12"), other.file());
		assertArrayEquals(content, Files.readAllBytes(one.file()));
	}

	@Test
	@DisplayName("the old content is kept beside the new one, under a name that no search for keystores finds")
	void backup() throws Exception {
		var keystore = completed(folder);
		byte[] before = Files.readAllBytes(keystore.file());
		var again = frozen.edit(keystore).createEncryptionKey().save(password(), Progress.NONE);
		byte[] between = Files.readAllBytes(keystore.file());
		frozen.edit(again).save(password(), Progress.NONE);

		var name = keystore.file().getFileName() + ".bak-20250301-123059";
		assertArrayEquals(before, Files.readAllBytes(keystore.file().resolveSibling(name)));
		assertArrayEquals(between, Files.readAllBytes(keystore.file().resolveSibling(name + "-2")));
		assertEquals(3, filesIn(keystore.file().getParent()).size(), "and nothing else is left");
		assertTrue(KeystoreName.of(keystore.file().resolveSibling(name)).isEmpty());
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	@DisplayName("files, backups too, are for their owner alone")
	void modes() throws Exception {
		var keystore = completed(folder);
		Files.setPosixFilePermissions(keystore.file(), PosixFilePermissions.fromString("rw-r--r--"));
		assertTrue(KEYSTORES.inspect(keystore.file()).readableByOthers());

		KEYSTORES.edit(keystore).save(password(), Progress.NONE);

		for (var file : filesIn(keystore.file().getParent())) {
			assertEquals(OWNER_ONLY, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
		assertFalse(KEYSTORES.inspect(keystore.file()).readableByOthers());
	}

	@Test
	void aFileThatChangedMeanwhileIsNotOverwritten() throws Exception {
		var keystore = completed(folder);
		KEYSTORES.edit(keystore).save(password(), Progress.NONE);
		byte[] changed = Files.readAllBytes(keystore.file());
		var files = filesIn(keystore.file().getParent());

		var told = assertThrows(KeystoreException.ChangedMeanwhile.class,
				() -> KEYSTORES.edit(keystore).save(password(), Progress.NONE));

		assertEquals("keystore-changed", told.problem());
		assertArrayEquals(changed, Files.readAllBytes(keystore.file()));
		assertEquals(files, filesIn(keystore.file().getParent()));
	}

	@Test
	@DisplayName("of two changes of one keystore that are saved at the same moment, one wins and the other is told")
	void savedAtTheSameMoment() throws Exception {
		var keystore = completed(folder);
		var bothAreWritten = new CyclicBarrier(2);
		try (var threads = Executors.newFixedThreadPool(2)) {
			Callable<Keystore> save = () -> KEYSTORES.edit(keystore).createEncryptionKey().save(password(),
					new AtCheck(2, () -> bothAreWritten.await() < 0));
			var results = threads.invokeAll(List.of(save, save));

			var saved = results.stream().filter(each -> each.state() == Future.State.SUCCESS).toList();
			assertEquals(1, saved.size());
			assertEquals(saved.getFirst().resultNow().pendingEncryptionKey(), open(keystore.file()).pendingEncryptionKey());
			assertEquals(Set.of(KeystoreException.ChangedMeanwhile.class),
					results.stream().filter(each -> each.state() == Future.State.FAILED)
							.map(each -> each.exceptionNow().getClass()).collect(Collectors.toSet()));
		}
	}

	@Test
	void aFileThatIsGoneIsNotMadeAnew() throws Exception {
		var keystore = completed(folder);
		Files.delete(keystore.file());

		assertEquals("folder-gone", assertThrows(KeystoreException.NotSaved.class,
				() -> KEYSTORES.edit(keystore).save(password(), Progress.NONE)).problem());

		assertEquals(List.of(), filesIn(keystore.file().getParent()));
	}

	@Test
	@DisplayName("cancelled after the new file was written and before it takes its place: all is as before")
	void cancelled() throws Exception {
		var keystore = completed(folder);
		byte[] before = Files.readAllBytes(keystore.file());

		assertThrows(Cancelled.class, () -> KEYSTORES.edit(keystore).save(password(), new AtCheck(2, () -> true)));

		assertArrayEquals(before, Files.readAllBytes(keystore.file()));
		assertEquals(List.of(keystore.file()), filesIn(keystore.file().getParent()));
	}

	@Test
	@DisplayName("what a crash left behind in the folder disturbs nothing")
	void leftovers() throws Exception {
		var keystore = completed(folder);
		byte[] content = Files.readAllBytes(keystore.file());
		Files.write(keystore.file().resolveSibling(".writing123.tmp"), Arrays.copyOf(content, content.length / 2));

		KEYSTORES.edit(keystore).save(password(), Progress.NONE);

		assertEquals(keystore.authenticationChain(), open(keystore.file()).authenticationChain());
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void aSymbolicLinkStaysOne() throws Exception {
		var real = completed(folder).file();
		var link = Files.createSymbolicLink(folder.resolve("link.p12"), real);

		KEYSTORES.edit(open(link)).createEncryptionKey().save(password(), Progress.NONE);

		assertTrue(Files.isSymbolicLink(link));
		assertTrue(open(real).pendingEncryptionKey().isPresent());
	}

	@Test
	void aFolderThatCannotBeMadeIsSaid() throws Exception {
		var file = Files.createFile(folder.resolve("a file"));

		var failure = assertThrows(KeystoreException.NotSaved.class,
				() -> KEYSTORES.create(file, HOLDER, Environment.SIMULATOR).save(password(), Progress.NONE));

		assertEquals("name-taken", failure.problem());
	}

	@Test
	void anEditIsSavedOnce() throws Exception {
		var edit = frozen.create(folder, HOLDER, Environment.SIMULATOR);
		edit.save(password(), Progress.NONE);

		assertThrows(IllegalStateException.class, () -> edit.save(password(), Progress.NONE));
	}

	private static List<Path> filesIn(Path folder) throws Exception {
		try (var files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/** Decides at the n-th time that the work asks whether the person stopped it. */
	private static final class AtCheck implements Progress {
		private final Callable<Boolean> isCancelled;
		private int left;

		private AtCheck(int left, Callable<Boolean> isCancelled) {
			this.left = left;
			this.isCancelled = isCancelled;
		}

		@Override
		public void doing(String what) {
			// nobody watches
		}

		@Override
		public boolean isCancelled() {
			try {
				return --left == 0 && isCancelled.call();
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
