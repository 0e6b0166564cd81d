package org.certbench.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.certbench.core.DiskFault;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What goes wrong where a keystore is handed over: a type for each kind. The keystore itself is never changed. */
public abstract sealed class DeploymentException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(DeploymentException.class);

	/** The remedy is not written to the journal: what a program said may stand there, and only there. */
	private DeploymentException(String text, Throwable cause, Object... arguments) {
		this("hand-over-failed", text, cause, arguments);
	}

	private DeploymentException(String problem, String text, Throwable cause, Object... arguments) {
		super(FailureKind.KEYSTORE, problem, TEXTS, text, cause, arguments);
	}

	private DeploymentException(String text, Path file, IOException cause) {
		super(FailureKind.KEYSTORE, DiskFault.of(file, cause), TEXTS, text, file, cause);
	}

	/** A file could not be written; what was there before is as it was. */
	public static final class NotWritten extends DeploymentException {
		private static final long serialVersionUID = 1L;

		public NotWritten(Path file, IOException cause) {
			super("notWritten", file, cause);
		}
	}

	/** The keystore could not be read. */
	public static final class NotRead extends DeploymentException {
		private static final long serialVersionUID = 1L;

		public NotRead(Path keystore, IOException cause) {
			super("notRead", keystore, cause);
		}
	}

	/** What was written is not what is there now: the disk fails, or another program was faster. */
	public static final class ReadsBackDifferently extends DeploymentException {
		private static final long serialVersionUID = 1L;

		public ReadsBackDifferently(Path file) {
			super("folder-synchronised", "readsBackDifferently", null, file);
		}
	}

	/** The keystore would be written over itself. */
	public static final class SameFile extends DeploymentException {
		private static final long serialVersionUID = 1L;

		public SameFile(Path keystore) {
			super("sameFile", null, keystore);
		}
	}

	/** The command that should run afterwards could not be started; the copy is there. */
	public static final class CommandNotStarted extends DeploymentException {
		private static final long serialVersionUID = 1L;

		/** @param detail the system's own words */
		public CommandNotStarted(String program, Path copy, String detail, Throwable cause) {
			super("commandNotStarted", cause, program, copy, detail);
		}
	}

	/** The command that should run afterwards failed; the copy is there. */
	public static final class CommandFailed extends DeploymentException {
		private static final long serialVersionUID = 1L;

		private final int exitCode;

		/** @param output the last of what it said */
		public CommandFailed(String program, Path copy, int exitCode, String output) {
			super("commandFailed", null, program, copy, exitCode, output);
			this.exitCode = exitCode;
		}

		/** The command's own exit code. */
		public int commandExitCode() {
			return exitCode;
		}
	}

	/** The command did not end in time, and was ended; the copy is there. */
	public static final class CommandTookTooLong extends DeploymentException {
		private static final long serialVersionUID = 1L;

		/** @param output the last of what it said */
		public CommandTookTooLong(String program, Path copy, Duration limit, String output) {
			super("commandTookTooLong", null, program, copy, limit.toSeconds(), output);
		}
	}

	/** The file does not hold a certificate. */
	public static final class NoCertificate extends DeploymentException {
		private static final long serialVersionUID = 1L;

		public NoCertificate(Path file, Throwable cause) {
			super("noCertificate", cause, file);
		}
	}

	/** Nothing may be encrypted for this certificate. */
	public static final class UnsuitableCertificate extends DeploymentException {
		private static final long serialVersionUID = 1L;

		/** @param reason in the user's language */
		public UnsuitableCertificate(String subject, String reason) {
			super("unsuitableCertificate", null, subject, reason);
		}
	}
}
