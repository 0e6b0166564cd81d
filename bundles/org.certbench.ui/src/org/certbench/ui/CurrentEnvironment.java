package org.certbench.ui;

import java.util.List;
import java.util.function.Consumer;

import org.certbench.core.Environment;

/**
 * The environment in which the workbench starts what is new: a service. It is remembered between
 * starts; at first it is the simulator, and it is production only when a person chose so (M01).
 * Thread-safe.
 */
public interface CurrentEnvironment {

	/** The environment now. */
	Environment get();

	/** The environments that the installed authorities can reach here and now, in their order. */
	List<Environment> offered();

	/** Changes to another environment; asking the person first is up to the caller. */
	void choose(Environment environment);

	/** Tells each change, in the thread that made it, until the watch is closed. */
	Watch watch(Consumer<Environment> changed);

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
