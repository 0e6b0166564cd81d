package org.certbench.eid;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.core.Texts;

/**
 * Whether the certificates of a card were revoked, as their issuer tells at the addresses that they name: by OCSP, or
 * else by a list. It is asked over the network, and only for who wants to know what the computer has and lacks (M34); a
 * certificate that names no address is not asked for. Nobody is held up by a service that does not answer.
 */
final class CardRevocation {

	private static final String LISTS = "2.5.29.31";
	private static final String SERVICES = "1.3.6.1.5.5.7.1.1";
	/** For a certificate; an answer takes less than a second, and a list a few. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);
	private static final Duration GLANCE = Duration.ofMillis(100);
	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");
	private static final Texts TEXTS = Texts.of(CardRevocation.class);

	private final X509Certificate certificate;
	private final X509Certificate issuer;

	private enum State {
		GOOD, REVOKED, UNTOLD
	}

	/** @param since when it was revoked; null where it was not */
	private record Told(State state, Instant since) {

		static final Told NOTHING = new Told(State.UNTOLD, null);
	}

	private CardRevocation(X509Certificate certificate, X509Certificate issuer) {
		this.certificate = certificate;
		this.issuer = issuer;
	}

	/**
	 * Asks about the certificate of a key; nothing where there is none, or nobody to ask.
	 *
	 * @throws Cancelled where the person does not want to wait
	 */
	static Optional<Observation> of(Card card, CardKey key, Progress progress) throws Cancelled {
		List<X509Certificate> chain;
		try {
			chain = card.chain(key);
		} catch (CardException toldBefore) {
			return Optional.empty();
		}
		if (chain.size() < 2 || Stream.of(LISTS, SERVICES).allMatch(each -> chain.getFirst().getExtensionValue(each) == null)) {
			return Optional.empty();
		}
		progress.doing(TEXTS.get("check.doing.revocation"));
		return Optional.of(observation(key, new CardRevocation(chain.getFirst(), chain.get(1)).await(progress)));
	}

	private static Observation observation(CardKey key, Told told) {
		var id = key == CardKey.SIGNATURE ? "signature-revocation" : "authentication-revocation";
		var subject = TEXTS.get("check.subject." + id);
		return switch (told.state()) {
			case GOOD -> Observation.fine(id, subject, TEXTS.get("check.revocation.good"));
			case UNTOLD -> Observation.fine(id, subject, TEXTS.get("check.revocation.untold"));
			case REVOKED -> Observation.lacking(id, subject,
					TEXTS.get("check.revocation.revoked", LocalDate.ofInstant(told.since(), BELGIUM)),
					TEXTS.get("check.revocation.remedy"), "eid-revoked");
		};
	}

	/** Java's own time limits do not hold for a service that answers byte by byte: so it has a thread of its own. */
	private Told await(Progress progress) throws Cancelled {
		var asking = new FutureTask<>(this::ask);
		Thread.ofPlatform().daemon().name("revocation of a card's certificate").start(asking);
		for (long waited = 0; waited < PATIENCE.toMillis(); waited += GLANCE.toMillis()) {
			progress.checkCancelled();
			try {
				return asking.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
			} catch (TimeoutException notYet) {
				// looked at again
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new Cancelled();
			} catch (ExecutionException e) {
				throw new IllegalStateException(e.getCause());
			}
		}
		return Told.NOTHING;
	}

	private Told ask() throws GeneralSecurityException {
		var validator = CertPathValidator.getInstance("PKIX");
		var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
		checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.SOFT_FAIL));
		// Whether the issuer is one of the State is told elsewhere; here it is the one who knows.
		var parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
		parameters.addCertPathChecker(checker);
		try {
			validator.validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
			return checker.getSoftFailExceptions().isEmpty() ? new Told(State.GOOD, null) : Told.NOTHING;
		} catch (CertPathValidatorException e) {
			return e.getReason() == BasicReason.REVOKED && e.getCause() instanceof CertificateRevokedException revoked
					? new Told(State.REVOKED, revoked.getRevocationDate().toInstant())
					: Told.NOTHING;
		}
	}
}
