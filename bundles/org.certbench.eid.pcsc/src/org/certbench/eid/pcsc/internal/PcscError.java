package org.certbench.eid.pcsc.internal;

import java.util.Optional;
import java.util.Set;

import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;

import org.certbench.eid.CardException.Busy;
import org.certbench.eid.CardException.NoCard;
import org.certbench.eid.CardException.NoReader;
import org.certbench.eid.CardException.NoService;
import org.certbench.eid.CardException.Unreadable;

/** What a failure of PC/SC means; Java tells its code as the text of a cause, e.g. {@code SCARD_E_NO_SERVICE}. */
final class PcscError {

	private static final String CODE = "SCARD_";
	private static final Set<String> NO_READERS = Set.of("SCARD_E_NO_READERS_AVAILABLE", "SCARD_E_READER_UNAVAILABLE",
			"SCARD_E_UNKNOWN_READER");
	/** The last: a handle of a service that was restarted since. */
	private static final Set<String> NO_SERVICE = Set.of("SCARD_E_NO_SERVICE", "SCARD_E_SERVICE_STOPPED",
			"SCARD_E_INVALID_HANDLE");
	/** The card, or the service, went away in the middle of an exchange. */
	private static final Set<String> BROKEN_EXCHANGE = Set.of("SCARD_F_COMM_ERROR", "SCARD_E_NOT_TRANSACTED");
	private static final Set<String> NO_CARD = Set.of("SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD",
			"SCARD_W_UNPOWERED_CARD", "SCARD_W_RESET_CARD");

	private PcscError() {
	}

	/** The code; nothing where the failure is not one of the service. */
	static Optional<String> code(Throwable failure) {
		for (var each = failure; each != null; each = each.getCause()) {
			if (each.getMessage() != null && each.getMessage().startsWith(CODE)) {
				return Optional.of(each.getMessage().split("[ :]", 2)[0]);
			}
		}
		return Optional.empty();
	}

	static boolean isNoReader(CardException failure) {
		return code(failure).filter(NO_READERS::contains).isPresent();
	}

	static boolean isNoService(CardException failure) {
		return code(failure).filter(NO_SERVICE::contains).isPresent();
	}

	/** The card went away before the service noticed, or the service did. */
	static boolean isBrokenExchange(CardException failure) {
		return code(failure).filter(BROKEN_EXCHANGE::contains).isPresent();
	}

	/** Another program reset the card: it must be connected again, and has forgotten a PIN. */
	static boolean isReset(CardException failure) {
		return code(failure).filter("SCARD_W_RESET_CARD"::equals).isPresent();
	}

	/**
	 * What is told to the person.
	 *
	 * @param failure of {@code javax.smartcardio}; its connections answer with an
	 *                {@link IllegalStateException} once they are dead
	 */
	static org.certbench.eid.CardException of(String reader, Exception failure) {
		var code = code(failure).orElse("");
		if (NO_READERS.contains(code)) {
			return new NoReader(failure);
		}
		if (NO_SERVICE.contains(code)) {
			return new NoService(failure);
		}
		if (code.equals("SCARD_E_SHARING_VIOLATION")) {
			return new Busy(reader, failure);
		}
		if (NO_CARD.contains(code) || BROKEN_EXCHANGE.contains(code) || failure instanceof IllegalStateException
				|| failure instanceof CardNotPresentException) {
			return new NoCard(reader, failure);
		}
		return new Unreadable(reader, code.isEmpty() ? String.valueOf(failure.getMessage()) : code, failure);
	}
}
