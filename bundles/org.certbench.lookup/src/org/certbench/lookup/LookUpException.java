package org.certbench.lookup;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.core.DiskFault;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What goes wrong with look-ups beside cards, keystores and the authority: a type for each kind. */
public abstract sealed class LookUpException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(LookUpException.class);

	private LookUpException(FailureKind kind, String problem, String text, Throwable cause, Object... arguments) {
		super(kind, problem, TEXTS, text, cause, arguments);
	}

	private LookUpException(String text, Path file, IOException cause) {
		super(FailureKind.KEYSTORE, DiskFault.of(file, cause), TEXTS, text, file, cause);
	}

	/** The answer came, but could not be kept on disk. */
	public static final class NotKept extends LookUpException {
		private static final long serialVersionUID = 1L;

		public NotKept(Path file, IOException cause) {
			super("notKept", file, cause);
		}
	}

	/** The authority publishes no tokens: there is nothing that could be looked up without a key. */
	public static final class NothingPublished extends LookUpException {
		private static final long serialVersionUID = 1L;

		public NothingPublished() {
			super(FailureKind.REFUSED, "no-authority", "nothingPublished", null);
		}
	}
}
