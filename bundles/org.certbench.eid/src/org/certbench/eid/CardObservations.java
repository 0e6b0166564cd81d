package org.certbench.eid;

import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.internal.KnownRoots;

/**
 * What there is to say of a card in a reader, by whatever way it is reached (M34): whose it is, its
 * keys and the days of their certificates, whether it is genuine, the tries left for its PIN, and whether it was revoked. Reads
 * from the card and asks for no PIN; not for the UI thread.
 */
public final class CardObservations {

	/** A card's holder needs weeks to get another one. */
	private static final Duration SOON = Duration.ofDays(90);
	private static final int ALL_TRIES = 3;
	private static final String EXPIRED = "eid-expired";
	private static final String NOT_GENUINE = "eid-not-genuine";
	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");
	private static final Texts TEXTS = Texts.of(CardObservations.class);

	private final Card card;
	private final Instant now;
	private final List<Observation> seen = new ArrayList<>();

	private CardObservations(Card card, Instant now) {
		this.card = card;
		this.now = now;
	}

	/**
	 * Looks at a card, as it is now, and asks those who issued its certificates whether they were revoked.
	 *
	 * @throws Cancelled where the person does not want to wait for that
	 */
	public static List<Observation> of(Card card, Instant now, Progress progress) throws Cancelled {
		var look = new CardObservations(card, now);
		look.atHolder();
		for (var key : CardKey.values()) {
			look.atCertificate(key);
		}
		look.atGenuineness();
		look.atPin();
		for (var key : CardKey.values()) {
			CardRevocation.of(card, key, progress).ifPresent(look.seen::add);
		}
		return List.copyOf(look.seen);
	}

	private void atHolder() {
		var identity = card.identity();
		var said = TEXTS.get("check.card", identity.displayName(), identity.validUntil())
				+ card.kind().map(kind -> " " + TEXTS.get("check.kind", kind)).orElse("");
		seen.add(identity.validUntil().isBefore(LocalDate.ofInstant(now, BELGIUM))
				? lacking("card", said, "check.expired.remedy", EXPIRED)
				: Observation.fine("card", subject("card"), said));
	}

	private void atCertificate(CardKey key) {
		var id = key == CardKey.SIGNATURE ? "signature-certificate" : "authentication-certificate";
		try {
			seen.add(certificate(id, card.chain(key).getFirst()));
		} catch (CardException e) {
			seen.add(Observation.lacking(id, subject(id), e));
		}
	}

	private Observation certificate(String id, X509Certificate certificate) {
		var end = certificate.getNotAfter().toInstant();
		var said = TEXTS.get("check.certificate", words(certificate.getPublicKey()), LocalDate.ofInstant(end, BELGIUM));
		if (end.isBefore(now)) {
			return lacking(id, said, "check.expired.remedy", EXPIRED);
		}
		var begin = certificate.getNotBefore().toInstant();
		if (begin.isAfter(now)) {
			return lacking(id, TEXTS.get("check.notYet", said, LocalDate.ofInstant(begin, BELGIUM)), "check.notYet.remedy",
					"clock-wrong");
		}
		return end.isBefore(now.plus(SOON))
				? Observation.advice(id, subject(id), said, TEXTS.get("check.expires.remedy"), EXPIRED)
				: Observation.fine(id, subject(id), said);
	}

	private static String words(PublicKey key) {
		return switch (key) {
			case RSAKey rsa -> TEXTS.get("check.rsa", rsa.getModulus().bitLength());
			case ECKey ec -> TEXTS.get("check.ec", ec.getParams().getOrder().bitLength());
			default -> key.getAlgorithm();
		};
	}

	private void atPin() {
		var tries = card.triesLeft();
		if (tries.isEmpty()) {
			seen.add(Observation.fine("pin", subject("pin"), TEXTS.get("check.pin.untold")));
		} else if (tries.getAsInt() == 0) {
			seen.add(Observation.lacking("pin", subject("pin"), new CardException.PinBlocked()));
		} else if (tries.getAsInt() < ALL_TRIES) {
			seen.add(Observation.advice("pin", subject("pin"), TEXTS.get("check.pin.tries", tries.getAsInt()),
					TEXTS.get("check.pin.tries.remedy"), "eid-pin-wrong"));
		} else {
			seen.add(Observation.fine("pin", subject("pin"), TEXTS.get("check.pin.tries", tries.getAsInt())));
		}
	}

	/** Days and keys were said more closely before. */
	private void atGenuineness() {
		var id = "card-genuine";
		try {
			var doubts = card.findings().stream().filter(finding -> finding.problem().equals(NOT_GENUINE)).toList();
			doubts.forEach(finding -> seen.add(lacking(id, finding.seen(), "check.genuine.remedy", NOT_GENUINE)));
			// Throws where it is another's; only here is it read, as that takes a card its time.
			card.photo();
			if (doubts.isEmpty()) {
				seen.add(Observation.fine(id, subject(id), TEXTS.get("check.genuine." + card.standing(),
						KnownRoots.place().map(Path::toString).orElse(CardTrust.PROPERTY))));
			}
		} catch (CardException e) {
			seen.add(Observation.lacking(id, subject(id), e));
		}
	}

	private Observation lacking(String id, String said, String remedy, String problem) {
		return Observation.lacking(id, subject(id), said, TEXTS.get(remedy), problem);
	}

	private static String subject(String id) {
		return TEXTS.get("check.subject." + id);
	}
}
