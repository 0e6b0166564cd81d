package org.certbench.cli.simulator.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.certbench.cli.internal.Services;
import org.certbench.core.DataFolder;
import org.certbench.ehealth.SimulatorEndpoint;
import org.certbench.ehealth.internal.EhealthAuthority;
import org.certbench.ehealth.simulator.Simulators;
import org.certbench.ehealth.simulator.internal.SimulatorService;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.flow.FlowServices;
import org.certbench.flow.Flows;
import org.certbench.inventory.Inventory;
import org.certbench.inventory.internal.IndexedInventory;
import org.certbench.journal.Journal;
import org.certbench.journal.internal.FolderJournal;
import org.certbench.keystore.Keystores;
import org.certbench.testing.InstalledCards;
import org.certbench.testing.TestKeystores;

/**
 * The services of the product, its real parts, each made when it is first asked for, as in the
 * product. They use the data folder of the moment; the folder of the person is another.
 */
final class Installation implements Services, AutoCloseable {

	private final Path home;
	private final CardProvider cards;
	private final Map<Class<?>, Object> made = new HashMap<>();
	private final Map<Class<?>, Supplier<?>> makers = Map.of(DataFolder.class, () -> (DataFolder) Installation::dataFolder,
			InstantSource.class, InstantSource::system, Journal.class, () -> new FolderJournal(Installation::dataFolder),
			Keystores.class, TestKeystores::keystores, Inventory.class, this::inventory, CardProviders.class,
			this::cardProviders, Simulators.class, this::simulators, SimulatorEndpoint.class,
			() -> (SimulatorService) service(Simulators.class), Flows.class, this::flows);

	Installation(Path home, CardProvider cards) {
		this.home = home;
		this.cards = cards;
	}

	@Override
	public <S> Optional<S> find(Class<S> type) {
		if (!made.containsKey(type) && makers.containsKey(type)) {
			made.put(type, makers.get(type).get());
		}
		return Optional.ofNullable(type.cast(made.get(type)));
	}

	private <S> S service(Class<S> type) {
		return find(type).orElseThrow();
	}

	private static Path dataFolder() {
		return Path.of(System.getProperty(DataFolder.PROPERTY)).toAbsolutePath();
	}

	private Inventory inventory() {
		return new IndexedInventory(dataFolder(), home, service(Journal.class), service(Keystores.class),
				service(InstantSource.class));
	}

	private CardProviders cardProviders() {
		return new InstalledCards(Map.of("virtual", cards));
	}

	private SimulatorService simulators() {
		return new SimulatorService(service(DataFolder.class), service(CardProviders.class), service(InstantSource.class));
	}

	private Flows flows() {
		var services = new FlowServices(service(InstantSource.class), service(DataFolder.class), service(Journal.class),
				service(Keystores.class), service(Inventory.class), service(CardProviders.class));
		return new InstalledFlows(services,
				new EhealthAuthority(() -> find(SimulatorEndpoint.class), service(InstantSource.class)));
	}

	@Override
	public void close() {
		if (made.get(Simulators.class) instanceof SimulatorService simulators) {
			simulators.close();
		}
		if (made.get(Journal.class) instanceof FolderJournal journal) {
			journal.close();
		}
	}
}
