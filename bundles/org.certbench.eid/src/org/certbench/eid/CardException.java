package org.certbench.eid;

import java.nio.file.Path;
import java.util.OptionalInt;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What goes wrong with readers, cards and PINs: a type for each kind. */
public abstract sealed class CardException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(CardException.class);

	private CardException(String problem, String text, Throwable cause, Object... arguments) {
		super(FailureKind.CARD, problem, TEXTS, text, cause, arguments);
	}

	/** There is no card reader, or no service that would know one. */
	public static final class NoReader extends CardException {
		private static final long serialVersionUID = 1L;

		public NoReader(Throwable cause) {
			super("eid-no-reader", "noReader", cause);
		}
	}

	/** The reader is empty, or the card left it in the middle of the work. */
	public static final class NoCard extends CardException {
		private static final long serialVersionUID = 1L;

		public NoCard(String reader, Throwable cause) {
			super("eid-no-card", "noCard", cause, reader);
		}
	}

	/** Not the card that is needed is in its reader, but another person's, or another one of the same person. */
	public static final class OtherCard extends CardException {
		private static final long serialVersionUID = 1L;

		/** @param holder whose card is needed */
		public OtherCard(String reader, String holder) {
			super("eid-no-card", "otherCard", null, reader, holder);
		}
	}

	/** The card in the reader is not a Belgian eID. */
	public static final class NotAnEid extends CardException {
		private static final long serialVersionUID = 1L;

		public NotAnEid(String reader) {
			super("eid-not-an-eid", "notAnEid", null, reader);
		}
	}

	/** The PIN was wrong; the card counted the try. */
	public static final class PinWrong extends CardException {
		private static final long serialVersionUID = 1L;

		private static final int UNTOLD = -1;

		private final int triesLeft;

		public PinWrong(int triesLeft) {
			super("eid-pin-wrong", "pinWrong", null, triesLeft);
			this.triesLeft = triesLeft;
		}

		/** For cards that do not tell how many tries are left. */
		public PinWrong() {
			super("eid-pin-wrong", "pinWrongUntold", null);
			triesLeft = UNTOLD;
		}

		/** What is left, where the card tells. */
		public OptionalInt triesLeft() {
			return triesLeft == UNTOLD ? OptionalInt.empty() : OptionalInt.of(triesLeft);
		}
	}

	/** The PIN is blocked after three wrong tries. */
	public static final class PinBlocked extends CardException {
		private static final long serialVersionUID = 1L;

		public PinBlocked() {
			super("eid-pin-blocked", "pinBlocked", null);
		}
	}

	/** The card has no certificate for the key, as with a minor's signature key. */
	public static final class NoSuchKey extends CardException {
		private static final long serialVersionUID = 1L;

		public NoSuchKey(CardKey key) {
			super("eid-no-signature-key", key == CardKey.SIGNATURE ? "noSignatureKey" : "noAuthenticationKey", null);
		}
	}

	/** The card cannot be used in this environment: a virtual one outside the simulator. */
	public static final class WrongEnvironment extends CardException {
		private static final long serialVersionUID = 1L;

		public WrongEnvironment(String environment) {
			super("eid-not-an-eid", "wrongEnvironment", null, environment);
		}
	}

	/** The card service of this computer does not run, or is not installed. */
	public static final class NoService extends CardException {
		private static final long serialVersionUID = 1L;

		public NoService(Throwable cause) {
			super("eid-no-service", "noService", cause);
		}
	}

	/** Another program holds the card and does not let go. */
	public static final class Busy extends CardException {
		private static final long serialVersionUID = 1L;

		public Busy(String reader, Throwable cause) {
			super("eid-busy", "busy", cause, reader);
		}
	}

	/** The card answers, but not as an eID should. */
	public static final class Unreadable extends CardException {
		private static final long serialVersionUID = 1L;

		/** @param detail the card's own answer, for whoever helps */
		public Unreadable(String reader, String detail, Throwable cause) {
			super("eid-unreadable", "unreadable", cause, reader, detail);
		}
	}

	/** The photo on the card is not the one that the card's identity names. */
	public static final class ForgedPhoto extends CardException {
		private static final long serialVersionUID = 1L;

		public ForgedPhoto(String reader) {
			super("eid-not-genuine", "forgedPhoto", null, reader);
		}
	}

	/** What was given cannot be a PIN: too short, too long, or not of digits. No try was counted. */
	public static final class PinFormat extends CardException {
		private static final long serialVersionUID = 1L;

		public PinFormat() {
			super("eid-pin-format", "pinFormat", null);
		}
	}

	/** Nobody gave the PIN on the reader's own pad in time. No try was counted. */
	public static final class PadTimeout extends CardException {
		private static final long serialVersionUID = 1L;

		public PadTimeout(String reader) {
			super("eid-pad-timeout", "padTimeout", null, reader);
		}
	}

	/** The PKCS#11 module of other software cannot be used on this computer. */
	public static final class ModuleUnusable extends CardException {
		private static final long serialVersionUID = 1L;

		/** @param detail what the system or the module said, for whoever helps */
		public ModuleUnusable(Path module, String detail, Throwable cause) {
			super("eid-module", "moduleUnusable", cause, module, detail);
		}
	}

	/** The PKCS#11 module reaches the card, but never signs with its signature key: OpenSC's. */
	public static final class ModuleCannotSign extends CardException {
		private static final long serialVersionUID = 1L;

		public ModuleCannotSign(Path module) {
			super("eid-opensc", "moduleCannotSign", null, module);
		}
	}
}
