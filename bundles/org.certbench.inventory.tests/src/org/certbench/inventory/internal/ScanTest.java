package org.certbench.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Progress;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.JournalEntry.Event;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Finding keystores on disk: what is found, what is not looked at again, and what is lost. */
class ScanTest {

	private static final Instant ISSUED = Scene.NOW.minus(Duration.ofDays(300));
	private static final Instant EXPIRES = Scene.NOW.plus(Duration.ofDays(700));

	@TempDir
	private Path folder;
	@AutoClose
	private Scene scene;

	@BeforeEach
	void open() throws Exception {
		scene = new Scene(folder);
	}

	@Test
	void keystoresAreFoundInSubfoldersAndNothingElse() throws Exception {
		var keystore = scene.keystore(scene.ehealth().resolve("2029/second"), "a", ISSUED, EXPIRES);
		var content = Files.readAllBytes(keystore);
		var others = Set.of("a.acc-p12", "B.PFX", "c.jks");
		for (var name : others) {
			Files.write(scene.ehealth().resolve(name), content);
		}
		for (var name : List.of("a.p12.bak-20300101-000000", ".writing123.tmp", ".hidden.p12", "a.txt", "p12")) {
			Files.write(scene.ehealth().resolve(name), content);
		}
		var found = scene.scan().stream().map(life -> life.file().getFileName().toString()).collect(Collectors.toSet());
		assertEquals(4, found.size(), found.toString());
		assertTrue(found.containsAll(others));
	}

	@Test
	void chosenFoldersAreScannedByEveryProcess() throws Exception {
		var chosen = Files.createDirectories(folder.resolve("customers"));
		scene.keystore(chosen, "a", ISSUED, EXPIRES);
		scene.inventory.chooseFolders(List.of(chosen));
		var other = scene.inventory();
		assertEquals(List.of(other.keystoreFolder(Environment.SIMULATOR), scene.ehealth(), chosen), other.folders());
		assertEquals(1, other.scan(Progress.NONE).size());

		scene.inventory.chooseFolders(List.of());
		assertTrue(scene.inventory.certificates().isEmpty());
		assertTrue(scene.scan().isEmpty());
	}

