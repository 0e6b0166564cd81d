package org.certbench.crash.agent;

import java.lang.instrument.Instrumentation;

/**
 * Makes every write, flush, rename, deletion, sending and receiving of the product a numbered point at
 * which its process can be killed. The product's code knows nothing of it: the calls are woven when its
 * classes are loaded.
 */
public final class Agent {

	private Agent() {
	}

	/** Called by the virtual machine before the program begins. */
	public static void premain(String arguments, Instrumentation instrumentation) {
		instrumentation.addTransformer(new Weaver(Sabotage.chosen()));
	}
}
