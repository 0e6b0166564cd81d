package org.certbench.ehealth.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.BadAnswer;
import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.authority.AuthorityException.Untrusted;
import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.ehealth.SoapEnvelope;
import org.certbench.ehealth.XmlReader;

/**
 * Posts SOAP 1.1 messages over HTTP: no redirects, a time limit for the whole exchange, a limited
 * answer, and an end as soon as the person cancels. Thread-safe.
 */
final class HttpTransport {

	/**
	 * What is waited for and accepted.
	 *
	 * @param connect     until the connection stands
	 * @param exchange    until the last byte of the answer
	 * @param answerBytes length of the longest answer
	 */
	record Limits(Duration connect, Duration exchange, int answerBytes) {
		static final Limits USUAL = new Limits(Duration.ofSeconds(15), Duration.ofSeconds(90), XmlReader.MAX_BYTES);
	}

	/**
	 * An answer as it came.
	 *
	 * @param contentType empty where it had none
	 * @param moment      by the server's own clock, where it tells
	 */
	record Reply(int status, String contentType, Optional<Instant> moment, byte[] body) {
	}

	/**
	 * What answers at an address.
	 *
	 * @param moment by its own clock, where it tells
	 */
	record Greeting(int status, Optional<Instant> moment) {
	}

	private static final Texts TEXTS = Texts.of(HttpTransport.class);
	private static final long POLL_MILLIS = 50;

	private final Limits limits;
	private final Supplier<X509ExtendedTrustManager> trusted;
	private HttpClient client;

	HttpTransport(Limits limits) {
		this(limits, TellingTrust::ofSystem);
	}

	/** @param trusted which servers are; tests trust others than the system does */
	HttpTransport(Limits limits, Supplier<X509ExtendedTrustManager> trusted) {
		this.limits = limits;
		this.trusted = trusted;
	}

	/** Posts a message and waits for the answer, whatever its status. */
	Reply post(URI address, String soapAction, byte[] envelope, Progress progress) throws ProblemException {
		var response = exchange(HttpRequest.newBuilder(address).header("Content-Type", SoapEnvelope.CONTENT_TYPE)
				.header("SOAPAction", '"' + soapAction + '"').header("Accept", "text/xml")
				.POST(BodyPublishers.ofByteArray(envelope)).build(), progress);
		return new Reply(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
				moment(response), response.body());
	}

	/** Looks who answers at an address, whatever the answer. */
	Greeting greet(URI address, Progress progress) throws ProblemException {
		var response = exchange(HttpRequest.newBuilder(address).GET().build(), progress);
		return new Greeting(response.statusCode(), moment(response));
	}

	private static Optional<Instant> moment(HttpResponse<?> response) {
		return response.headers().firstValue("Date").flatMap(HttpTransport::moment);
	}

	/** RFC 9110, 5.6.7: the form that servers must send. */
	private static Optional<Instant> moment(String date) {
		try {
			return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
		} catch (DateTimeParseException notThatForm) {
			return Optional.empty();
		}
	}

	private HttpResponse<byte[]> exchange(HttpRequest request, Progress progress) throws ProblemException {
		progress.checkCancelled();
		var exchange = client().sendAsync(request, head -> new LimitedBody(limits.answerBytes()));
		try {
			return await(exchange, request.uri(), progress);
		} finally {
			exchange.cancel(true);
		}
	}

	/** Made when the first message is sent: reading the system's trust anchors takes its time. */
	private synchronized HttpClient client() {
		if (client == null) {
			client = HttpClient.newBuilder().sslContext(TellingTrust.context(trusted.get())).version(Version.HTTP_1_1)
					.followRedirects(Redirect.NEVER).proxy(ProxySelector.getDefault()).connectTimeout(limits.connect()).build();
		}
		return client;
	}

	private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange, URI address, Progress progress)
			throws ProblemException {
		long deadline = System.nanoTime() + limits.exchange().toNanos();
		while (System.nanoTime() < deadline) {
			progress.checkCancelled();
			try {
				return exchange.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				// not yet: look again whether the person cancelled
			} catch (ExecutionException e) {
				throw failure(address, e.getCause());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new Cancelled();
			}
		}
		throw unreachable(address, TEXTS.get("noAnswer", limits.exchange().toSeconds()), null);
	}

	private AuthorityException failure(URI address, Throwable failure) {
		if (isCausedBy(failure, LimitedBody.TooLong.class)) {
			return new BadAnswer(address.toString(), TEXTS.get("answer.tooLong", limits.answerBytes()), failure);
		}
		if (failure instanceof SSLException) {
			return unprotected(address, failure);
		}
		if (isCausedBy(failure, UnresolvedAddressException.class)) {
			return unreachable(address, TEXTS.get("unknownHost"), failure);
		}
		if (failure instanceof HttpConnectTimeoutException) {
			return unreachable(address, TEXTS.get("noAnswer", limits.connect().toSeconds()), failure);
		}
		if (failure instanceof ConnectException) {
			return unreachable(address, TEXTS.get("refusedConnection"), failure);
		}
		return unreachable(address, TEXTS.get("broken"), failure);
	}

	/**
	 * Why there is no TLS. A certificate that fails without its path or its dates having failed is that
	 * of another server: Java has no type of its own for this.
	 */
	private static AuthorityException unprotected(URI address, Throwable failure) {
		if (isCausedBy(failure, CertificateExpiredException.class)
				|| isCausedBy(failure, CertificateNotYetValidException.class)) {
			return untrusted(address, "tls.date", failure);
		}
		if (isCausedBy(failure, CertPathBuilderException.class) || isCausedBy(failure, CertPathValidatorException.class)) {
			return untrusted(address, "tls.chain", failure);
		}
		return isCausedBy(failure, CertificateException.class) ? untrusted(address, "tls.name", failure)
				: unreachable(address, TEXTS.get("tls.none"), failure);
	}

	private static Untrusted untrusted(URI address, String text, Throwable cause) {
		var why = TEXTS.get(text, address.getHost());
		var words = shownChain(cause).map(chain -> TEXTS.get("tls.shown", why, chain.inWords())).orElse(why);
		return new Untrusted(address.toString(), new IOException(words, cause));
	}

	private static Optional<UntrustedChain> shownChain(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).filter(UntrustedChain.class::isInstance)
				.map(UntrustedChain.class::cast).findFirst();
	}

	private static Unreachable unreachable(URI address, String words, Throwable cause) {
		return new Unreachable(address.toString(), new IOException(words, cause));
	}

	private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}
}
