package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.core.Setting.Form;
import org.certbench.deployment.Delivery;
import org.certbench.deployment.Delivery.Fact;
import org.certbench.deployment.DeploymentException;
import org.certbench.deployment.DeploymentTarget;
import org.certbench.deployment.DeploymentTargets;
import org.certbench.deployment.internal.ByHandTarget;
import org.certbench.deployment.internal.ContributedTargets;
import org.certbench.deployment.internal.EncryptedFileTarget;
import org.certbench.deployment.internal.FolderTarget;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.flow.Answer;
import org.certbench.flow.Choice;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowRun;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.SettingsStep;
import org.certbench.flow.StepKind;
import org.certbench.flow.handover.internal.HandOverFlow;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.testing.Programs;
import org.certbench.testing.TestRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M25: handing a keystore over")
@EnabledOnOs({ OS.LINUX, OS.MAC })
class HandOverTest {

	@TempDir
	private Path folder;

	/** What a vendor's plugin contributes: puts the keystore where its software wants it. */
	public static final class VendorTarget implements DeploymentTarget {

		static final List<String> DEPLOYED = new ArrayList<>();

		@Override
		public List<Setting> settings() {
			return List.of(new Setting("ward", Form.TEXT, "Ward", "", true, ""));
		}

		@Override
		public Delivery deploy(Path keystore, Map<String, String> settings, Progress progress) {
			DEPLOYED.add(settings.get("ward") + " " + keystore.getFileName());
			return new Delivery(List.of(new Fact("Ward", settings.get("ward"))));
		}
	}

	private DeploymentTargets targets() {
		return targets(folder);
	}

	/** @param data where what was chosen is remembered */
	static DeploymentTargets targets(Path data) {
		var registry = new TestRegistry(HandOverTest.class.getClassLoader())
				.with("org.certbench.deployment", "<extension-point id='targets' name='Targets'/>")
				.with("org.example.vendor", """
						<extension point='org.certbench.deployment.targets'>
							<target id='vendor' name='Ward' description='Into the ward software' order='5' class='%s'/>
							<target id='folder' name='Folder' description='Into a folder' order='10' class='%s'/>
							<target id='encrypted-file' name='File' description='For the integrator' order='20' class='%s'/>
							<target id='by-hand' name='Myself' description='Noted only' order='90' class='%s'/>
						</extension>""".formatted(VendorTarget.class.getName(), FolderTarget.class.getName(),
						EncryptedFileTarget.class.getName(), ByHandTarget.class.getName()));
		return new ContributedTargets(registry.registry(), () -> data);
	}

	private FlowRun begin(Manager manager, Path keystore, String target, Map<String, String> settings) throws ProblemException {
		return manager.begin("hand-over", new HandOverFlow(targets()), session -> {
			Manager.keystore(keystore, Manager.PASSWORD).accept(session);
			session.put(new Answer<>("target", String.class), target);
			settings.forEach((id, value) -> session.put(new Answer<>(id, String.class), value));
		});
	}

	private static Path requestedRenewal(Installation installation, Manager manager) throws ProblemException {
		installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		var old = manager.request();
		manager.complete(old, Manager.PASSWORD);
		return manager.renew(old, Manager.PASSWORD);
	}

	private static Path activated(Installation installation, Manager manager) throws ProblemException {
		var renewed = requestedRenewal(installation, manager);
		manager.complete(renewed, Manager.PASSWORD);
		manager.activate(renewed, Manager.PASSWORD);
		return renewed;
	}

	private static Optional<NextAction> next(Installation installation, Path keystore) {
		return installation.journal().requests().stream().filter(request -> request.keystore().equals(keystore)).findFirst()
				.flatMap(RequestRecord::next);
	}

	@Test
	@DisplayName("into a folder, with a command; it is asked for until then, and the settings are offered the next time")
	void intoAFolder() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var renewed = activated(installation, manager);
			assertEquals(Optional.of(NextAction.HAND_OVER), next(installation, renewed));
			var software = Files.createDirectory(folder.resolve("software"));
			var script = Files.writeString(folder.resolve("reload"), "#!/bin/sh\ntest -e '" + folder.resolve("ready") + "' && cp \"$1\" seen\n");
			Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
			var settings = Map.of("folder", software.toString(), "name", "active.p12", "command", script + " {file}");

			try (var run = begin(manager, renewed, "folder", settings)) {
				manager.goTo(run, StepKind.WORK);
				assertThrows(DeploymentException.CommandFailed.class, () -> manager.goTo(run, StepKind.RESULT));
				assertEquals(Optional.of(NextAction.HAND_OVER), next(installation, renewed), "not done yet");
				Files.createFile(folder.resolve("ready"));
				manager.finish(run);
			}

