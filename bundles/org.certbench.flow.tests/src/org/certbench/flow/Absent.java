package org.certbench.flow;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stand-ins for what a test has no use for: every call fails, but for those that the test answers. */
public final class Absent {

	/** Answers a call, or fails. */
	@FunctionalInterface
	public interface Calls {
		Object answer(Method method, Object[] arguments) throws Throwable;
	}

	private Absent() {
	}

	public static <S> S of(Class<S> type) {
		return except(type, (method, arguments) -> {
			throw new UnsupportedOperationException(method.getName());
		});
	}

	public static <S> S except(Class<S> type, Calls calls) {
		return type.cast(Proxy.newProxyInstance(Absent.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> calls.answer(method, arguments)));
	}
}
