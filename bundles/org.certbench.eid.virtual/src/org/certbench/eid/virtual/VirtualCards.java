package org.certbench.eid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.Secret;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardReader;
import org.certbench.eid.virtual.internal.CardFolder;
import org.certbench.eid.virtual.internal.InventedPerson;
import org.certbench.eid.virtual.internal.VirtualReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two card readers, each with the card of an invented person, for the simulator only (W09). They
 * behave as real ones do: the signature key wants the PIN before every signature, the
 * authentication key once per session; three wrong PINs block the card. Semantics that surprise:
 * <ul>
 * <li>The cards are made on first use, under a test root whose name says so, and stay the same for
 * ever after: {@code cards.p12} in their folder.</li>
 * <li>The keys of the root and of the citizen CA are not kept: nobody can make more cards under
 * them.</li>
 * <li>A blocked card stays blocked in every process, until {@link #unblock} or until its file
 * {@code card-N.tries-left} is deleted.</li>
 * <li>Being inserted or removed is a matter of this process; at first both cards are inserted.</li>
 * </ul>
 * A service, so that whoever inserts and removes cards (a test, a part of the window) speaks of the
 * same readers as the contribution {@code virtual}. Thread-safe.
 */
@Component(service = VirtualCards.class)
public final class VirtualCards implements CardProvider {

	/** The reader with the RSA-2048 card of the first invented person. */
	public static final String RSA_READER = "Virtual reader 1 (RSA)";
	/** The reader with the EC P-384 card of the second invented person. */
	public static final String EC_READER = "Virtual reader 2 (EC)";
	/** The PIN of every virtual card: no secret, it is told where it is asked for. */
	public static final String PIN = "1234";
	/** The PUK of every virtual card. */
	public static final String PUK = "123456";

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final CardFolder folder;
	private final List<VirtualReader> readers;

	/** The cards of this installation, in {@code virtual-cards} of its data folder. */
	@Activate
	public VirtualCards(@Reference DataFolder data) {
		this(data.path().resolve("virtual-cards"));
	}

	/** Cards in a folder of their own. Nothing is written before a card is looked at. */
	public VirtualCards(Path folder) {
		this.folder = new CardFolder(folder);
		this.readers = Stream.of(InventedPerson.values())
				.map(person -> new VirtualReader(person, this.folder, this::changed)).toList();
	}

	@Override
	public Set<Environment> environments() {
		return Set.of(Environment.SIMULATOR);
	}

	@Override
	public List<CardReader> readers() {
		return List.copyOf(readers);
	}

	@Override
	public Watch watch(Runnable changed) {
		Runnable listener = changed::run;
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	/** The root of the virtual cards, made if it is not there yet. */
	@Override
	public List<X509Certificate> testRoots() {
		try {
			return List.of(folder.root());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/**
	 * Puts the card into its reader; does nothing where it is in already.
	 *
	 * @param reader {@link #RSA_READER} or {@link #EC_READER}
	 */
	public void insert(String reader) {
		reader(reader).insert();
	}

	/**
	 * Takes the card out of its reader: whoever works with it gets an error from then on.
	 *
	 * @param reader {@link #RSA_READER} or {@link #EC_READER}
	 */
	public void remove(String reader) {
		reader(reader).remove();
	}

	/**
	 * Gives back all three tries, as the town hall does with the PUK. Wrong PUKs are not counted.
	 *
	 * @param reader {@link #RSA_READER} or {@link #EC_READER}
	 * @param puk    read, not kept: the caller clears it
	 * @return whether the PUK was right
	 */
	public boolean unblock(String reader, Secret puk) throws IOException {
		return reader(reader).unblock(puk);
	}

	private VirtualReader reader(String name) {
		return readers.stream().filter(reader -> reader.name().equals(name)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no virtual reader is called " + name));
	}

	private void changed() {
		Thread.ofVirtual().name("virtual cards").start(() -> listeners.forEach(Runnable::run));
	}
}
