package org.certbench.eid.pcsc.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.eid.CardException.Busy;

/**
 * The work with the card in one reader: one piece after the other, each in one exclusive go. The
 * system waits without end for a card that another program holds; so each piece has a thread of its
 * own, and whoever wants it gives up after a while, or when interrupted. What has begun is never
 * given up: it may be a signature. Thread-safe.
 */
final class CardLine {

	private final CardTerminal terminal;
	private final String reader;
	private final Duration patience;
	private final ReentrantLock turn = new ReentrantLock(true);

	/** Gives the connection to work with. */
	@FunctionalInterface
	interface Connecting {
		Card connect() throws CardException, StatusException, ProblemException;
	}

	/** What is done with the card while nobody else can reach it. */
	@FunctionalInterface
	interface Work<T> {
		T with(Card connection) throws CardException, StatusException, ProblemException;
	}

	/** @param patience how long to wait for a card that is held by others */
	CardLine(CardTerminal terminal, Duration patience) {
		this.terminal = terminal;
		this.reader = terminal.getName();
		this.patience = patience;
	}

	/** Whether somebody of this program works with the card at this moment. */
	boolean isBusy() {
		return turn.isLocked();
	}

	/**
	 * Does the work and waits for its end.
	 *
	 * @throws StatusException where the card refused a command
	 * @throws Cancelled       where the thread was interrupted before the work began
	 */
	<T> T exclusively(Connecting connecting, Work<T> work) throws StatusException, ProblemException {
		var piece = new Piece<>(connecting, work);
		Thread.ofPlatform().daemon().name("card in " + reader).start(piece);
		piece.awaitBegin();
		try {
			return piece.result.join();
		} catch (CompletionException e) {
			switch (e.getCause()) {
				case StatusException refused -> throw refused;
				case ProblemException problem -> throw problem;
				case CardException failure -> throw problem(failure);
				// So Java says that the card of a connection has been removed.
				case IllegalStateException dead -> throw PcscError.of(reader, dead);
				default -> throw e;
			}
		}
	}

	/** A service that ended in the middle of an exchange tells no more than that it broke: so it is asked whether it answers. */
	private ProblemException problem(CardException failure) {
		if (PcscError.isBrokenExchange(failure)) {
			try {
				terminal.isCardPresent();
			} catch (CardException more) {
				return PcscError.of(reader, more);
			}
		}
		return PcscError.of(reader, failure);
	}

	private final class Piece<T> implements Runnable {

		private final Connecting connecting;
		private final Work<T> work;
		private final CompletableFuture<T> result = new CompletableFuture<>();
		private final CountDownLatch begun = new CountDownLatch(1);
		/** Taken by who comes first: the work that begins, or who gives it up. */
		private final AtomicBoolean decided = new AtomicBoolean();

		Piece(Connecting connecting, Work<T> work) {
			this.connecting = connecting;
			this.work = work;
		}

		/** Whoever waits goes on when the line is free again. */
		@Override
		public void run() {
			turn.lock();
			Runnable tell;
			try {
				var done = work();
				tell = () -> result.complete(done);
			} catch (Exception | Error e) {
				tell = () -> result.completeExceptionally(e);
			} finally {
				turn.unlock();
			}
			tell.run();
			begun.countDown();
		}

		/** Does the work, unless it was given up; then nobody waits for what it gives. */
		private T work() throws CardException, StatusException, ProblemException {
			var connection = connecting.connect();
			connection.beginExclusive();
			try {
				if (!decided.compareAndSet(false, true)) {
					return null;
				}
				begun.countDown();
				return work.with(connection);
			} finally {
				end(connection);
			}
		}

		private void end(Card connection) {
			try {
				connection.endExclusive();
			} catch (CardException | IllegalStateException gone) {
				// A card that left its reader is held by nobody.
			}
		}

		void awaitBegin() throws Busy, Cancelled {
			try {
				if (!begun.await(patience.toMillis(), TimeUnit.MILLISECONDS) && decided.compareAndSet(false, true)) {
					throw new Busy(reader, null);
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				if (decided.compareAndSet(false, true)) {
					throw new Cancelled();
				}
			}
		}
	}
}
