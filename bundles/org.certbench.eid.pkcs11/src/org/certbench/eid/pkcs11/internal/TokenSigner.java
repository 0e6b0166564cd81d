package org.certbench.eid.pkcs11.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.CardException;
import org.certbench.eid.CardException.PinBlocked;
import org.certbench.eid.CardException.PinWrong;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinEntry.Elsewhere;
import org.certbench.eid.PinRequest;

/**
 * A key of a token. Who asks for the PIN is the token's own word: this program, the reader's keys, or,
 * as with the official software, a window of the module itself.
 */
record TokenSigner(TokenCard card, CardKey key, List<X509Certificate> chain, String meaning, PinEntry pin)
		implements Signer {

	@Override
	public boolean usableIn(Environment environment) {
		return environment == Environment.SIMULATOR || !card.isTestCard(chain);
	}

	@Override
	public byte[] sign(byte[] data) throws ProblemException {
		if (key == CardKey.AUTHENTICATION) {
			var signature = card.keys().signInSession(certificate(), data);
			if (signature.isPresent()) {
				return signature.get();
			}
		}
		try {
			return signWithPin(data);
		} catch (PinBlocked e) {
			card.blocked();
			throw e;
		} catch (PinWrong e) {
			throw afterWrongPin(e);
		}
	}

	private byte[] signWithPin(byte[] data) throws ProblemException {
		var token = card.token();
		var tries = card.triesLeft();
		if (tries.isPresent() && tries.getAsInt() == 0) {
			throw new PinBlocked();
		}
		var request = new PinRequest(card, key, meaning, tries);
		if (token.wantsLogin() && !token.hasPad()) {
			try (var given = pin.ask(request)) {
				checkLength(given, token);
				return sign(Optional.of(given), data);
			}
		}
		try (var notice = pin.tellToUse(token.hasPad() ? Elsewhere.READER_KEYS : Elsewhere.SOFTWARE_WINDOW, request)) {
			return sign(Optional.empty(), data);
		}
	}

	private byte[] sign(Optional<Secret> given, byte[] data) throws ProblemException {
		return card.module().signing(() -> card.keys().sign(given, key, certificate(), data));
	}

	/** Some modules count a try for a PIN that cannot be one. */
	private static void checkLength(Secret given, Token token) throws CardException {
		int length = given.characters().length;
		if (length < token.shortestPin() || length > token.longestPin()) {
			throw new CardException.PinFormat();
		}
	}

	/** What the token tells of the tries that are left now. */
	private CardException afterWrongPin(PinWrong wrong) {
		var left = card.triesLeft();
		if (left.isEmpty()) {
			return wrong;
		}
		return left.getAsInt() == 0 ? new PinBlocked() : new PinWrong(left.getAsInt());
	}
}
