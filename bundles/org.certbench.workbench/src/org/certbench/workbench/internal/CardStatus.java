package org.certbench.workbench.internal;

import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardReader;
import org.certbench.ui.CardEvents;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.Icon;
import org.certbench.ui.Services;
import org.certbench.ui.UiJob;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** The card reader and whose card is in it, in the status line. */
public final class CardStatus extends WorkbenchWindowControlContribution {

	private static final Texts TEXTS = Texts.of(CardStatus.class);

	private StatusField field;
	private CardProviders providers;
	private CurrentEnvironment environment;

	@Override
	protected Control createControl(Composite parent) {
		var foundProviders = Services.find(CardProviders.class);
		var foundEnvironment = Services.find(CurrentEnvironment.class);
		if (foundProviders.isEmpty() || foundEnvironment.isEmpty()) {
			return new Composite(parent, SWT.NONE);
		}
		providers = foundProviders.get();
		environment = foundEnvironment.get();
		field = new StatusField(parent, "status.card", Icon.READER, TEXTS.get("status.card", "n".repeat(18), "n".repeat(16)));
		var environmentWatch = environment.watch(changed -> look());
		field.addDisposeListener(disposed -> environmentWatch.close());
		CardEvents.watch(providers, TEXTS.get("status.card.job"), field, this::look);
		look();
		return field;
	}

	/** For any thread. */
	private void look() {
		UiJob.named(TEXTS.get("status.card.job"), field, this::cards).quietly()
				.whenDone(lines -> field.show(lines.getFirst(), String.join("\n", lines))).start();
	}

	/** What is in the readers: cards, then readers without one, then the virtual cards, which are always there; one line at least. */
	private List<String> cards(Progress progress) {
		var cards = new ArrayList<String>();
		var others = new ArrayList<String>();
		var virtual = new ArrayList<String>();
		for (CardReader reader : readers()) {
			try {
				reader.card().ifPresentOrElse(
						card -> (card.pinHint().isPresent() ? virtual : cards)
								.add(TEXTS.get("status.card", reader.name(), card.identity().displayName())),
						() -> others.add(TEXTS.get("status.card.none", reader.name())));
			} catch (CardException e) {
				others.add(TEXTS.get("status.card.problem", reader.name(), e.getMessage()));
			}
		}
		cards.addAll(others);
		cards.addAll(virtual);
		return cards.isEmpty() ? List.of(TEXTS.get("status.reader.none")) : cards;
	}

	private List<CardReader> readers() {
		return CardReader.distinct(providers.installed().stream().map(each -> providers.provider(each.id()))
				.filter(provider -> provider.environments().contains(environment.get())).map(CardStatus::readers)
				.flatMap(List::stream).toList());
	}

	/** A provider without a reader is no news: another one may have one. */
	private static List<CardReader> readers(CardProvider provider) {
		try {
			return provider.readers();
		} catch (CardException e) {
			return List.of();
		}
	}
}
