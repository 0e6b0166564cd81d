package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowRun;
import org.certbench.flow.ResultStep;
import org.certbench.flow.StepKind;
import org.certbench.flow.oldkeys.internal.OldKeysFlow;
import org.certbench.keystore.Keystore.EncryptionEntry;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M26: taking the encryption keys of an older keystore over, where another program renewed without them")
class OldKeysTest {

	private static final String PASSWORD = Manager.PASSWORD;

	@TempDir
	private Path folder;

	/** @param old empty where the flow shall find it by itself */
	private static FlowRun begin(Manager manager, Path keystore, Optional<Path> old) throws ProblemException {
		return manager.begin("old-keys", new OldKeysFlow(), session -> {
			Manager.keystore(keystore, PASSWORD).accept(session);
			old.ifPresent(file -> session.put(Answer.OLD_KEYSTORE_FILE, file));
			session.put(Answer.OLD_KEYSTORE_PASSWORD, Secret.taking(PASSWORD.toCharArray()));
		});
	}

	@Test
	@DisplayName("finds the older one of the same holder, reads it only, and leaves all else of the present one as it was; without the service")
	void takesOver() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var old = renewable(installation, manager);
			var present = renewed(manager, old);
			manager.activate(present, PASSWORD);
			var whole = entries(installation, present);
			forget(present, entries(installation, old));
			assertEquals(whole.size() - 1, entries(installation, present).size(), "so another program leaves it");
			byte[] lacking = Files.readAllBytes(present);
			byte[] untouched = Files.readAllBytes(old);
			installation.stopSimulator();

			try (var run = begin(manager, present, Optional.empty())) {
				manager.goTo(run, StepKind.RESULT);
				assertEquals(old, run.session().require(Answer.OLD_KEYSTORE_FILE));
				assertEquals(present, ((ResultStep) run.current()).result().orElseThrow().keystore().orElseThrow());
			}

			assertEquals(Set.copyOf(whole), Set.copyOf(entries(installation, present)));
			assertArrayEquals(untouched, Files.readAllBytes(old));
			var backup = backups(present).getLast();
			assertArrayEquals(lacking, Files.readAllBytes(backup));
			try (var before = installation.open(backup, PASSWORD); var after = installation.open(present, PASSWORD)) {
				assertEquals(before.authenticationChain(), after.authenticationChain());
				assertEquals(before.keyIdentifier(), after.keyIdentifier());
			}
			assertEquals(privateKeys(old, entries(installation, old)), privateKeys(present, entries(installation, old)));
		}
	}

	@Test
	@DisplayName("where there is nothing to take, that is said before anything is written")
	void nothingToTake() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var old = renewable(installation, manager);
			var present = renewed(manager, old);

			assertRefused(manager, present, old);
		}
	}

	@Test
	@DisplayName("nobody's keys come into the keystore of another holder")
	void otherHolder() throws Exception {
		try (var installation = new Installation(folder)) {
			var present = completed(Manager.jane(installation));
			var old = completed(Manager.jane(installation).wanting(Holder.parse("NIHII-AMBU_SERVICE=79699950")));

			var told = assertRefused(Manager.jane(installation), present, old);

			assertTrue(told.contains("79699950"), told);
		}
	}

	@Test
	@DisplayName("a keystore of the old form of Java takes nothing: it is left as it is")
	void jks() throws Exception {
		try (var installation = new Installation(folder)) {
			var old = completed(Manager.jane(installation));
			var present = folder.resolve("SSIN=85999900189 20260101-120000.p12");
			var key = TestKeys.rsa("other");
			KeystoreBuilder.ofType("JKS").key("authentication", key.getPrivate(),
					TestPki.rsa().issue(Holder.parse("SSIN=85999900189"), "JANE DOE", key.getPublic()), PASSWORD).write(present, PASSWORD);
			byte[] before = Files.readAllBytes(present);

			var told = assertThrows(FlowException.OldForm.class,
					() -> Manager.jane(installation).finish(begin(Manager.jane(installation), present, Optional.of(old))));

			assertEquals("keystore-unreadable", told.problem());
			assertArrayEquals(before, Files.readAllBytes(present));
		}
	}

	/** What is said instead; both keystores stay as they are. */
	private static String assertRefused(Manager manager, Path present, Path old) throws IOException, ProblemException {
		byte[] before = Files.readAllBytes(present);
		byte[] untouched = Files.readAllBytes(old);
		int copies = backups(present).size();
		try (var run = begin(manager, present, Optional.of(old))) {
			var told = assertThrows(ProblemException.class, () -> manager.goTo(run, StepKind.WORK));
			assertEquals("old-messages", told.problem());
			assertArrayEquals(before, Files.readAllBytes(present));
			assertArrayEquals(untouched, Files.readAllBytes(old));
			assertEquals(copies, backups(present).size());
			return told.getMessage();
		}
	}

	private static Path renewable(Installation installation, Manager manager) throws ProblemException {
		installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		return completed(manager);
	}

	/** Not activated yet. */
	private static Path renewed(Manager manager, Path old) throws ProblemException {
		var present = manager.renew(old, PASSWORD);
		manager.complete(present, PASSWORD);
		return present;
	}

	private static Path completed(Manager manager) throws ProblemException {
		var keystore = manager.request();
		manager.complete(keystore, PASSWORD);
		return keystore;
	}

	private static List<EncryptionEntry> entries(Installation installation, Path keystore) throws ProblemException {
		try (var opened = installation.open(keystore, PASSWORD)) {
			return List.copyOf(opened.encryptionEntries());
		}
	}

	/** As a program that renews without them leaves a keystore. */
	private static void forget(Path keystore, List<EncryptionEntry> entries) throws IOException, GeneralSecurityException {
		var content = load(keystore);
		for (var entry : entries) {
			content.deleteEntry(entry.alias());
		}
		try (var out = Files.newOutputStream(keystore)) {
			content.store(out, PASSWORD.toCharArray());
		}
	}

	private static List<Key> privateKeys(Path keystore, List<EncryptionEntry> entries)
			throws IOException, GeneralSecurityException {
		var content = load(keystore);
		var keys = new ArrayList<Key>();
		for (var entry : entries) {
			keys.add(content.getKey(entry.alias(), PASSWORD.toCharArray()));
		}
		return keys;
	}

	private static KeyStore load(Path keystore) throws IOException, GeneralSecurityException {
		var content = KeyStore.getInstance("PKCS12");
		try (var in = Files.newInputStream(keystore)) {
			content.load(in, PASSWORD.toCharArray());
		}
		return content;
	}

	/** Oldest first. */
	private static List<Path> backups(Path keystore) throws IOException {
		try (var files = Files.list(keystore.getParent())) {
			return files.filter(file -> file.getFileName().toString().startsWith(keystore.getFileName() + ".bak")).sorted().toList();
		}
	}
}
