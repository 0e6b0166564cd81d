package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.certbench.core.FailureKind;
import org.certbench.core.Holder;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowRun;
import org.certbench.flow.ResultStep;
import org.certbench.flow.StepKind;
import org.certbench.flow.password.internal.PasswordFlow;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M35: changing a keystore's password")
class PasswordTest {

	private static final String OLD = Manager.PASSWORD;
	private static final String NEW = "Battery staple 2";

	@TempDir
	private Path folder;

	private static FlowRun begin(Manager manager, Path keystore, String backups) throws ProblemException {
		return manager.choosing(NEW).begin("password", new PasswordFlow(), session -> {
			Manager.keystore(keystore, OLD).accept(session);
			session.put(new Answer<>("backups", String.class), backups);
		});
	}

	@Test
	@DisplayName("works while the certificate is only requested, without the service, and the request goes on with it")
	void requested() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			var before = installation.onlyRequest();
			installation.stopSimulator();

			assertEquals(keystore, manager.finish(begin(manager, keystore, "keep")));

			installation.startSimulator();
			assertThrows(KeystoreException.WrongPassword.class, () -> installation.open(keystore, OLD));
			assertEquals(before.milestone(), installation.onlyRequest().milestone());
			assertEquals(LifeCycleState.REQUESTED, installation.life(keystore).state());
			manager.complete(keystore, NEW);
			assertEquals(Milestone.TOKEN_REGISTERED, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("every entry stays, the index knows the keystore still, and the backups stay unless they are to go")
	void keeps() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = completed(manager);
			byte[] content = Files.readAllBytes(keystore);
			int backups = beside(keystore).size();

			manager.finish(begin(manager, keystore, "keep"));

			var left = beside(keystore);
			assertEquals(backups + 1, left.size());
			assertArrayEquals(content, Files.readAllBytes(left.getLast()));
			try (var before = installation.open(left.getLast(), OLD); var after = installation.open(keystore, NEW)) {
				assertEquals(before.authenticationChain(), after.authenticationChain());
				assertEquals(before.encryptionEntries(), after.encryptionEntries());
			}
			var life = installation.life(keystore);
			assertEquals(LifeCycleState.ACTIVE, life.state());
			assertEquals(Knowledge.VERIFIED, life.dates().orElseThrow().knowledge());
		}
	}

	@Test
	@DisplayName("the backups go when the person wants it, but not one with another key; the result tells both")
	void removes() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = completed(manager);
			var other = keystore.resolveSibling(keystore.getFileName() + ".bak-20260101-000000");
			KeystoreBuilder.pkcs12().key("authentication", TestKeys.rsa("other").getPrivate(), chain(), OLD).write(other, OLD);
			assertTrue(beside(keystore).size() > 2, "completing made some");

			try (var run = begin(manager, keystore, "remove")) {
				manager.goTo(run, StepKind.RESULT);
				var result = ((ResultStep) run.current()).result().orElseThrow().summary().sections().toString();
				assertTrue(result.contains(other.getFileName().toString()), result);
			}

			assertEquals(List.of(other), beside(keystore));
			installation.open(keystore, NEW).close();
		}
	}

	@Test
	@DisplayName("whoever goes back where the backups could not be removed, and chooses yet another password, gets that one")
	void anotherPassword() throws Exception {
		var another = "Third time lucky 3";
		try (var installation = new Installation(folder, backupsInUse())) {
			var manager = Manager.jane(installation);
			var keystore = completed(manager);
			try (var run = begin(manager, keystore, "remove")) {
				manager.goTo(run, StepKind.WORK);
				assertThrows(KeystoreException.NotAccessible.class, () -> run.next(Progress.NONE));
				goBackTo(run, StepKind.PASSWORD);

				manager.choosing(another).goTo(run, StepKind.RESULT);
			}
			installation.open(keystore, another).close();
		}
	}

	@Test
	@DisplayName("whoever goes back there and chooses another keystore changes that one too")
	void anotherKeystore() throws Exception {
		try (var installation = new Installation(folder, backupsInUse())) {
			var manager = Manager.jane(installation);
			var keystore = completed(manager);
			var copy = Files.copy(keystore, keystore.resolveSibling("copy.p12"));
			try (var run = begin(manager, keystore, "remove")) {
				manager.goTo(run, StepKind.WORK);
				assertThrows(KeystoreException.NotAccessible.class, () -> run.next(Progress.NONE));
				goBackTo(run, StepKind.KEYSTORE);
				Manager.keystore(copy, OLD).accept(run.session());

				manager.goTo(run, StepKind.RESULT);
			}
			installation.open(keystore, NEW).close();
			installation.open(copy, NEW).close();
		}
	}

	/** Another program holds them, the first time. */
	private Faults backupsInUse() {
		var inUse = new AtomicBoolean(true);
		return (call, made) -> {
			if (!made && call.equals("Keystores.deleteSuperfluousBackups") && inUse.getAndSet(false)) {
				throw new KeystoreException.NotAccessible(folder.resolve("any.bak-20260101-000000"), new IOException("resource busy"));
			}
		};
	}

	private static void goBackTo(FlowRun run, StepKind kind) {
		while (!run.current().kind().equals(kind)) {
			run.back();
		}
	}

	@Test
	@DisplayName("the present password and a weak one are not taken")
	void policy() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			try (var run = begin(manager, manager.request(), "keep")) {
				manager.goTo(run, StepKind.PASSWORD);
				for (var bad : List.of(OLD, "short1")) {
					run.session().put(Answer.NEW_PASSWORD, Secret.taking(bad.toCharArray()));
					run.session().put(Answer.NEW_PASSWORD_AGAIN, Secret.taking(bad.toCharArray()));
					assertFalse(run.check().isEmpty(), bad);
				}
			}
		}
	}

	@Test
	@DisplayName("a change that another program saved meanwhile is not overwritten")
	void changedMeanwhile() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			try (var run = begin(manager, keystore, "remove")) {
				manager.goTo(run, StepKind.WORK);
				byte[] changed = Files.readAllBytes(KeystoreBuilder.pkcs12()
						.key("authentication", TestKeys.rsa("other").getPrivate(), chain(), OLD).write(keystore, OLD));
				var files = beside(keystore);

				assertThrows(KeystoreException.ChangedMeanwhile.class, () -> manager.goTo(run, StepKind.RESULT));

				assertArrayEquals(changed, Files.readAllBytes(keystore));
				assertEquals(files, beside(keystore));
			}
		}
	}

	@Test
	@DisplayName("while one works on a keystore, another window is told; afterwards it can go on")
	void inUse() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			byte[] before = Files.readAllBytes(keystore);
			try (var run = begin(manager, keystore, "keep")) {
				manager.goTo(run, StepKind.WORK);

				var told = assertThrows(KeystoreException.InUse.class, () -> manager.complete(keystore, OLD));

				assertEquals(FailureKind.NOT_YET, told.kind());
				assertEquals("keystore-in-use", told.problem());
				assertArrayEquals(before, Files.readAllBytes(keystore));
				manager.goTo(run, StepKind.RESULT);
				manager.complete(keystore, NEW);
			}
		}
	}

	@Test
	@DisplayName("a keystore of the old form of Java is left as it is, and that is said")
	void jks() throws Exception {
		try (var installation = new Installation(folder)) {
			var file = folder.resolve("SSIN=85999900189 20260101-120000.p12");
			KeystoreBuilder.ofType("JKS").key("authentication", TestKeys.rsa("other").getPrivate(), chain(), OLD).write(file, OLD);
			byte[] before = Files.readAllBytes(file);
			var manager = Manager.jane(installation);

			var refused = assertThrows(ProblemException.class, () -> manager.finish(begin(manager, file, "keep")));

			assertTrue(refused.getMessage().contains("JKS"), refused::getMessage);
			assertArrayEquals(before, Files.readAllBytes(file));
		}
	}

	private static List<X509Certificate> chain() {
		return TestPki.rsa().issue(Holder.parse("SSIN=85999900189"), "JANE DOE", TestKeys.rsa("other").getPublic());
	}

	private static Path completed(Manager manager) throws ProblemException {
		var keystore = manager.request();
		manager.complete(keystore, OLD);
		return keystore;
	}

	/** The backups, oldest first. */
	private static List<Path> beside(Path keystore) throws IOException {
		try (var files = Files.list(keystore.getParent())) {
			return files.filter(file -> !file.equals(keystore)).sorted().toList();
		}
	}
}
