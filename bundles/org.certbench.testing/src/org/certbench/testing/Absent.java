package org.certbench.testing;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Stand-ins for parts of which a test needs little or nothing: what it does not answer fails. */
public final class Absent {

	private Absent() {
	}

	/** One that answers nothing. */
	public static <S> S of(Class<S> type) {
		return except(type, Map.of());
	}

	/**
	 * @param type    an interface
	 * @param answers by the names of the methods, from their arguments (null where a method has none)
	 */
	public static <S> S except(Class<S> type, Map<String, Function<Object[], Object>> answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					var answer = answers.get(method.getName());
					if (answer == null) {
						throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName());
					}
					return answer.apply(arguments);
				}));
	}
}
