package org.certbench.cli.internal;

import java.util.concurrent.CountDownLatch;

/** The person's or the system's wish that the command ends. Once asked for, for ever. Thread-safe. */
public final class Interruption {

	private final CountDownLatch asked = new CountDownLatch(1);

	/** Asks for it. */
	public void ask() {
		asked.countDown();
	}

	public boolean isAsked() {
		return asked.getCount() == 0;
	}

	/** Waits until it is asked for. */
	public void await() {
		try {
			asked.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			ask();
		}
	}
}
