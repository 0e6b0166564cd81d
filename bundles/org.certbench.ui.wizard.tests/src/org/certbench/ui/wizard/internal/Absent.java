package org.certbench.ui.wizard.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Stand-ins for services of which a test needs little: what it does not answer fails. */
final class Absent {

	private Absent() {
	}

	/**
	 * @param answers by the names of the methods, from their arguments
	 */
	static <S> S except(Class<S> type, Map<String, Function<Object[], Object>> answers) {
		return type.cast(Proxy.newProxyInstance(Absent.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					var answer = answers.get(method.getName());
					if (answer == null) {
						throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName());
					}
					return answer.apply(arguments);
				}));
	}
}
