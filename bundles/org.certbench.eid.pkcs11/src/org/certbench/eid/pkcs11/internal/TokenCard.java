package org.certbench.eid.pkcs11.internal;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Finding;
import org.certbench.core.Identifier;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardException.NoCard;
import org.certbench.eid.CardException.NotAnEid;
import org.certbench.eid.CardException.Unreadable;
import org.certbench.eid.CardFindings;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardTrust;
import org.certbench.eid.PinEntry;

/**
 * A token with the keys of a Belgian eID, for one stay in its slot. Whose it is, is read from its
 * certificates: the identity file that the official module also shows, as data objects, is left alone,
 * so that all modules are the same; the card's printed number is not in them, the token's own number
 * stands for it. Thread-safe.
 */
final class TokenCard implements Card {

	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

	private final TokenModule module;
	private final Slot slot;
	private final List<TokenCertificate> certificates;
	private final CardTrust trust;
	private final CardIdentity identity;
	private final TokenKeys keys;
	/** By what the module returned, which tells more than the token's flags. */
	private volatile boolean blocked;

	private TokenCard(TokenModule module, Slot slot, List<TokenCertificate> certificates, X509Certificate leaf,
			CardTrust trust) {
		this.module = module;
		this.slot = slot;
		this.certificates = certificates;
		this.trust = trust;
		this.identity = identity(leaf, slot.token().orElseThrow().serial());
		this.keys = new TokenKeys(module.module(), slot.id(), slot.description());
	}

	/**
	 * Reads whose card it is.
	 *
	 * @throws CardException {@link NotAnEid} where the certificates are not those of a Belgian eID
	 */
	static TokenCard read(TokenModule module, Slot slot, CardTrust trust) throws CardException {
		try {
			var certificates = module.module().certificates(slot.id());
			var leaf = Stream.of(CardKey.values()).flatMap(key -> find(certificates, key).stream()).findFirst()
					.orElseThrow(() -> new NotAnEid(slot.description()));
			return new TokenCard(module, slot, certificates, leaf, trust);
		} catch (CryptokiException e) {
			throw e.isNoToken() ? new NoCard(slot.description(), e)
					: new Unreadable(slot.description(), e.getMessage(), e);
		} catch (IllegalArgumentException notOfThisForm) {
			throw new NotAnEid(slot.description());
		}
	}

	private static Optional<X509Certificate> find(List<TokenCertificate> certificates, CardKey key) {
		var label = key == CardKey.SIGNATURE ? "Signature" : "Authentication";
		return certificates.stream().filter(each -> each.label().equals(label)).map(TokenCertificate::certificate)
				.findFirst();
	}

	private static CardIdentity identity(X509Certificate leaf, String number) {
		var subject = DistinguishedName.of(leaf.getSubjectX500Principal());
		return new CardIdentity(value(subject, "SURNAME"), List.of(value(subject, "GIVENNAME").split("\\s+")),
				Identifier.ssin(value(subject, "SERIALNUMBER")), number, day(leaf.getNotBefore()), day(leaf.getNotAfter()));
	}

	private static String value(DistinguishedName name, String attribute) {
		return name.values(attribute).stream().findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no " + attribute + " in " + name));
	}

	private static LocalDate day(Date date) {
		return LocalDate.ofInstant(date.toInstant(), BELGIUM);
	}

	/** Whether this is what a slot has in it now. */
	boolean isIn(Slot now) {
		return now.token().filter(slot.token().orElseThrow()::isSame).isPresent();
	}

	/** The token left its slot. */
	void leave() {
		keys.endSession();
	}

	@Override
	public String readerName() {
		return slot.description();
	}

	@Override
	public CardIdentity identity() {
		return identity;
	}

	@Override
	public List<X509Certificate> chain(CardKey key) throws CardException {
		var chain = new ArrayList<X509Certificate>();
		chain.add(find(certificates, key).orElseThrow(() -> new CardException.NoSuchKey(key)));
		for (var next = issuer(chain.getLast()); next.isPresent() && !chain.contains(next.get());) {
			chain.add(next.get());
			next = issuer(chain.getLast());
		}
		return List.copyOf(chain);
	}

	private Optional<X509Certificate> issuer(X509Certificate certificate) {
		return certificates.stream().map(TokenCertificate::certificate).filter(each -> CardTrust.isIssued(certificate, each))
				.findFirst();
	}

	/** By the key that there is: a token may have but one. */
	@Override
	public CardTrust.Standing standing() throws CardException {
		return trust.of(chain(find(certificates, CardKey.AUTHENTICATION).isPresent() ? CardKey.AUTHENTICATION
				: CardKey.SIGNATURE));
	}

	/** Whether it is a test card, by the chain of one of its keys. */
	boolean isTestCard(List<X509Certificate> chain) {
		return trust.of(chain) == CardTrust.Standing.TEST;
	}

	@Override
	public List<Finding> findings() throws CardException {
		return CardFindings.of(this, Instant.now());
	}

	@Override
	public OptionalInt triesLeft() {
		try {
			return blocked ? OptionalInt.of(0) : token().triesLeft();
		} catch (CardException gone) {
			return OptionalInt.empty();
		}
	}

	void blocked() {
		blocked = true;
	}

	/** As it is now. */
	Token token() throws CardException {
		try {
			var now = module.module().token(slot.id());
			if (!now.isSame(slot.token().orElseThrow())) {
				throw new NoCard(readerName(), null);
			}
			return now;
		} catch (CryptokiException e) {
			throw new NoCard(readerName(), e);
		}
	}

	TokenModule module() {
		return module;
	}

	TokenKeys keys() {
		return keys;
	}

	@Override
	public Signer signer(CardKey key, String meaning, PinEntry pin) throws CardException {
		if (key == CardKey.SIGNATURE && module.isOpenSc()) {
			throw new CardException.ModuleCannotSign(module.module().file());
		}
		return new TokenSigner(this, key, chain(key), meaning, pin);
	}
}
