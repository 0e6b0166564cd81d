package org.certbench.life;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;

import org.certbench.authority.RevocationOffice;
import org.certbench.authority.TokenOffice;
import org.certbench.core.ProblemException;
import org.certbench.journal.JournalEntry;
import org.certbench.keystore.KeystoreEdit;

/**
 * What goes wrong between the flows and the parts they work with. Calls that leave something behind,
 * on disk or at the authority, are told before they are made and after; what is told may throw.
 */
@FunctionalInterface
interface Faults {

	/** Nothing goes wrong. */
	Faults NONE = (call, made) -> {
		// all is well
	};

	/** The calls that leave something behind. */
	Set<String> LASTING = Set.of("Keystores.create", "KeystoreEdit.save", "Keystores.deleteSuperfluousBackups", "Journal.write",
			"AuthorityConnection.send", "AuthorityConnection.collect", "TokenOffice.start", "TokenOffice.complete",
			"TokenOffice.activate", "RevocationOffice.revoke");

	/**
	 * A lasting call is about to be made, or was just made.
	 *
	 * @param call type and method; for the journal the event as well: {@code Journal.write SENT}
	 */
	void on(String call, boolean made) throws ProblemException;

	/** A part with the faults before it. */
	default <S> S before(Class<S> type, S part) {
		return type.cast(Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					var result = told(type.getSimpleName() + "." + method.getName(), part, method, arguments);
					return result == part ? proxy : withFaults(result);
				}));
	}

	private Object told(String name, Object part, Method method, Object[] arguments) throws Throwable {
		if (!LASTING.contains(name)) {
			return call(part, method, arguments);
		}
		var call = arguments[0] instanceof JournalEntry entry ? name + " " + entry.event() : name;
		on(call, false);
		var result = call(part, method, arguments);
		on(call, true);
		return result;
	}

	/** What a part hands out. */
	private Object withFaults(Object result) {
		if (result instanceof KeystoreEdit edit) {
			return before(KeystoreEdit.class, edit);
		}
		if (result instanceof Optional<?> capability && capability.orElse(null) instanceof TokenOffice tokens) {
			return Optional.of(before(TokenOffice.class, tokens));
		}
		if (result instanceof Optional<?> capability && capability.orElse(null) instanceof RevocationOffice revocations) {
			return Optional.of(before(RevocationOffice.class, revocations));
		}
		return result;
	}

	private static Object call(Object part, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(part, arguments);
		} catch (InvocationTargetException e) {
			throw e.getCause();
		}
	}
}
