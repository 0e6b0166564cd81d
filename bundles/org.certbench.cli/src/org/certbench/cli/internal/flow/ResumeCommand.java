package org.certbench.cli.internal.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.FlowAnswers;
import org.certbench.cli.SecretFiles;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.document.ErrorDocument;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.Flows;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code resume}: does the next step of one request, or of every one in the chosen environment (M22,
 * I03). One that fails does not keep the others from going on, unless it is the card that failed, for a
 * PIN is never tried twice, or the call. Where only a person can choose how to go on, such as where to
 * hand a keystore over to, the exit code of a named request is 1.
 */
public final class ResumeCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(ResumeCommand.class);
	private static final int SHORTEST_KEY = 4;

	@Parameters(paramLabel = "REQUEST", arity = "0..1", descriptionKey = "resumed")
	private String wanted;

	@Mixin
	private final FlowOptions.KeystorePasswordOptions password = new FlowOptions.KeystorePasswordOptions();
	@Mixin
	private final FlowOptions.ContactOptions contact = new FlowOptions.ContactOptions();
	@Mixin
	private final FlowOptions.TermsOptions terms = new FlowOptions.TermsOptions();
	@Mixin
	private final FlowOptions.CardOptions card = new FlowOptions.CardOptions();

	/** The JSON answer of resuming all. */
	private record Answers(List<Outcome> requests) {
	}

	/** How one request went on: what was done, or why not. */
	private record Outcome(String key, FlowReport done, ErrorDocument error) {
	}

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		if (wanted == null) {
			return resumeAll(context);
		}
		return resumeOne(find(context.service(Journal.class)), context);
	}

	private int resumeOne(RequestRecord request, CliContext context) throws ProblemException, UsageException {
		var quiet = context.output().isQuiet();
		try {
			var report = resume(request, context);
			context.output().answer(report, report.lines(quiet));
			return DONE;
		} catch (Undecided e) {
			// Its own command takes the choice: this one only tells which.
			var report = FlowReport.ofNothing(flow(request, context), context, request);
			var lines = new ArrayList<>(report.lines(quiet));
			if (!quiet) {
				lines.addAll(0, List.of(e.getMessage(), e.remedy()));
			}
			context.output().answer(report, lines);
			return NEEDS_ACTION;
		}
	}

	private int resumeAll(CliContext context) {
		var outcomes = new ArrayList<Outcome>();
		var lines = new ArrayList<String>();
		for (var request : context.service(Journal.class).pending()) {
			if (request.environment() == context.environment()) {
				var outcome = tryToResume(request, context);
				outcomes.add(outcome);
				if (outcome.done() != null) {
					lines.addAll(outcome.done().lines(context.output().isQuiet()));
				} else if (endsAll(outcome.error())) {
					break;
				}
			}
		}
		context.output().answer(new Answers(outcomes), outcomes.isEmpty() ? List.of(TEXTS.get("resume.none")) : lines);
		return exitCode(outcomes);
	}

	private Outcome tryToResume(RequestRecord request, CliContext context) {
		try {
			return new Outcome(request.key().hex(), resume(request, context), null);
		} catch (ProblemException e) {
			context.output().failure(e);
			return new Outcome(request.key().hex(), null, ErrorDocument.of(e));
		} catch (UsageException e) {
			context.output().failure(e);
			return new Outcome(request.key().hex(), null, ErrorDocument.of(e));
		}
	}

	/** The card, the person and the call are the same for those that follow. */
	private static boolean endsAll(ErrorDocument error) {
		int code = error.exitCode();
		return code == FailureKind.CARD.exitCode() || code == FailureKind.CANCELLED.exitCode()
				|| code == ErrorDocument.WRONG_USAGE;
	}

	/** That of the first failure which waiting alone does not cure, else of the first one that it does. */
	private static int exitCode(List<Outcome> outcomes) {
		int notYet = FailureKind.NOT_YET.exitCode();
		var codes = outcomes.stream().filter(each -> each.error() != null).map(each -> each.error().exitCode()).toList();
		return codes.stream().filter(code -> code != notYet).findFirst().or(() -> codes.stream().findFirst()).orElse(DONE);
	}

	private FlowReport resume(RequestRecord request, CliContext context) throws ProblemException, UsageException {
		if (request.environment() != context.environment()) {
			throw new UsageException(TEXTS.get("resume.otherEnvironment", request.key(), request.environment().id()),
					TEXTS.get("resume.chooseEnvironment", request.environment().id()));
		}
		var flow = flow(request, context);
		var secrets = context.secrets(new SecretFiles(password.passwordFile(), null, null, card.pinFile()));
		var session = context.service(Flows.class).session(request.environment(), secrets, context.trace().orElse(null));
		session.put(Answer.RESUMED_REQUEST, request.key());
		// a keystore that is not where it was the flow looks for
		var keystore = Files.exists(request.keystore()) ? request.keystore() : null;
		var answers = new FlowAnswers(keystore, null, null, "", contact.data(), contact.uses(), Map.of(), Map.of(),
				terms.isAccepted(), context.card());
		return FlowReport.of(flow, context, context.flows().run(flow, session, answers, secrets));
	}

	private static String flow(RequestRecord request, CliContext context) throws UsageException {
		return context.service(Flows.class).next(request).orElseThrow(
				() -> new UsageException(TEXTS.get("resume.nothing", request.key()), TEXTS.get("resume.pending")));
	}

	/** The request of a key identifier, of the unmistakable beginning of one, or of a keystore's file. */
	private RequestRecord find(Journal journal) throws UsageException {
		var file = Path.of(wanted).toAbsolutePath().normalize();
		var key = wanted.toUpperCase(Locale.ROOT);
		var found = journal.requests().stream().filter(each -> each.keystore().equals(file)
				|| key.length() >= SHORTEST_KEY && each.key().hex().startsWith(key)).toList();
		if (found.size() != 1) {
			throw new UsageException(TEXTS.get(found.isEmpty() ? "resume.unknown" : "resume.several", wanted),
					TEXTS.get("resume.pending"));
		}
		return found.getFirst();
	}
}
