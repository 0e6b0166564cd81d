package org.certbench.authority;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What goes wrong between us and an authority: a type for each kind. */
public abstract sealed class AuthorityException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(AuthorityException.class);

	private AuthorityException(FailureKind kind, String problem, String text, Throwable cause, Object... arguments) {
		super(kind, problem, TEXTS, text, cause, arguments);
	}

	/** Ordered, but not issued or not valid yet: look again later; nothing is lost. */
	public static final class NotYetIssued extends AuthorityException {
		private static final long serialVersionUID = 1L;

		private final transient Instant until;

		/** @param until from when to look again, or null where the authority does not say */
		public NotYetIssued(Instant until) {
			super(FailureKind.NOT_YET, "completed-too-early", until == null ? "notYetIssued" : "notYetValid", null,
					until == null ? "" : inWords(until));
			this.until = until;
		}

		private static String inWords(Instant moment) {
			return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
					.format(moment.atZone(ZoneId.systemDefault()));
		}

		/** From when on it makes sense to look again, where the authority says. */
		public Optional<Instant> until() {
			return Optional.ofNullable(until);
		}
	}

	/** The authority said no. Its own words are kept, whatever they are. */
	public static final class Refused extends AuthorityException {
		private static final long serialVersionUID = 1L;

		private final String code;
		private final String words;
		private final transient Map<String, String> parameters;

		/**
		 * @param problem    page of the catalogue: {@code refused}, {@code limit-reached}, …
		 * @param code       the authority's code
		 * @param words      the authority's message
		 * @param parameters what it added
		 */
		public Refused(String problem, String code, String words, Map<String, String> parameters) {
			super(FailureKind.REFUSED, problem, "refused", null, words, details(code, words, parameters));
			this.code = code;
			this.words = words;
			this.parameters = Map.copyOf(parameters);
		}

		/** What a person may be asked for: the code, and what is not in the words already. */
		private static String details(String code, String words, Map<String, String> parameters) {
			var more = parameters.entrySet().stream().filter(each -> !words.contains(each.getValue()))
					.map(each -> each.getKey() + ": " + each.getValue());
			return Stream.concat(Stream.of(code), more).collect(Collectors.joining("; "));
		}

		public String code() {
			return code;
		}

		/**
		 * Whether the code tells that the request itself was refused, by a person for instance, so that
		 * asking again is of no use. Such codes say so; the whole list of them is not public.
		 */
		public boolean isDecision() {
			return code.contains("REFUSED");
		}

		/**
		 * Whether this computer's clock was wrong, which may be all that was: the same request may be taken
		 * once the clock is right.
		 */
		public boolean isForTheClock() {
			return problem().equals("clock-wrong");
		}

		public String words() {
			return words;
		}

		public Map<String, String> parameters() {
			return parameters;
		}
	}

	/** No connection, no answer in time, or the connection broke. */
	public static final class Unreachable extends AuthorityException {
		private static final long serialVersionUID = 1L;

		public Unreachable(String address, Throwable cause) {
			super(FailureKind.NETWORK, "network-proxy", "unreachable", cause, address, cause.getMessage());
		}
	}

	/** The server's certificate is not trusted or is another's. */
	public static final class Untrusted extends AuthorityException {
		private static final long serialVersionUID = 1L;

		public Untrusted(String address, Throwable cause) {
			super(FailureKind.NETWORK, "tls-untrusted", "untrusted", cause, address, cause.getMessage());
		}
	}

	/** Something answered, but not as the service should. */
	public static final class BadAnswer extends AuthorityException {
		private static final long serialVersionUID = 1L;

		/** @param detail what was wrong with it, one sentence */
		public BadAnswer(String address, String detail, Throwable cause) {
			super(FailureKind.NETWORK, "network-proxy", "badAnswer", cause, address, detail);
		}
	}
}