			assertArrayEquals(Files.readAllBytes(renewed), Files.readAllBytes(software.resolve("active.p12")));
			assertArrayEquals(Files.readAllBytes(renewed), Files.readAllBytes(software.resolve("seen")));
			assertEquals(Optional.empty(), next(installation, renewed));
			try (var again = manager.begin("hand-over", new HandOverFlow(targets()),
					Manager.keystore(renewed, Manager.PASSWORD))) {
				manager.goTo(again, StepKind.WORK);
				assertEquals("folder", again.session().require(new Answer<>("target", String.class)));
				assertEquals("active.p12", again.session().require(new Answer<>("name", String.class)));
			}
		}
	}

	@Test
	@DisplayName("by the person: nothing is asked but that, nothing copied, and it is not taken for the next time")
	void byHand() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var renewed = activated(installation, manager);
			assertEquals(Optional.of(NextAction.HAND_OVER), next(installation, renewed));

			try (var run = begin(manager, renewed, "by-hand", Map.of())) {
				manager.goTo(run, StepKind.CHOICE);
				run.next(Progress.NONE);
				assertEquals(StepKind.WORK, run.current().kind(), "there are no settings");
				manager.goTo(run, StepKind.RESULT);
			}

			assertEquals(Optional.empty(), next(installation, renewed));
			assertEquals("", targets().remembered(Holder.of(Cards.in(VirtualCards.RSA_READER).identity().ssin())).target());
		}
	}

	@Test
	@DisplayName("the keystores whose hand-over is due come into question, those in use only where none is")
	void candidates() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var renewed = activated(installation, manager);

			assertEquals(List.of(renewed), candidates(manager));
			manager.finish(begin(manager, renewed, "vendor", Map.of("ward", "3")));
			assertEquals(List.of(renewed), candidates(manager), "the old one is out of use");
		}
	}

	private List<Path> candidates(Manager manager) throws ProblemException {
		try (var run = manager.begin("hand-over", new HandOverFlow(targets()), session -> {
			// nothing is known beforehand
		})) {
			run.enter(Progress.NONE);
			return ((KeystoreStep) run.current()).candidates().stream().map(CertificateLife::file).toList();
		}
	}

	@Test
	@DisplayName("W07: a vendor's target is offered, asks for its settings, and gets the keystore")
	void vendor() throws Exception {
		try (var installation = new Installation(folder)) {
			assertEquals(List.of("vendor", "folder", "encrypted-file", "by-hand"), new HandOverFlow(targets()).choices().getFirst().options()
					.stream().map(Choice.Option::value).toList());
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			manager.complete(keystore, Manager.PASSWORD);

			try (var run = begin(manager, keystore, "vendor", Map.of())) {
				manager.goTo(run, StepKind.SETTINGS);
				assertEquals(List.of("ward"), ((SettingsStep) run.current()).settings().stream().map(Setting::id).toList());
				assertTrue(run.check().getFirst().missing());
				run.session().put(new Answer<>("ward", String.class), "3");
				manager.goTo(run, StepKind.RESULT);
				var result = ((ResultStep) run.current()).result().orElseThrow().summary().sections().toString();
				assertTrue(result.contains("value=3"), result);
			}

			assertTrue(VendorTarget.DEPLOYED.contains("3 " + keystore.getFileName()));
			assertEquals(Milestone.HANDED_OVER, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("what is not completed or not activated is not handed over: the way to it stays open")
	void tooEarly() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var renewed = requestedRenewal(installation, manager);

			assertThrows(FlowException.NotCompleted.class, () -> manager.finish(begin(manager, renewed, "vendor", Map.of("ward", "3"))));
			manager.complete(renewed, Manager.PASSWORD);
			var refused = assertThrows(ProblemException.class,
					() -> manager.finish(begin(manager, renewed, "vendor", Map.of("ward", "3"))));

			assertEquals("phase-3-pending", refused.problem());
			assertEquals(Optional.of(NextAction.ACTIVATE), next(installation, renewed));
		}
	}

	@Test
	@DisplayName("the integrator opens the encrypted file with OpenSSL, and the keystore in it with its password")
	void encryptedFile() throws Exception {
		try (var installation = new Installation(folder)) {
			Programs.run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=INTEGRATOR NOWHERE",
					"-keyout", "key.pem", "-out", "integrator.crt");
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			manager.complete(keystore, Manager.PASSWORD);
			var mail = Files.createDirectory(folder.resolve("mail"));

			manager.finish(begin(manager, keystore, "encrypted-file",
					Map.of("certificate", folder.resolve("integrator.crt").toString(), "folder", mail.toString())));

			Programs.run(folder, "openssl", "cms", "-decrypt", "-inform", "DER", "-in",
					mail.resolve(keystore.getFileName() + ".p7m").toString(), "-inkey", "key.pem", "-out", "opened.p12");
			try (var opened = installation.open(folder.resolve("opened.p12"), Manager.PASSWORD);
					var own = installation.open(keystore, Manager.PASSWORD)) {
				assertEquals(own.authenticationChain(), opened.authenticationChain());
			}
		}
	}
}
