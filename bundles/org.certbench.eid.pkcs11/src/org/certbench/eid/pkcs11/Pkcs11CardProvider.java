package org.certbench.eid.pkcs11;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.eid.CardException;
import org.certbench.eid.CardException.ModuleUnusable;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardReader;
import org.certbench.eid.CardTrust;
import org.certbench.eid.SightWatch;
import org.certbench.eid.pkcs11.internal.CryptokiException;
import org.certbench.eid.pkcs11.internal.Module;
import org.certbench.eid.pkcs11.internal.ModuleCheck;
import org.certbench.eid.pkcs11.internal.NativeModule;
import org.certbench.eid.pkcs11.internal.Slot;
import org.certbench.eid.pkcs11.internal.SlotReader;
import org.certbench.eid.pkcs11.internal.TokenModule;
import org.certbench.eid.pkcs11.internal.UnusableModule;
import org.osgi.framework.FrameworkUtil;

/**
 * Belgian eIDs by the PKCS#11 module of other software, and tokens with the same keys: the contribution
 * {@code pkcs11}. Thread-safe. Semantics that surprise:
 * <ul>
 * <li>The official module is used where it is installed, others where somebody {@link Pkcs11Modules
 * chose} them. Where there is none, there is no reader, and that is no failure.</li>
 * <li>The official module shows the same readers as the card service of the machine, under the same
 * names. Those of a chosen module have its name in theirs: somebody wants to tell them apart.</li>
 * <li>A module that cannot be used stands in the list as a reader that tells why.</li>
 * <li>A token under a test root is good for the simulator, and for nothing else.</li>
 * </ul>
 */
public final class Pkcs11CardProvider implements CardProvider {

	private final Pkcs11Modules modules;
	private final Loader loader;
	private final Supplier<CardTrust> trust;
	private final SightWatch watch = new SightWatch(List.of(), this::see);
	private final Map<Use, TokenModule> loaded = new HashMap<>();
	private final Map<Place, SlotReader> readers = new HashMap<>();

	/** Loads a module. */
	@FunctionalInterface
	interface Loader {
		Module load(Path file) throws ModuleUnusable;
	}

	private record Use(Path module, boolean chosen) {
	}

	private record Place(Path module, long slot, String description) {
	}

	/** Made by the extension registry; loads nothing yet. */
	public Pkcs11CardProvider() {
		this(service());
	}

	/** Tokens of other modules than those of this installation. */
	public Pkcs11CardProvider(Pkcs11Modules modules) {
		this(modules, NativeModule::load, CardTrust::installed);
	}

	Pkcs11CardProvider(Pkcs11Modules modules, Loader loader, Supplier<CardTrust> trust) {
		this.modules = modules;
		this.loader = loader;
		this.trust = trust;
	}

	private static Pkcs11Modules service() {
		var context = FrameworkUtil.getBundle(Pkcs11CardProvider.class).getBundleContext();
		var reference = context.getServiceReference(Pkcs11Modules.class);
		if (reference == null) {
			throw new IllegalStateException("the service of the PKCS#11 modules has not started");
		}
		return context.getService(reference);
	}

	@Override
	public Set<Environment> environments() {
		return Set.of(Environment.values());
	}

	@Override
	public synchronized List<CardReader> readers() {
		var all = new ArrayList<CardReader>();
		modules.used().forEach(file -> all.addAll(readers(file)));
		return List.copyOf(all);
	}

	private List<CardReader> readers(Path file) {
		try {
			var module = module(file);
			var there = new ArrayList<CardReader>();
			for (var slot : module.slots()) {
				there.add(readers.computeIfAbsent(new Place(file, slot.id(), slot.description()),
						place -> new SlotReader(module, slot, trust)));
			}
			return there;
		} catch (CardException e) {
			return List.of(new UnusableModule(file.toString(), e));
		} catch (CryptokiException e) {
			return List.of(new UnusableModule(file.toString(), new ModuleUnusable(file, e.getMessage(), e)));
		}
	}

	private synchronized TokenModule module(Path file) throws ModuleUnusable {
		var use = new Use(file, modules.chosen().contains(file));
		var known = loaded.get(use);
		if (known == null) {
			known = new TokenModule(loader.load(file), use.chosen());
			loaded.put(use, known);
		}
		return known;
	}

	@Override
	public Watch watch(Runnable changed) {
		return watch.add(changed);
	}

	/** Slots and what is in them, or the module's failure. */
	private List<Object> see() {
		var seen = new ArrayList<>();
		for (var file : modules.used()) {
			try {
				module(file).slots().stream().map(Sight::of).forEach(seen::add);
			} catch (CardException | CryptokiException e) {
				seen.add(String.valueOf(e.getMessage()));
			}
		}
		return seen;
	}

	/** What can be seen of a slot; a token's flags change without its leaving. */
	private record Sight(long slot, String description, boolean occupied, String label, String serial) {

		static Sight of(Slot slot) {
			return new Sight(slot.id(), slot.description(), slot.occupied(),
					slot.token().map(token -> token.label()).orElse(""), slot.token().map(token -> token.serial()).orElse(""));
		}
	}

	@Override
	public List<X509Certificate> testRoots() {
		return trust.get().test();
	}

	@Override
	public List<Observation> check(OperatingSystem system, Progress progress) throws Cancelled {
		return new ModuleCheck(modules, this::module, progress, InstantSource.system()).look(readers());
	}
}
