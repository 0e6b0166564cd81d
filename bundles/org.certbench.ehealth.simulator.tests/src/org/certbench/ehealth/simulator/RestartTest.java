package org.certbench.ehealth.simulator;

import static org.certbench.ehealth.simulator.Sandbox.AMBULANCE_SERVICE;
import static org.certbench.eid.virtual.VirtualCards.RSA_READER;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.authority.TokenDepot;
import org.certbench.authority.TokenDepot.Answer;
import org.certbench.authority.TokenOffice;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Progress;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.testing.KeySigner;
import org.certbench.testing.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a simulator knew is there again after a restart; one server at a time has a folder. */
class RestartTest {

	@TempDir
	Path folder;

	@Test
	void everythingIsThereAgain() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			var settings = SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND);
			sandbox.simulator.change(settings);
			var key = TestKeys.rsa("authentication");
			var contract = sandbox.contract(RSA_READER, AMBULANCE_SERVICE);
			sandbox.restart();

			var receipt = sandbox.send(RSA_READER, contract, CertificateRequest.good(contract.subject(), key));
			sandbox.restart();

			assertEquals(settings, sandbox.simulator.settings());
			sandbox.simulator.issue(receipt.key());
			sandbox.restart();

			var signer = new KeySigner(key.getPrivate(), sandbox.client().collect(receipt.key(), Progress.NONE));
			var encryption = TestKeys.rsa("encryption");
			var serial = sandbox.start(signer, encryption);
			sandbox.restart();

			var certificate = new EncryptionCertificate(signer.certificate(), key, encryption.getPublic(), serial).sign();
			sandbox.client(TokenOffice.class).complete(certificate, signer, Progress.NONE);
			sandbox.restart();

			assertEquals(TokenStatus.VALID_ACTIVE, sandbox.client().lookUp(signer, Progress.NONE).tokenStatus());
			assertTrue(sandbox.client(TokenDepot.class).find(AMBULANCE_SERVICE, Progress.NONE) instanceof Answer.Token);
			assertEquals(2, sandbox.simulator.mails().size());
		}
	}

	@Test
	void whatBecameDueMeanwhileIsIssued() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			sandbox.simulator.change(SimulatorSettings.DEFAULT.withDelay(Duration.ofDays(1)));
			var receipt = sandbox.order(RSA_READER, AMBULANCE_SERVICE, TestKeys.rsa("authentication"));
			sandbox.simulator.close();
			sandbox.clock.advance(Duration.ofDays(2));
			sandbox.restart();
			sandbox.client().collect(receipt.key(), Progress.NONE);
		}
	}

	@Test
	@DisplayName("M24: an activation that stopped half-way can be done again, and leaves one certificate active")
	void anInterruptedActivationIsGoneOnWith() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			sandbox.simulator.change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
			var oldKey = TestKeys.rsa("authentication");
			var old = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, oldKey);
			sandbox.register(old, oldKey, TestKeys.rsa("encryption"));
			var newKey = TestKeys.rsa("another");
			var renewed = sandbox.certified(RSA_READER, AMBULANCE_SERVICE, newKey);
			sandbox.register(renewed, newKey, TestKeys.rsa("another encryption"));
			var fileOfTheOld = sandbox.simulator.folder().resolve("requests/" + KeyIdentifier.of(oldKey.getPublic()) + ".json");

			inPlaceOf(fileOfTheOld, () -> assertThrows(BadAnswer.class,
					() -> sandbox.client(TokenOffice.class).activate(renewed, Progress.NONE)));
			sandbox.restart();
			sandbox.client(TokenOffice.class).activate(renewed, Progress.NONE);

			assertEquals(TokenStatus.REVOKED, sandbox.client().lookUp(old, Progress.NONE).tokenStatus());
			assertEquals(TokenStatus.VALID_ACTIVE, sandbox.client().lookUp(renewed, Progress.NONE).tokenStatus());
		}
	}

	/** While something is done, a folder stands where a file was, so that it cannot be written. */
	private static void inPlaceOf(Path file, Executable done) throws Exception {
		var aside = file.resolveSibling("aside");
		Files.move(file, aside);
		Files.createDirectories(file.resolve("full"));
		assertDoesNotThrow(done);
		Files.delete(file.resolve("full"));
		Files.delete(file);
		Files.move(aside, file);
	}

	@Test
	void oneServerAtATimeHasAFolder() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			var state = sandbox.simulator.folder();
			assertEquals(sandbox.simulator.address().toString(), Files.readString(state.resolve("address")));
			assertThrows(SimulatorException.FolderServed.class,
					() -> Simulator.start(state, 0, List::of, sandbox.clock));
			sandbox.simulator.close();
			assertFalse(Files.exists(state.resolve("address")));
			Simulator.start(state, 0, List::of, sandbox.clock).close();
		}
	}

	@Test
	void aTakenPortIsSaidAndTheFolderGivenBack() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			var other = folder.resolve("other");
			assertThrows(SimulatorException.NotStarted.class,
					() -> Simulator.start(other, sandbox.simulator.address().getPort(), List::of, sandbox.clock));
			Simulator.start(other, 0, List::of, sandbox.clock).close();
		}
	}

	@Test
	void onlyTheOwnerReadsTheState() throws Exception {
		try (var sandbox = new Sandbox(folder)) {
			sandbox.order(RSA_READER, AMBULANCE_SERVICE, TestKeys.rsa("authentication"));
			for (var each : files(sandbox.simulator.folder())) {
				assertEquals(Set.of(), othersRights(each), each.toString());
			}
		}
	}

	private static List<Path> files(Path state) throws IOException {
		try (var all = Files.walk(state)) {
			return all.filter(each -> each.startsWith(state.resolve("requests")) || each.startsWith(state.resolve("mails"))
					|| each.getFileName().toString().endsWith(".json")).toList();
		}
	}

	private static Set<?> othersRights(Path file) throws IOException {
		if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return Set.of();
		}
		var rights = Files.getPosixFilePermissions(file);
		rights.removeAll(PosixFilePermissions.fromString("rwx------"));
		return rights;
	}
}
