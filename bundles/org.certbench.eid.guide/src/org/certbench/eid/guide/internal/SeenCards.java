package org.certbench.eid.guide.internal;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardReader;
import org.certbench.eid.Watches;
import org.certbench.guide.FactSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks what is wrong with the cards in the readers, when it is asked to, or by itself as long as somebody
 * watches. Cards that are good for the simulator only are not looked at. Thread-safe.
 */
@Component
public final class SeenCards implements FactSource {

	private static final System.Logger LOGGER = System.getLogger(SeenCards.class.getName());
	private static final Texts TEXTS = Texts.of(SeenCards.class);

	private final CardProviders cards;
	/** All looks that nobody waits for, one after the other, with a thread only while there are some; none after the end. */
	private final ExecutorService worker = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
			Thread.ofPlatform().daemon().name("findings about cards").factory(), new ThreadPoolExecutor.DiscardPolicy());
	private volatile CardFacts seen = CardFacts.NONE;

	@Activate
	public SeenCards(@Reference CardProviders cards) {
		this.cards = cards;
	}

	@Deactivate
	void close() {
		worker.shutdownNow();
	}

	@Override
	public CardFacts facts() {
		return seen;
	}

	@Override
	public void refresh(Progress progress) throws Cancelled {
		var found = new ArrayList<Finding>();
		for (var reader : CardReader.distinct(providers().map(SeenCards::readers).flatMap(Collection::stream).toList())) {
			progress.checkCancelled();
			progress.doing(TEXTS.get("doing", reader.name()));
			found.addAll(findings(reader));
		}
		seen = new CardFacts(found);
	}

	@Override
	public Watch watch(Runnable changed) {
		var watches = new Watches();
		worker.execute(() -> watches.add(cards, () -> worker.execute(() -> lookAndTell(changed))));
		return watches::close;
	}

	private void lookAndTell(Runnable changed) {
		var before = seen;
		try {
			refresh(Progress.NONE);
		} catch (Cancelled e) {
			// Nobody cancels it but the end of the program.
			return;
		}
		if (!seen.equals(before)) {
			changed.run();
		}
	}

	private Stream<CardProvider> providers() {
		return cards.installed().stream().map(each -> cards.provider(each.id()))
				.filter(provider -> provider.environments().stream().anyMatch(where -> where != Environment.SIMULATOR));
	}

	/** A computer without readers is no problem of a card. */
	private static List<CardReader> readers(CardProvider provider) {
		try {
			return provider.readers();
		} catch (CardException e) {
			LOGGER.log(Level.DEBUG, "no readers", e);
			return List.of();
		}
	}

	/** A card that cannot be read has no findings: where it is needed, that is told. */
	private static List<Finding> findings(CardReader reader) {
		try {
			var card = reader.card();
			return card.isPresent() ? card.get().findings() : List.of();
		} catch (CardException e) {
			LOGGER.log(Level.DEBUG, "not looked at: the card in " + reader.name(), e);
			return List.of();
		}
	}
}
