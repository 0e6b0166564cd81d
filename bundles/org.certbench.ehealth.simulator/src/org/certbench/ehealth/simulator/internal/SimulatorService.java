package org.certbench.ehealth.simulator.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.certbench.core.DataFolder;
import org.certbench.core.PrivateFiles;
import org.certbench.core.ProblemException;
import org.certbench.ehealth.SimulatorEndpoint;
import org.certbench.ehealth.simulator.Simulator;
import org.certbench.ehealth.simulator.SimulatorControl;
import org.certbench.ehealth.simulator.SimulatorException;
import org.certbench.ehealth.simulator.Simulators;
import org.certbench.ehealth.simulator.internal.control.RemoteSimulator;
import org.certbench.ehealth.simulator.internal.pki.IssuingAuthority;
import org.certbench.ehealth.simulator.internal.state.StateFolder;
import org.certbench.eid.CardProviders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds simulators that other processes serve, and starts one in this process where there is none. It
 * trusts the test roots of every card provider.
 */
@Component(service = { Simulators.class, SimulatorEndpoint.class })
public final class SimulatorService implements Simulators, SimulatorEndpoint {

	private static final Logger LOGGER = System.getLogger(SimulatorService.class.getName());

	/** How long another process may take from locking the folder to answering. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);
	private static final Duration PAUSE = Duration.ofMillis(50);

	/** In the usual folder: the folder that was last served in its place. */
	private static final String STAND_IN = "stand-in";

	private final Path usualFolder;
	private final CardProviders cards;
	private final InstantSource clock;
	private final Map<Path, Simulator> embedded = new HashMap<>();

	@Activate
	public SimulatorService(@Reference DataFolder data, @Reference CardProviders cards, @Reference InstantSource clock) {
		this.usualFolder = data.path().resolve("simulator");
		this.cards = cards;
		this.clock = clock;
	}

	@Override
	public Path usualFolder() {
		return usualFolder;
	}

	@Override
	public Simulator serve(Path folder, int port) throws SimulatorException {
		var simulator = Simulator.start(folder, port, this::cardRoots, clock);
		if (!isUsual(folder)) {
			standIn(simulator);
		}
		return simulator;
	}

	@Override
	public synchronized SimulatorControl control(Path folder) throws SimulatorException {
		var own = embedded.get(folder.toAbsolutePath().normalize());
		if (own != null) {
			return own;
		}
		var running = running(present(folder));
		return running.isPresent() ? running.get() : start(folder);
	}

	@Override
	public URI address() throws ProblemException {
		return control(usualFolder).address();
	}

	@Override
	public Set<X509Certificate> trustAnchors() {
		var file = present(usualFolder).resolve(IssuingAuthority.TRUST_ANCHORS);
		if (!Files.exists(file)) {
			return Set.of();
		}
		try (InputStream pem = Files.newInputStream(file)) {
			return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
					.map(X509Certificate.class::cast).collect(Collectors.toSet());
		} catch (IOException | CertificateException e) {
			LOGGER.log(Level.WARNING, "the simulator's roots cannot be read", e);
			return Set.of();
		}
	}

	@Deactivate
	public synchronized void close() {
		embedded.values().forEach(Simulator::close);
		embedded.clear();
	}

	private boolean isUsual(Path folder) {
		return folder.toAbsolutePath().normalize().equals(usualFolder.toAbsolutePath().normalize());
	}

	/** Lets all processes of this installation find a simulator with another state, as long as it serves. */
	private void standIn(Simulator simulator) throws SimulatorException {
		try {
			PrivateFiles.createFolder(usualFolder);
			PrivateFiles.write(usualFolder.resolve(STAND_IN), simulator.folder().toString().getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			simulator.close();
			throw new SimulatorException.NotStarted(simulator.folder(), e);
		}
	}

	/** The folder itself, or the one that is served in the place of the usual one. */
	private Path present(Path folder) {
		return isUsual(folder) ? standIn().filter(other -> running(other).isPresent()).orElse(folder) : folder;
	}

	private Optional<Path> standIn() {
		try {
			return Optional.of(Path.of(Files.readString(usualFolder.resolve(STAND_IN))));
		} catch (IOException | InvalidPathException none) {
			return Optional.empty();
		}
	}

	private SimulatorControl start(Path folder) throws SimulatorException {
		try {
			var started = Simulator.start(folder, 0, this::cardRoots, clock);
			embedded.put(folder.toAbsolutePath().normalize(), started);
			return started;
		} catch (SimulatorException.FolderServed justNow) {
			return await(folder, justNow);
		}
	}

	/** Waits for a process that holds the folder and will soon answer. */
	private static SimulatorControl await(Path folder, SimulatorException.FolderServed otherwise)
			throws SimulatorException {
		var end = Instant.now().plus(PATIENCE);
		while (Instant.now().isBefore(end)) {
			var running = running(folder);
			if (running.isPresent()) {
				return running.get();
			}
			try {
				Thread.sleep(PAUSE);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw otherwise;
			}
		}
		throw otherwise;
	}

	/** The simulator at the address that the folder tells, where it answers and serves that folder. */
	private static Optional<SimulatorControl> running(Path folder) {
		return StateFolder.address(folder).map(RemoteSimulator::new).filter(remote -> serves(remote, folder))
				.map(SimulatorControl.class::cast);
	}

	private static boolean serves(RemoteSimulator remote, Path folder) {
		try {
			return remote.about().folder().equals(folder.toRealPath().toString());
		} catch (SimulatorException | IOException notThis) {
			return false;
		}
	}

	private Collection<X509Certificate> cardRoots() {
		var roots = new HashSet<X509Certificate>();
		for (var each : cards.installed()) {
			try {
				roots.addAll(cards.provider(each.id()).testRoots());
			} catch (RuntimeException broken) {
				LOGGER.log(Level.WARNING, "the card provider " + each.id() + " does not tell its test roots", broken);
			}
		}
		return roots;
	}
}
