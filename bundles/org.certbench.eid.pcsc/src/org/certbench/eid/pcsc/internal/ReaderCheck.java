package org.certbench.eid.pcsc.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.CardObservations;
import org.certbench.eid.CardReader;

/**
 * Looks whether this machine can read cards (M34): the card service, the readers, the card in each.
 * What depends on something that is lacking is left out.
 */
public final class ReaderCheck {

	private static final Texts TEXTS = Texts.of(ReaderCheck.class);

	private final OperatingSystem system;
	private final Progress progress;
	private final InstantSource clock;
	private final List<Observation> seen = new ArrayList<>();

	/** The readers of the machine. */
	@FunctionalInterface
	public interface Readers {
		List<CardReader> list() throws CardException;
	}

	/** @param system what to do is said for it */
	public ReaderCheck(OperatingSystem system, Progress progress, InstantSource clock) {
		this.system = system;
		this.progress = progress;
		this.clock = clock;
	}

	/** Looks, as things are now. */
	public List<Observation> look(Readers readers) throws Cancelled {
		progress.doing(TEXTS.get("check.doing.service"));
		try {
			var there = readers.list();
			serviceAnswers();
			add(Observation.fine("reader", subject("reader"), names(there)));
			lookInto(there);
		} catch (CardException.NoService e) {
			add(serviceLacking(e));
		} catch (CardException.NoReader e) {
			serviceAnswers();
			add(lacking("reader", "check.reader.none", e));
		} catch (CardException e) {
			add(Observation.lacking("card-service", subject("card-service"), e));
		}
		return List.copyOf(seen);
	}

	private void lookInto(List<CardReader> readers) throws Cancelled {
		int before = seen.size();
		for (var reader : readers) {
			progress.checkCancelled();
			progress.doing(TEXTS.get("check.doing.card", reader.name()));
			try {
				var card = reader.card();
				if (card.isPresent()) {
					seen.addAll(look((EidCard) card.get()));
				}
			} catch (CardException e) {
				progress.checkCancelled();
				add(Observation.lacking("card", subject("card"), e));
			}
		}
		if (seen.size() == before) {
			add(Observation.lacking("card", subject("card"), new CardException.NoCard(names(readers), null)));
		}
	}

	private List<Observation> look(EidCard card) throws Cancelled {
		try {
			card.exclusively(connection -> {
				card.askTries(new EidCommands(connection.getBasicChannel()));
				return card;
			});
			return CardObservations.of(card, clock.instant(), progress);
		} catch (StatusException e) {
			return List.of(Observation.lacking("card", subject("card"),
					new CardException.Unreadable(card.readerName(), e.getMessage(), e)));
		} catch (Cancelled e) {
			throw e;
		} catch (ProblemException e) {
			return List.of(Observation.lacking("card", subject("card"), e));
		}
	}

	private void serviceAnswers() {
		add(Observation.fine("card-service", subject("card-service"), TEXTS.get("check.service.answers")));
	}

	/** Where it is installed and does not run, it tells so by a code of its own. */
	private Observation serviceLacking(CardException.NoService failure) {
		return lacking("card-service",
				PcscError.code(failure).isPresent() ? "check.service.stopped" : "check.service.absent", failure);
	}

	private Observation lacking(String id, String text, CardException failure) {
		return Observation.lacking(id, subject(id), TEXTS.get(text), system.text(TEXTS, text + ".remedy"),
				failure.problem());
	}

	private void add(Observation observation) {
		seen.add(observation);
	}

	private static String names(List<CardReader> readers) {
		return readers.stream().map(CardReader::name).collect(Collectors.joining(", "));
	}

	private static String subject(String id) {
		return TEXTS.get("check.subject." + id);
	}
}
