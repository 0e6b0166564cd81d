package org.certbench.eid.pcsc;

import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import javax.smartcardio.CardTerminal;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardReader;
import org.certbench.eid.CardTrust;
import org.certbench.eid.SightWatch;
import org.certbench.eid.TestRoots;
import org.certbench.eid.pcsc.internal.PcscReader;
import org.certbench.eid.pcsc.internal.ReaderCheck;
import org.certbench.eid.pcsc.internal.ReaderSight;
import org.certbench.eid.pcsc.internal.SystemTerminals;
import org.certbench.eid.pcsc.internal.Terminals;

/**
 * Belgian eIDs in the readers of this machine, by its own PC/SC service and without any middleware:
 * the contribution {@code pcsc}. Thread-safe. Semantics that surprise:
 * <ul>
 * <li>The service, the readers and the cards may come, go and come back at any time.</li>
 * <li>A card under a test root is a test card: it is good for the simulator, and for nothing
 * else.</li>
 * </ul>
 */
public final class PcscCardProvider implements CardProvider {

	/** Longer than any other program needs to sign. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Terminals terminals;
	private final Supplier<CardTrust> trust;
	private final InstantSource clock;
	private final Duration patience;
	private final SightWatch watch;
	private final Map<String, PcscReader> readers = new HashMap<>();

	/** The readers of this machine; looks at nothing yet. */
	public PcscCardProvider() {
		this(new SystemTerminals(), CardTrust::installed, InstantSource.system(), PATIENCE);
	}

	/** @param patience how long to wait for a card that another program holds */
	PcscCardProvider(Terminals terminals, Supplier<CardTrust> trust, InstantSource clock, Duration patience) {
		this.terminals = terminals;
		this.trust = trust;
		this.clock = clock;
		this.patience = patience;
		this.watch = new SightWatch(ReaderSight.NOTHING, () -> ReaderSight.of(terminals));
	}

	@Override
	public Set<Environment> environments() {
		return Set.of(Environment.values());
	}

	@Override
	public synchronized List<CardReader> readers() throws CardException {
		var there = terminals.list();
		readers.keySet().retainAll(there.stream().map(CardTerminal::getName).toList());
		if (there.isEmpty()) {
			throw new CardException.NoReader(null);
		}
		return there.stream().map(this::reader).map(CardReader.class::cast).toList();
	}

	/** The same reader as before, with its card already read, unless the service has been restarted. */
	private PcscReader reader(CardTerminal terminal) {
		return readers.compute(terminal.getName(), (name, before) -> Optional.ofNullable(before)
				.filter(known -> known.isAt(terminal))
				.orElseGet(() -> new PcscReader(terminal, trust, clock, patience)));
	}

	@Override
	public Watch watch(Runnable changed) {
		return watch.add(changed);
	}

	/**
	 * {@inheritDoc}
	 *
	 * @throws UncheckedIOException where the file that {@link TestRoots#PROPERTY} names cannot be read
	 */
	@Override
	public List<X509Certificate> testRoots() {
		return trust.get().test();
	}

	@Override
	public List<Observation> check(OperatingSystem system, Progress progress) throws Cancelled {
		return new ReaderCheck(system, progress, clock).look(this::readers);
	}
}
