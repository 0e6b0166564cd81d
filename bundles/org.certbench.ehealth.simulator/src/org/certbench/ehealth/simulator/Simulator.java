package org.certbench.ehealth.simulator;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.certbench.core.KeyIdentifier;
import org.certbench.ehealth.Service;
import org.certbench.ehealth.XmlException;
import org.certbench.ehealth.simulator.internal.LoopbackServer;
import org.certbench.ehealth.simulator.internal.control.About;
import org.certbench.ehealth.simulator.internal.control.ControlEndpoint;
import org.certbench.ehealth.simulator.internal.desk.DirectCertification;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.state.StateFolder;
import org.certbench.ehealth.simulator.internal.wire.Office;
import org.certbench.ehealth.simulator.internal.wire.SoapEndpoint;
import org.w3c.dom.Document;

/**
 * A simulator that this process serves, from {@link #start} to {@link #close}. What it knows lies in
 * its folder and is there again after a restart. Thread-safe: it answers one message after the other.
 */
public final class Simulator implements SimulatorControl, AutoCloseable {

	private static final Logger LOGGER = System.getLogger(Simulator.class.getName());

	private final StateFolder folder;
	private final LoopbackServer server;
	private final Office office;
	private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
			Thread.ofPlatform().daemon().name("simulator-clock").factory());

	private Simulator(StateFolder folder, LoopbackServer server, Office office) throws IOException {
		this.folder = folder;
		this.server = server;
		this.office = office;
		for (var service : Service.values()) {
			server.add(service.path(), new SoapEndpoint(service, this::answer));
		}
		new ControlEndpoint(this, new About(About.PRODUCT, folder.path().toString()), trustAnchorsFile())
				.addTo(server::add);
		server.start();
		folder.publish(server.address());
		ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
	}

	/**
	 * Starts to serve.
	 *
	 * @param folder    with its state; made where it is missing
	 * @param port      or 0 for any free one
	 * @param cardRoots the roots of the test cards that it trusts, asked for each time
	 * @param clock     that it goes by
	 * @throws SimulatorException {@link SimulatorException.FolderServed} where the folder is served
	 *                            already, {@link SimulatorException.NotStarted} for other reasons
	 */
	public static Simulator start(Path folder, int port, Supplier<? extends Collection<X509Certificate>> cardRoots,
			InstantSource clock) throws SimulatorException {
		try {
			var taken = StateFolder.take(folder).orElseThrow(() -> new SimulatorException.FolderServed(folder));
			try {
				return start(taken, new LoopbackServer(port), cardRoots, clock);
			} catch (IOException | RuntimeException e) {
				taken.close();
				throw e;
			}
		} catch (IOException e) {
			throw new SimulatorException.NotStarted(folder, e);
		}
	}

	private static Simulator start(StateFolder taken, LoopbackServer server,
			Supplier<? extends Collection<X509Certificate>> cardRoots, InstantSource clock) throws IOException {
		try {
			return new Simulator(taken, server,
					Office.open(taken.path(), cardRoots, clock, server.address().toString()));
		} catch (IOException | RuntimeException e) {
			server.close();
			throw e;
		}
	}

	@Override
	public URI address() {
		return server.address();
	}

	/** The folder with its state, links resolved. */
	public Path folder() {
		return folder.path();
	}

	/** A file with the roots under which it issues, PEM; more are added when the issuer is changed. */
	public Path trustAnchorsFile() {
		return office.authority().trustAnchorsFile();
	}

	@Override
	public SimulatorSettings settings() throws SimulatorException {
		return attend(() -> office.settings().get());
	}

	@Override
	public void change(SimulatorSettings settings) throws SimulatorException {
		attend(() -> {
			office.authority().prepare(settings.issuer());
			office.settings().set(settings);
			return settings;
		});
	}

	@Override
	public List<SimulatedRequest> requests() throws SimulatorException {
		return attend(() -> office.registrations().all().stream().map(each -> new SimulatedRequest(each.key(),
				each.application().holder(), each.requested(), each.stage())).toList());
	}

	@Override
	public void accept(KeyIdentifier key) throws SimulatorException {
		attend(() -> office.desk().accept(office.desk().known(key)));
	}

	@Override
	public void refuse(KeyIdentifier key, String reason) throws SimulatorException {
		attend(() -> office.desk().refuse(office.desk().known(key), reason));
	}

	@Override
	public void issue(KeyIdentifier key) throws SimulatorException {
		attend(() -> office.desk().issue(office.desk().known(key)));
	}

	@Override
	public List<Mail> mails() throws SimulatorException {
		return attend(() -> office.mailbox().all());
	}

	@Override
	public List<X509Certificate> certify(byte[] request, boolean inRenewalWindow) throws SimulatorException {
		return attend(() -> new DirectCertification(office.desk(), office.rules(), office.authorisations())
				.certify(request, inRenewalWindow));
	}

	/** Stops serving at once; the state stays. */
	@Override
	public void close() {
		ticker.shutdownNow();
		server.close();
		// whoever still works has finished when the folder is given back
		synchronized (office) {
			try {
				folder.close();
			} catch (IOException e) {
				LOGGER.log(Level.WARNING, "the simulator's folder was not given back", e);
			}
		}
	}

	private Document answer(Service service, byte[] body) throws XmlException, IOException {
		synchronized (office) {
			office.desk().settle();
			return office.dispatcher().answer(service, body);
		}
	}

	private void tick() {
		try {
			synchronized (office) {
				office.desk().settle();
			}
		} catch (IOException | RuntimeException e) {
			LOGGER.log(Level.ERROR, "the simulator could not issue what is due", e);
		}
	}

	/** Something that the operator wants. */
	@FunctionalInterface
	private interface Wish<T> {
		T grant() throws Refusal, IOException;
	}

	private <T> T attend(Wish<T> wish) throws SimulatorException {
		synchronized (office) {
			try {
				office.desk().settle();
				var granted = wish.grant();
				office.desk().settle();
				return granted;
			} catch (Refusal refusal) {
				throw new SimulatorException.Refused(refusal.getMessage());
			} catch (IOException e) {
				throw new SimulatorException.Broken(e);
			}
		}
	}
}
