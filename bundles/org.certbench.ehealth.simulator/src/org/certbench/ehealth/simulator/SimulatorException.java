package org.certbench.ehealth.simulator;

import java.net.URI;
import java.nio.file.Path;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What goes wrong with the simulator itself: a type for each kind. */
public abstract sealed class SimulatorException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(SimulatorException.class);

	private SimulatorException(FailureKind kind, String problem, String text, Throwable cause, Object... arguments) {
		super(kind, problem, TEXTS, text, cause, arguments);
	}

	/** A rule of the service was broken, or there is no such request. */
	public static final class Refused extends SimulatorException {
		private static final long serialVersionUID = 1L;

		private final String words;

		/** @param words the simulator's own */
		public Refused(String words) {
			super(FailureKind.REFUSED, "refused", "refused", null, words);
			this.words = words;
		}

		/** The simulator's own. */
		public String words() {
			return words;
		}
	}

	/** Another process serves the folder; its address is known once it answers. */
	public static final class FolderServed extends SimulatorException {
		private static final long serialVersionUID = 1L;

		public FolderServed(Path folder) {
			super(FailureKind.NETWORK, "simulator-unavailable", "folderServed", null, folder);
		}
	}

	/** The server cannot be started: the port is taken, or the folder cannot be used. */
	public static final class NotStarted extends SimulatorException {
		private static final long serialVersionUID = 1L;

		public NotStarted(Path folder, Throwable cause) {
			super(FailureKind.NETWORK, "simulator-unavailable", "notStarted", cause, folder, cause.getMessage());
		}
	}

	/** A simulator that another process serves does not answer, or not as a simulator does. */
	public static final class Unreachable extends SimulatorException {
		private static final long serialVersionUID = 1L;

		public Unreachable(URI address, Throwable cause) {
			super(FailureKind.NETWORK, "simulator-unavailable", "unreachable", cause, address);
		}
	}

	/** Its state cannot be read or written. */
	public static final class Broken extends SimulatorException {
		private static final long serialVersionUID = 1L;

		public Broken(Throwable cause) {
			super(FailureKind.NETWORK, "simulator-unavailable", "broken", cause, cause.getMessage());
		}
	}
}
