package org.certbench.cli.internal.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.certbench.cli.UsageException;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/**
 * Why a command failed.
 *
 * @param message  what happened
 * @param remedy   what to do
 * @param problem  id of a page of the guide, or null where none is about it
 * @param kind     the family: one word for each exit code
 * @param exitCode of the process
 */
public record ErrorDocument(String message, String remedy, String problem, String kind, int exitCode) {

	/** The exit code of a wrong call. */
	public static final int WRONG_USAGE = 2;
	/** The exit code of a fault of the program. */
	public static final int FAULT = 70;

	private static final Texts TEXTS = Texts.of(ErrorDocument.class);

	/** The JSON document of a failed command. */
	public record Envelope(ErrorDocument error) {
	}

	public static ErrorDocument of(ProblemException problem) {
		return new ErrorDocument(problem.getMessage(), problem.remedy(), problem.problem(), word(problem.kind()),
				problem.kind().exitCode());
	}

	public static ErrorDocument of(UsageException usage) {
		return new ErrorDocument(usage.getMessage(), usage.remedy(), null, "usage", WRONG_USAGE);
	}

	/** A fault of the program; its message may hold anything, so it is only in the log. */
	public static ErrorDocument of(Throwable fault, Path log) {
		return new ErrorDocument(TEXTS.get("fault.message", fault.getClass().getSimpleName()),
				TEXTS.get("fault.remedy", log), null, "fault", FAULT);
	}

	/** What happened, what to do, and where the guide tells more: a line each. */
	public List<String> lines() {
		var lines = new ArrayList<>(List.of(message, remedy));
		if (problem != null) {
			lines.add(TEXTS.get("guide", problem));
		}
		return lines;
	}

	private static String word(FailureKind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
