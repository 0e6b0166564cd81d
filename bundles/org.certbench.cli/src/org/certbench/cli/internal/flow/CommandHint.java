package org.certbench.cli.internal.flow;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import org.certbench.core.Environment;
import org.certbench.flow.Flows;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;

/** The command that does the next thing for a request, as one can type it. */
public final class CommandHint {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:\\\\-]+");

	private CommandHint() {
	}

	/** The command; nothing where all is done, or the flow that goes on is not installed. */
	public static Optional<String> next(RequestRecord request, Flows flows) {
		return flows.next(request).map(flow -> "certbench " + words(request, flow) + environment(request.environment()));
	}

	private static String words(RequestRecord request, String flow) {
		return isResumed(request) ? "resume " + request.key() : flow + " " + quote(request.keystore());
	}

	/** A keystore that is not where it was is looked for where a request is resumed. */
	private static boolean isResumed(RequestRecord request) {
		return request.next().filter(action -> action == NextAction.SEND).isPresent() || Files.notExists(request.keystore());
	}

	private static String environment(Environment environment) {
		return environment == Environment.SIMULATOR ? "" : " --environment " + environment.id();
	}

	/** A file as the system's shell wants it: quoted where it is not a plain word. */
	static String quote(Path file) {
		var text = file.toString();
		if (PLAIN.matcher(text).matches()) {
			return text;
		}
		return File.separatorChar == '\\' ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
	}
}
