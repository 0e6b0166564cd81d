package org.certbench.ehealth.simulator.internal.state;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.core.DistinguishedName;
import org.certbench.core.KeyIdentifier;
import org.certbench.ehealth.simulator.SimulatedRequest.Stage;

/**
 * A certificate request and what became of it: the certificate and its encryption token. Immutable.
 *
 * @param key                    of the public key to be certified
 * @param requested              when
 * @param application            what was asked for
 * @param automaticallyValidated whether nobody had to accept it
 * @param replaces               the certificate that it renews, or null
 * @param stage                  how far it is
 * @param due                    when it is to be issued, or null for by hand
 * @param refusal                why it was refused, or null
 * @param issued                 the certificate, or null
 * @param challenge              what the owner of an encryption key must answer, or null
 * @param token                  the registered encryption token, or null
 * @param reminded               whether the mail about its expiry was sent
 */
public record Registration(KeyIdentifier key, Instant requested, Application application,
		boolean automaticallyValidated, KeyIdentifier replaces, Stage stage, Instant due, String refusal, Issued issued,
		Challenge challenge, Token token, boolean reminded) {

	/**
	 * An issued certificate.
	 *
	 * @param chain            leaf first, the root not among them
	 * @param replacementStart start of the replacement period
	 */
	public record Issued(List<X509Certificate> chain, Instant replacementStart) {

		public X509Certificate certificate() {
			return chain.getFirst();
		}
	}

	/**
	 * A challenge that was given.
	 *
	 * @param publicKey the encryption key, encoded
	 * @param serial    the serial number that the encryption certificate must have
	 * @param given     when
	 */
	public record Challenge(byte[] publicKey, BigInteger serial, Instant given) {
	}

	/**
	 * A registered encryption token.
	 *
	 * @param certificate the encryption certificate in it
	 * @param token       CMS SignedData
	 * @param active      whether the depot publishes it
	 */
	public record Token(X509Certificate certificate, byte[] token, boolean active) {
	}

	/** A new request. */
	public static Registration requested(KeyIdentifier key, Instant now, Application application,
			boolean automaticallyValidated, KeyIdentifier replaces) {
		return new Registration(key, now, application, automaticallyValidated, replaces, Stage.AWAITS_VALIDATION, null,
				null, null, null, null, false);
	}

	public DistinguishedName subject() {
		return DistinguishedName.parse(application.subject());
	}

	public Optional<X509Certificate> certificate() {
		return Optional.ofNullable(issued).map(Issued::certificate);
	}

	public boolean isInProgress() {
		return stage == Stage.AWAITS_VALIDATION || stage == Stage.AWAITS_ISSUING;
	}

	/** Whether it has a certificate that is neither revoked nor replaced nor expired; it may start later. */
	public boolean isActive(Instant now) {
		return stage == Stage.ISSUED && !now.isAfter(issued.certificate().getNotAfter().toInstant());
	}

	/** Whether it counts: asked for, or active. */
	public boolean isInForce(Instant now) {
		return isInProgress() || isActive(now);
	}

	public boolean isInReplacementPeriod(Instant now) {
		return isActive(now) && !now.isBefore(issued.replacementStart());
	}

	/** Accepted. */
	public Registration accepted(Instant dueThen) {
		return with(Stage.AWAITS_ISSUING, dueThen, refusal, issued);
	}

	public Registration refused(String why) {
		return with(Stage.REFUSED, null, why, issued);
	}

	public Registration issued(Issued certificate) {
		return with(Stage.ISSUED, null, refusal, certificate);
	}

	/** Out of force, for ever: {@link Stage#REVOKED} or {@link Stage#REPLACED}. */
	public Registration ended(Stage how) {
		return with(how, null, refusal, issued);
	}

	public Registration with(Challenge given) {
		return new Registration(key, requested, application, automaticallyValidated, replaces, stage, due, refusal,
				issued, given, token, reminded);
	}

	/** With a token; the challenge that led to it cannot be used again. */
	public Registration with(Token registered) {
		return new Registration(key, requested, application, automaticallyValidated, replaces, stage, due, refusal,
				issued, null, registered, reminded);
	}

	public Registration asReminded() {
		return new Registration(key, requested, application, automaticallyValidated, replaces, stage, due, refusal,
				issued, challenge, token, true);
	}

	private Registration with(Stage next, Instant dueThen, String why, Issued certificate) {
		return new Registration(key, requested, application, automaticallyValidated, replaces, next, dueThen, why,
				certificate, challenge, token, reminded);
	}
}
