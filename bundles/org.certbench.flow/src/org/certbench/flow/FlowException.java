package org.certbench.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import org.certbench.authority.AuthorityException.Refused;
import org.certbench.core.DiskFault;
import org.certbench.core.Environment;
import org.certbench.core.FailureKind;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What keeps a flow from going on, beside cards, keystores and authorities: a type for each kind. */
public abstract sealed class FlowException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(FlowException.class);

	private FlowException(FailureKind kind, String problem, String text, Throwable cause, Object... arguments) {
		super(kind, problem, TEXTS, text, cause, arguments);
	}

	private FlowException(DiskFault fault, String text, Path file, IOException cause) {
		super(FailureKind.KEYSTORE, fault, TEXTS, text, file, cause);
	}

	/** No installed authority serves this environment. */
	public static final class NoAuthority extends FlowException {
		private static final long serialVersionUID = 1L;

		public NoAuthority(Environment environment) {
			super(FailureKind.NETWORK, "no-authority", "noAuthority", null, environment.id());
		}
	}

	/** The certificate cannot be renewed yet: its replacement period lies ahead (M20, M21). */
	public static final class RenewalTooEarly extends FlowException {
		private static final long serialVersionUID = 1L;

		private final transient Instant opens;

		public RenewalTooEarly(Instant opens) {
			super(FailureKind.NOT_YET, "renewal-due", "renewalTooEarly", null, SummaryBuilder.day(opens));
			this.opens = opens;
		}

		/** From when on it can be renewed. */
		public Instant opens() {
			return opens;
		}
	}

	/** The certificate cannot be renewed any more: it has expired. */
	public static final class AlreadyExpired extends FlowException {
		private static final long serialVersionUID = 1L;

		public AlreadyExpired(Instant notAfter) {
			super(FailureKind.REFUSED, "expired", "alreadyExpired", null, SummaryBuilder.day(notAfter));
		}
	}

	/** A request for this holder is under way already; a second one would be a second key. */
	public static final class AlreadyUnderWay extends FlowException {
		private static final long serialVersionUID = 1L;

		public AlreadyUnderWay(Holder holder, Instant since) {
			super(FailureKind.REFUSED, "phase-2-pending", "alreadyUnderWay", null, holder, SummaryBuilder.day(since));
		}
	}

	/** A key was made in this run already, for another holder than the one now answered. */
	public static final class KeyIsForAnother extends FlowException {
		private static final long serialVersionUID = 1L;

		public KeyIsForAnother(Holder holder) {
			super(FailureKind.KEYSTORE, "phase-2-pending", "keyIsForAnother", null, holder);
		}
	}

	/** The person of the card is not the manager of the certificate that is renewed, in the authority's words (M32). */
	public static final class NotTheManager extends FlowException {
		private static final long serialVersionUID = 1L;

		public NotTheManager(Refused cause) {
			super(FailureKind.REFUSED, "manager-gone", "notTheManager", cause, cause.words(), cause.code());
		}
	}

	/** The keystore has not come as far as this flow needs. */
	public static final class NotCompleted extends FlowException {
		private static final long serialVersionUID = 1L;

		/** @param file the keystore's name */
		public NotCompleted(String file) {
			super(FailureKind.KEYSTORE, "phase-2-pending", "notCompleted", null, file);
		}
	}

	/** The keystore does not belong to an eHealth holder: its certificate names none. */
	public static final class NoHolder extends FlowException {
		private static final long serialVersionUID = 1L;

		/** @param file the keystore's name */
		public NoHolder(String file) {
			super(FailureKind.KEYSTORE, "keystore-unreadable", "noHolder", null, file);
		}
	}

	/** The keystore is of another form than PKCS#12: saved here it would become another kind of file, which its software might not read. */
	public static final class OldForm extends FlowException {
		private static final long serialVersionUID = 1L;

		/** @param file the keystore's name */
		public OldForm(String file, String form) {
			super(FailureKind.KEYSTORE, "keystore-unreadable", "oldForm", null, file, form);
		}
	}

	/** The keystore belongs to another environment (M01): the environments never mix. */
	public static final class OtherEnvironment extends FlowException {
		private static final long serialVersionUID = 1L;

		/** @param file the keystore's name */
		public OtherEnvironment(String file, Environment belongs) {
			super(FailureKind.KEYSTORE, "keystore-unreadable", "otherEnvironment", null, file, belongs.id());
		}
	}

	/** The keystore's certificate cannot have been issued in this environment (M01). */
	public static final class IssuedElsewhere extends FlowException {
		private static final long serialVersionUID = 1L;

		/** @param file the keystore's name */
		public IssuedElsewhere(String file, Environment environment) {
			super(FailureKind.KEYSTORE, "keystore-unreadable", "issuedElsewhere", null, file, environment.id());
		}
	}

	/** The signed order could not be kept on disk, or not be read back. */
	public static final class OrderNotKept extends FlowException {
		private static final long serialVersionUID = 1L;

		public OrderNotKept(Path file, IOException cause) {
			super(DiskFault.of(file, cause), "orderNotKept", file.getFileName(), cause);
		}
	}

	/** The authority keeps no encryption tokens, so there is none to activate. */
	public static final class NothingToActivate extends FlowException {
		private static final long serialVersionUID = 1L;

		/** @param file the keystore's name */
		public NothingToActivate(String file) {
			super(FailureKind.REFUSED, "etk-mismatch", "nothingToActivate", null, file);
		}
	}
}
