package org.certbench.cli.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.certbench.cli.Output;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.document.ErrorDocument;
import org.certbench.core.ProblemException;
import org.certbench.core.Visible;
import org.certbench.export.Json;

/** Prints to the process's streams: results to the standard output, errors to the other. */
final class StandardOutput implements Output {

	private final PrintStream out;
	private final PrintStream err;
	private final boolean json;
	private final boolean quiet;
	private boolean answered;

	StandardOutput(PrintStream out, PrintStream err, boolean json, boolean quiet) {
		this.out = out;
		this.err = err;
		this.json = json;
		this.quiet = quiet;
	}

	@Override
	public boolean isJson() {
		return json;
	}

	@Override
	public boolean isQuiet() {
		return quiet;
	}

	@Override
	public void answer(Object document, List<String> lines) {
		if (answered) {
			throw new IllegalStateException("a command answers once");
		}
		answered = true;
		if (json) {
			// Always UTF-8, whatever the terminal's own character set is.
			out.writeBytes((Json.write(document) + "\n").getBytes(StandardCharsets.UTF_8));
		} else {
			lines.stream().map(Visible::line).forEach(out::println);
		}
		out.flush();
	}

	@Override
	public void answer(byte[] file) {
		if (answered || json) {
			throw new IllegalStateException("a command answers once, and in JSON where that was asked for");
		}
		answered = true;
		out.writeBytes(file);
		out.flush();
	}

	@Override
	public void failure(ProblemException failure) {
		failure(ErrorDocument.of(failure));
	}

	@Override
	public void failure(UsageException failure) {
		failure(ErrorDocument.of(failure));
	}

	private void failure(ErrorDocument error) {
		if (!json) {
			error(error);
		}
	}

	@Override
	public void remark(String line) {
		if (!json && !quiet) {
			out.println(Visible.line(line));
			out.flush();
		}
	}

	/** Prints text as it is, whatever was asked for. */
	void text(String text) {
		out.print(text);
		out.flush();
	}

	/** Tells an error, unless the answer was given already and told it. */
	void error(ErrorDocument error) {
		if (!json) {
			error.lines().stream().flatMap(String::lines).map(Visible::line).forEach(err::println);
			err.flush();
		} else if (!answered) {
			answer(new ErrorDocument.Envelope(error), List.of());
		}
	}
}
