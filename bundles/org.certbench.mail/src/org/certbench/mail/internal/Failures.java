package org.certbench.mail.internal;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.certbench.mail.MailException;
import org.certbench.mail.MailException.Reason;
import org.certbench.mail.MailServer;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;

/** Tells from the library's failure what a person can do about it. */
final class Failures {

	private Failures() {
	}

	static MailException explain(MessagingException e, MailServer server) {
		var reason = causes(e).flatMap(cause -> reason(cause).stream()).findFirst().orElse(Reason.OTHER);
		return new MailException(reason, server.host() + ":" + server.port(), answer(e), e);
	}

	/** The outermost first: a library's own failure may wrap one of the network. */
	private static Stream<Throwable> causes(Throwable thrown) {
		return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
	}

	private static Optional<Reason> reason(Throwable cause) {
		return Optional.ofNullable(switch (cause) {
			case AuthenticationFailedException refused -> Reason.LOGIN_REFUSED;
			case SendFailedException refused -> Reason.MAIL_REFUSED;
			case UnknownHostException unknown -> Reason.SERVER_UNKNOWN;
			case SocketTimeoutException silent -> Reason.TIMEOUT;
			case ConnectException refused -> Reason.NOT_REACHED;
			case NoRouteToHostException none -> Reason.NOT_REACHED;
			case SSLException untrusted -> Reason.UNTRUSTED;
			case GeneralSecurityException untrusted -> Reason.UNTRUSTED;
			// The library tells this one by its words only.
			case MessagingException e when String.valueOf(e.getMessage()).startsWith("STARTTLS is required") ->
				Reason.NOT_ENCRYPTED;
			default -> null;
		});
	}

	/** The innermost words, which are those of the server where it said any; in one line. */
	private static String answer(Throwable thrown) {
		return causes(thrown).map(Throwable::getMessage).filter(message -> message != null && !message.isBlank())
				.reduce((outer, inner) -> inner).map(message -> message.strip().replaceAll("\\s+", " "))
				.orElseGet(() -> thrown.getClass().getSimpleName());
	}
}
