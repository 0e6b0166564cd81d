package org.certbench.ui.wizard.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProvider.Watch;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardReader;
import org.certbench.ui.UiJob;
import org.certbench.ui.UiThread;
import org.eclipse.swt.widgets.Widget;

/**
 * Looks which cards are in which readers, again whenever one comes or goes. The looking is done in a
 * worker, one look at a time; all calls are in the UI thread.
 */
final class CardLookout {

	/** What was seen. */
	record Sight(List<CardPlace> places, List<ProblemException> problems) {
		Sight {
			places = List.copyOf(places);
			problems = List.copyOf(problems);
		}
	}

	private static final Texts TEXTS = Texts.of(CardLookout.class);

	private final List<CardProvider> providers;
	private final Widget owner;
	private final Consumer<Sight> seen;
	private final List<Watch> watches = new ArrayList<>();
	private boolean looking;
	private boolean again;

	/**
	 * @param owner without it nothing is told
	 * @param seen  told, in the UI thread, what is there
	 */
	CardLookout(CardProviders cards, Environment environment, Widget owner, Consumer<Sight> seen) {
		this.providers = cards.installed().stream().map(each -> cards.provider(each.id()))
				.filter(provider -> provider.environments().contains(environment)).toList();
		this.owner = owner;
		this.seen = seen;
	}

	/** Looks now and from now on. */
	void begin() {
		if (watches.isEmpty()) {
			providers.forEach(provider -> watches.add(provider.watch(() -> UiThread.in(owner, this::look))));
		}
		look();
	}

	/** Looks no more. */
	void end() {
		watches.forEach(Watch::close);
		watches.clear();
	}

	void look() {
		again = looking;
		if (looking) {
			return;
		}
		looking = true;
		UiJob.named(TEXTS.get("card.looking"), owner, progress -> see()).quietly().whenDone(sight -> {
			if (!watches.isEmpty() || providers.isEmpty()) {
				seen.accept(sight);
			}
		}).atTheEnd(this::looked).start();
	}

	private void looked() {
		looking = false;
		if (again) {
			look();
		}
	}

	private Sight see() {
		var readers = new ArrayList<CardReader>();
		var problems = new ArrayList<ProblemException>();
		for (var provider : providers) {
			try {
				readers.addAll(provider.readers());
			} catch (CardException e) {
				problems.add(e);
			}
		}
		return new Sight(CardReader.distinct(readers).stream().map(CardLookout::place).toList(), problems);
	}

	private static CardPlace place(CardReader reader) {
		try {
			return new CardPlace(reader.name(), reader.card().orElse(null), null);
		} catch (CardException e) {
			return new CardPlace(reader.name(), null, e);
		}
	}
}
