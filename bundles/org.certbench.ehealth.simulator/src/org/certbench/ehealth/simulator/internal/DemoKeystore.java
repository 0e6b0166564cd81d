package org.certbench.ehealth.simulator.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.Authorities;
import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.authority.TokenOffice;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.PrivateFiles;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.SimulatedRequest.Stage;
import org.certbench.ehealth.simulator.SimulatorControl;
import org.certbench.ehealth.simulator.SimulatorException;
import org.certbench.ehealth.simulator.Simulators;
import org.certbench.ehealth.simulator.internal.state.Authorisations;
import org.certbench.ehealth.simulator.internal.state.Json;
import org.certbench.inventory.DemoContent;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreEdit;
import org.certbench.keystore.Keystores;
import org.certbench.keystore.PasswordHint;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes the keystore of the first virtual person's ambulance service, complete with an active
 * encryption token and in its renewal window today, through the same client as any other keystore; and
 * tells its password, which is invented. Each step starts from what the file and the simulator show, so
 * that an interrupted one is gone on with.
 */
@Component(service = { DemoKeystore.class, PasswordHint.class })
public final class DemoKeystore implements PasswordHint {

	/** No secret: told where it is asked for. */
	static final String PASSWORD = "Ambulance-112";

	private static final String AUTHORITY = "ehealth";

	private final Path folder;
	private final Path note;
	private final Simulators simulators;
	private final Keystores keystores;
	private final Authorities authorities;

	/**
	 * What is noted about it.
	 *
	 * @param file the keystore's name
	 * @param made whether it is complete
	 */
	private record Note(String file, boolean made) {
	}

	@Activate
	public DemoKeystore(@Reference DataFolder data, @Reference Simulators simulators, @Reference Keystores keystores,
			@Reference Authorities authorities) {
		this.folder = data.path().resolve("simulator").resolve("keystore");
		this.note = data.path().resolve("simulator").resolve("demo.json");
		this.simulators = simulators;
		this.keystores = keystores;
		this.authorities = authorities;
	}

	/** As {@link DemoContent#ensure} says. */
	public synchronized Path ensure(Progress progress) throws ProblemException {
		try {
			var noted = noted();
			if (noted.isPresent() && noted.get().made()) {
				return folder.resolve(noted.get().file());
			}
			try (var password = Secret.taking(PASSWORD.toCharArray())) {
				var file = make(noted, password, progress);
				write(new Note(file.getFileName().toString(), true));
				return file;
			}
		} catch (IOException e) {
			throw new SimulatorException.Broken(e);
		}
	}

	@Override
	public Optional<String> forKeystore(Path file) {
		try {
			return noted().filter(demo -> folder.resolve(demo.file()).equals(file.toAbsolutePath().normalize()))
					.map(demo -> Texts.of(DemoKeystore.class).get("demo.password", PASSWORD));
		} catch (IOException unreadable) {
			return Optional.empty();
		}
	}

	private Path make(Optional<Note> noted, Secret password, Progress progress) throws ProblemException, IOException {
		progress.doing(Texts.of(DemoKeystore.class).get("demo.making"));
		var simulator = simulators.control(simulators.usualFolder());
		var connection = authorities.authority(AUTHORITY).connect(Environment.SIMULATOR, null);
		var begun = noted.map(demo -> folder.resolve(demo.file())).filter(Files::exists);
		var keystore = begun.isPresent() ? keystores.open(begun.get(), password, progress) : create(password, progress);
		try {
			if (keystore.stage() == Keystore.Stage.REQUESTED) {
				keystore = save(keystore, keystores.edit(keystore)
						.installChain(certificate(keystore, simulator, connection, progress)), password, progress);
			}
			if (keystore.currentEncryptionEntry().isEmpty()) {
				keystore = save(keystore, keystores.edit(keystore).createEncryptionKey(), password, progress);
				keystore = save(keystore, withEncryptionCertificate(keystore, tokens(connection), progress), password,
						progress);
			}
			register(keystore, connection, progress);
			return keystore.file();
		} finally {
			keystore.close();
		}
	}

	private Keystore create(Secret password, Progress progress) throws ProblemException, IOException {
		PrivateFiles.createFolder(folder);
		var holder = Holder.of(Authorisations.AMBULANCE_SERVICE.identifier());
		var edit = keystores.create(folder, holder, Environment.SIMULATOR);
		write(new Note(edit.file().getFileName().toString(), false));
		return edit.save(password, progress);
	}

	/** The certificate for its key, which an interrupted call may have had issued already. */
	private static List<X509Certificate> certificate(Keystore keystore, SimulatorControl simulator,
			AuthorityConnection connection, Progress progress) throws ProblemException {
		boolean issued = simulator.requests().stream()
				.anyMatch(each -> each.key().equals(keystore.keyIdentifier()) && each.stage() == Stage.ISSUED);
		if (issued) {
			return connection.collect(keystore.keyIdentifier(), progress);
		}
		var organisation = Authorisations.AMBULANCE_SERVICE;
		var subject = new HolderSubject(Holder.of(organisation.identifier()), organisation.certificateName());
		return simulator.certify(keystore.certificationRequest(subject.toDistinguishedName()), true);
	}

	private KeystoreEdit withEncryptionCertificate(Keystore keystore, TokenOffice tokens, Progress progress)
			throws ProblemException {
		var serial = tokens.start(keystore.pendingEncryptionKey().orElseThrow(), keystore::decryptWithPendingKey,
				keystore.authenticationSigner(), progress);
		return keystores.edit(keystore).installEncryptionCertificate(keystore.issueEncryptionCertificate(serial));
	}

	private static void register(Keystore keystore, AuthorityConnection connection, Progress progress)
			throws ProblemException {
		var signer = keystore.authenticationSigner();
		if (connection.lookUp(signer, progress).tokenStatus() == TokenStatus.IN_REQUEST) {
			var receipt = tokens(connection).complete(keystore.currentEncryptionEntry().orElseThrow().certificate(), signer,
					progress);
			if (receipt.toBeActivated()) {
				tokens(connection).activate(signer, progress);
			}
		}
	}

	private static Keystore save(Keystore old, KeystoreEdit edit, Secret password, Progress progress)
			throws ProblemException {
		var saved = edit.save(password, progress);
		old.close();
		return saved;
	}

	private static TokenOffice tokens(AuthorityConnection connection) {
		return connection.capability(TokenOffice.class).orElseThrow();
	}

	private Optional<Note> noted() throws IOException {
		return Files.exists(note) ? Optional.of(Json.read(Files.readString(note), Note.class)) : Optional.empty();
	}

	private void write(Note now) throws IOException {
		PrivateFiles.write(note, Json.write(now).getBytes(StandardCharsets.UTF_8));
	}
}
