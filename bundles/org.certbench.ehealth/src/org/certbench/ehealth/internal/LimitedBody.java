package org.certbench.ehealth.internal;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Receives a body of limited length, so that no server can fill the memory. */
final class LimitedBody implements BodySubscriber<byte[]> {

	private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
	private final int limit;
	private long received;
	private Subscription subscription;

	LimitedBody(int limit) {
		this.limit = limit;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return bytes.getBody();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		bytes.onSubscribe(subscription);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
		if (received > limit) {
			subscription.cancel();
			bytes.onError(new TooLong(limit));
		} else {
			bytes.onNext(buffers);
		}
	}

	@Override
	public void onError(Throwable failure) {
		bytes.onError(failure);
	}

	@Override
	public void onComplete() {
		bytes.onComplete();
	}

	/** The body was longer than accepted. */
	static final class TooLong extends IOException {

		private static final long serialVersionUID = 1L;

		TooLong(int limit) {
			super("an answer of more than " + limit + " bytes");
		}
	}
}
