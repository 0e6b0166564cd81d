package org.certbench.eid.pkcs11.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.CardException.ModuleUnusable;
import org.certbench.eid.CardObservations;
import org.certbench.eid.CardReader;
import org.certbench.eid.pkcs11.Pkcs11Modules;

/**
 * Looks which PKCS#11 modules are there and whether they can be used (M34). None is needed: cards are
 * read without them.
 */
public final class ModuleCheck {

	private static final Texts TEXTS = Texts.of(ModuleCheck.class);
	private static final String MODULE = "pkcs11-module";

	private final Pkcs11Modules modules;
	private final Loader loader;
	private final Progress progress;
	private final InstantSource clock;
	private final List<Observation> seen = new ArrayList<>();

	/** Loads a module, or gives it again. */
	@FunctionalInterface
	public interface Loader {
		TokenModule load(Path file) throws ModuleUnusable;
	}

	public ModuleCheck(Pkcs11Modules modules, Loader loader, Progress progress, InstantSource clock) {
		this.modules = modules;
		this.loader = loader;
		this.progress = progress;
		this.clock = clock;
	}

	/** @param readers those of the modules that are used */
	public List<Observation> look(List<CardReader> readers) throws Cancelled {
		progress.doing(TEXTS.get("check.doing"));
		var used = modules.used();
		for (var file : used) {
			progress.checkCancelled();
			lookAt(file);
		}
		modules.openSc().stream().filter(file -> !used.contains(file)).forEach(file -> seen
				.add(Observation.fine(MODULE, subject(), TEXTS.get("check.opensc.unused", file))));
		if (seen.isEmpty()) {
			seen.add(Observation.fine(MODULE, subject(), TEXTS.get("check.none")));
		}
		for (var reader : readers) {
			progress.checkCancelled();
			lookInto(reader);
		}
		return List.copyOf(seen);
	}

	private void lookAt(Path file) {
		try {
			var module = loader.load(file);
			if (module.isOpenSc()) {
				var explained = new CardException.ModuleCannotSign(file);
				seen.add(Observation.advice(MODULE, subject(), explained.getMessage(), explained.remedy(),
						explained.problem()));
			} else {
				seen.add(Observation.fine(MODULE, subject(),
						TEXTS.get("check.loaded", file, module.module().manufacturer())));
			}
		} catch (ModuleUnusable e) {
			seen.add(Observation.lacking(MODULE, subject(), e));
		}
	}

	/** An unusable module was told before, and an empty slot is nothing lacking. */
	private void lookInto(CardReader reader) throws Cancelled {
		if (reader instanceof UnusableModule) {
			return;
		}
		try {
			var card = reader.card();
			if (card.isPresent()) {
				seen.addAll(CardObservations.of(card.get(), clock.instant(), progress));
			}
		} catch (CardException e) {
			seen.add(Observation.lacking("pkcs11-token", TEXTS.get("check.subject.token"), e));
		}
	}

	private static String subject() {
		return TEXTS.get("check.subject.module");
	}
}