	@Test
	@DisplayName("I01 what did not change is not inspected again, in no process")
	void whatDidNotChangeIsNotInspectedAgain() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.scan();
		scene.inventory().scan(Progress.NONE);
		assertEquals(1, scene.inspections());
		scene.keystore(scene.ehealth(), "b", ISSUED, EXPIRES);
		scene.scan();
		assertEquals(2, scene.inspections());
		assertEquals(keystore, scene.life(keystore).file());
	}

	@Test
	void whatIsKnownIsThereWithoutLookingAtTheDisk() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.scan();
		Files.delete(keystore);
		var known = scene.inventory().certificates().getFirst();
		assertEquals(keystore, known.file());
		assertEquals(Scene.HOLDER, known.knownHolder().orElseThrow());
		assertFalse(known.isMissing());
	}

	@Test
	void aFileThatCannotBeReadIsKeptWithTheReason() throws Exception {
		var broken = Files.writeString(scene.ehealth().resolve(Scene.name(ISSUED)), "no keystore at all");
		var life = scene.life(broken);
		assertTrue(life.unreadable().contains(broken.getFileName().toString()), life.unreadable());
		assertFalse(life.isMissing());
		assertEquals(Scene.HOLDER, life.knownHolder().orElseThrow());
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aFileWhoseRightsChangedIsInspectedAgain() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-r--r--"));
		assertTrue(scene.life(keystore).inspection().readableByOthers());
		Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-------"));
		assertFalse(scene.life(keystore).inspection().readableByOthers());
	}

	@Test
	void singlePlacesCanBeLookedAt() throws Exception {
		scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		var elsewhere = scene.keystore(folder.resolve("elsewhere"), "b", ISSUED, EXPIRES);
		assertEquals(List.of(elsewhere), files(scene.inventory.scan(List.of(elsewhere), Progress.NONE)));
		assertEquals(List.of(elsewhere), files(scene.inventory.scan(List.of(elsewhere.getParent()), Progress.NONE)));
		assertEquals(2, scene.scan().size());

		Files.delete(elsewhere);
		assertEquals(1, scene.scan().size(), "what was only looked at once is not missed");
	}

	@Test
	@DisplayName("a keystore in use that is gone is lost, not forgotten")
	void aKeystoreThatIsGoneIsLost() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.scan();
		Files.delete(keystore);
		assertTrue(scene.life(keystore).isMissing());
		assertTrue(scene.inventory().certificates().getFirst().isMissing());
	}

	@Test
	void aLostKeystoreThatComesBackIsThereAgain() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.scan();
		var hidden = Files.move(keystore, folder.resolve("hidden"));
		scene.scan();
		Files.move(hidden, keystore);
		assertFalse(scene.life(keystore).isMissing());
	}

	@Test
	void aMovedKeystoreIsNotLost() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.scan();
		var moved = Files.move(keystore, Files.createDirectories(scene.ehealth().resolve("archive")).resolve("renamed.p12"));
		assertEquals(List.of(moved), files(scene.scan()));
	}

	@Test
	void anExpiredKeystoreThatIsGoneIsForgotten() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED.minus(Duration.ofDays(3000)), ISSUED);
		scene.scan();
		Files.delete(keystore);
		assertTrue(scene.scan().isEmpty());
	}

	@Test
	void aKeystoreThatOnlyTheJournalKnowsIsLostAsWell() throws Exception {
		var keystore = folder.resolve("usb-stick").resolve(Scene.name(ISSUED));
		scene.journal(Scene.key("a"), keystore, Map.of(), Event.KEY_CREATED, Event.SENT);
		assertTrue(scene.life(keystore).isMissing());
		scene.journal(Scene.key("a"), keystore, Map.of(), Event.REFUSED);
		assertTrue(scene.scan().isEmpty());
	}

	@Test
	void aFolderThatIsNotConnectedLosesNothing() throws Exception {
		var share = folder.resolve("share");
		var keystore = scene.keystore(share, "a", ISSUED, EXPIRES);
		scene.inventory.chooseFolders(List.of(share));
		scene.scan();
		var unplugged = Files.move(share, folder.resolve("unplugged"), StandardCopyOption.ATOMIC_MOVE);
		assertFalse(scene.life(keystore).isMissing());
		Files.move(unplugged, share);
		assertFalse(scene.life(keystore).isMissing());
	}

	@Test
	void aCancelledScanKeepsWhatItFound() throws Exception {
		for (int i = 0; i < 5; i++) {
			scene.keystore(scene.ehealth().resolve("folder" + i), "a", ISSUED, EXPIRES);
		}
		var asked = new AtomicInteger();
		var cancelling = new Progress() {
			@Override
			public void doing(String what) {
				assertFalse(what.isBlank());
			}

			@Override
			public boolean isCancelled() {
				return asked.incrementAndGet() > 5;
			}
		};
		assertThrows(Cancelled.class, () -> scene.inventory.scan(cancelling));
		int found = scene.inventory().certificates().size();
		assertTrue(found > 0 && found < 5, "found " + found);
	}

	@Test
	void aBrokenIndexIsBegunAnew() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.scan();
		Files.writeString(folder.resolve("data/inventory/index.json"), "{ \"broken");
		assertEquals(List.of(keystore), files(scene.inventory().scan(Progress.NONE)));
	}

	@Test
	void anEntryThatCannotBeUnderstoodHidesNoOther() throws Exception {
		var keystore = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
		scene.scan();
		Files.writeString(folder.resolve("data/inventory/windows.json"),
				"{ \"no key\": { \"opens\": \"2026-01-01T00:00:00Z\", \"closes\": \"2026-04-01T00:00:00Z\" } }");
		assertEquals(List.of(keystore), files(scene.inventory().certificates()));
	}

	@Test
	@DisplayName("I01 ten thousand keystores")
	void tenThousandKeystores() throws Exception {
		var content = Files.readAllBytes(scene.keystore(folder.resolve("template"), "a", ISSUED, EXPIRES));
		for (int i = 0; i < 10_000; i++) {
			var customer = scene.ehealth().resolve("customer" + i / 100);
			Files.createDirectories(customer);
			Files.write(customer.resolve(Scene.name(ISSUED.plusSeconds(i))), content);
		}
		assertEquals(10_000, scene.scan().size());
		int inspected = scene.inspections();
		var other = scene.inventory();
		assertEquals(10_000, other.certificates().size());
		assertEquals(10_000, other.scan(Progress.NONE).size());
		assertEquals(inspected, scene.inspections());
	}

	@Test
	void aNewFileANewFolderAndTheJournalAreTold() throws Exception {
		var told = new Semaphore(0);
		try (var watch = scene.inventory.watch(told::release)) {
			var first = scene.keystore(scene.ehealth(), "a", ISSUED, EXPIRES);
			awaitUntil(told, () -> knows(first));
			var second = scene.keystore(scene.ehealth().resolve("new/folder"), "b", ISSUED, EXPIRES);
			awaitUntil(told, () -> knows(second));
			scene.journal(Scene.key("b"), second, Map.of(), Event.ACTIVATED, Event.REVOKED);
			awaitUntil(told, () -> scene.inventory.certificates().stream().anyMatch(life -> life.ownRequest().isPresent()));
		}
	}

	private boolean knows(Path file) {
		return files(scene.inventory.certificates()).contains(file);
	}

	private static List<Path> files(List<CertificateLife> lives) {
		return lives.stream().map(CertificateLife::file).toList();
	}

	/** Looks again each time something is told, as a view does. */
	private static void awaitUntil(Semaphore told, BooleanSupplier condition) throws Exception {
		while (!condition.getAsBoolean()) {
			assertTrue(told.tryAcquire(20, TimeUnit.SECONDS), "nothing was told");
		}
	}
}
