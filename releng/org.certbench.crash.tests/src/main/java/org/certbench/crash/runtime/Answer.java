package org.certbench.crash.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * The answer of an exchange, with a point before anybody sees it; cancelling it cancels the exchange.
 *
 * @param <T> the answer
 */
final class Answer<T> extends CompletableFuture<T> {

	private final CompletableFuture<T> exchange;

	Answer(CompletableFuture<T> exchange, Runnable point) {
		this.exchange = exchange;
		exchange.whenComplete((answer, failure) -> {
			if (failure != null) {
				completeExceptionally(failure);
			} else {
				point.run();
				complete(answer);
			}
		});
	}

	@Override
	public boolean cancel(boolean mayInterrupt) {
		return exchange.cancel(mayInterrupt) | super.cancel(mayInterrupt);
	}
}
