package org.certbench.eid.pkcs11.internal;

import java.util.Optional;
import java.util.Set;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.eid.CardException.NoCard;
import org.certbench.eid.CardException.PinBlocked;
import org.certbench.eid.CardException.PinFormat;
import org.certbench.eid.CardException.PinWrong;
import org.certbench.eid.CardException.Unreadable;

/**
 * What a failure of Java's provider means. It wraps what the module returned several times, and in
 * different types for login and signature; the innermost message begins with the return value's name.
 */
final class TokenError {

	private static final String CODE = "CKR_";
	private static final Set<String> NO_CARD = Set.of("CKR_TOKEN_NOT_PRESENT", "CKR_DEVICE_REMOVED",
			"CKR_SESSION_HANDLE_INVALID", "CKR_SESSION_CLOSED");
	/** What the provider says by itself, without asking the module. */
	private static final Set<String> REMOVED = Set.of("Token has been removed", "No token present");

	private TokenError() {
	}

	/** The return value's name; nothing where the failure is not one of the module. */
	static Optional<String> code(Throwable failure) {
		for (var each = failure; each != null; each = each.getCause()) {
			if (each.getMessage() != null && each.getMessage().startsWith(CODE)) {
				return Optional.of(each.getMessage().split("[ :]", 2)[0]);
			}
		}
		return Optional.empty();
	}

	/** The token has forgotten that its PIN was given, or is another one by now. */
	static boolean isLoginLost(Throwable failure) {
		return isRemoved(failure) || code(failure).filter("CKR_USER_NOT_LOGGED_IN"::equals).isPresent();
	}

	/** What is told to the person. */
	static ProblemException of(String reader, Exception failure) {
		var code = code(failure).orElse("");
		return switch (code) {
			case "CKR_PIN_INCORRECT" -> new PinWrong();
			case "CKR_PIN_LOCKED" -> new PinBlocked();
			case "CKR_PIN_LEN_RANGE", "CKR_PIN_INVALID" -> new PinFormat();
			case "CKR_FUNCTION_CANCELED" -> new Cancelled();
			default -> isRemoved(failure) ? new NoCard(reader, failure)
					: new Unreadable(reader, code.isEmpty() ? String.valueOf(failure.getMessage()) : code, failure);
		};
	}

	private static boolean isRemoved(Throwable failure) {
		if (code(failure).filter(NO_CARD::contains).isPresent()) {
			return true;
		}
		for (var each = failure; each != null; each = each.getCause()) {
			if (REMOVED.contains(String.valueOf(each.getMessage()))) {
				return true;
			}
		}
		return false;
	}
}
