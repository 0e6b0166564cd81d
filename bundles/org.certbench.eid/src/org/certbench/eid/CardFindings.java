package org.certbench.eid;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.Severity;
import org.certbench.core.Texts;

/**
 * What is wrong with a card, by whatever way it is reached, as far as its days, its keys and its root tell.
 * Reads from the card; not for the UI thread.
 */
public final class CardFindings {

	private static final Texts TEXTS = Texts.of(CardFindings.class);
	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

	private final Card card;
	private final Instant now;
	private final List<Finding> found = new ArrayList<>();

	private CardFindings(Card card, Instant now) {
		this.card = card;
		this.now = now;
	}

	/**
	 * Looks at a card, as it is now.
	 *
	 * @throws CardException where it cannot be read
	 */
	public static List<Finding> of(Card card, Instant now) throws CardException {
		var look = new CardFindings(card, now);
		look.atDays();
		look.atKeys();
		look.atRoot();
		return List.copyOf(look.found);
	}

	/** A finding about a card. */
	public static Finding about(Card card, String problem, String seen) {
		return new Finding(Severity.ERROR, problem, subject(card), Holder.of(card.identity().ssin()), seen, true);
	}

	private static URI subject(Card card) {
		try {
			return new URI("reader", card.readerName(), null);
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private void atDays() {
		if (isExpired()) {
			add("eid-expired", "found.cardExpired", card.identity().validUntil());
		}
	}

	private boolean isExpired() {
		return card.identity().validUntil().isBefore(day(now));
	}

	private void atKeys() throws CardException {
		for (var key : CardKey.values()) {
			try {
				atKey(key);
			} catch (CardException.NoSuchKey e) {
				found.add(about(card, e.problem(), e.getMessage()));
			}
		}
	}

	private void atKey(CardKey key) throws CardException {
		var certificate = card.chain(key).getFirst();
		var text = key == CardKey.SIGNATURE ? "found.signature" : "found.authentication";
		var begin = certificate.getNotBefore().toInstant();
		var end = certificate.getNotAfter().toInstant();
		// The certificates of an expired card have expired with it: that is no second thing to be mended.
		if (end.isBefore(now) && !isExpired()) {
			add("eid-expired", text + "Expired", day(end));
		} else if (begin.isAfter(now)) {
			add("clock-wrong", text + "NotYet", day(begin));
		}
	}

	private void atRoot() throws CardException {
		if (card.standing() == CardTrust.Standing.UNKNOWN) {
			add("eid-not-genuine", "found.rootUnknown");
		}
	}

	private void add(String problem, String text, Object... arguments) {
		found.add(about(card, problem, TEXTS.get(text, arguments)));
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, BELGIUM);
	}
}
