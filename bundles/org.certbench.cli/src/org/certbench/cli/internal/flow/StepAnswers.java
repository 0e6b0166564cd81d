package org.certbench.cli.internal.flow;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.certbench.authority.Applicant;
import org.certbench.cli.FlowAnswers;
import org.certbench.cli.FlowSecrets;
import org.certbench.cli.SummaryText;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.Terminal;
import org.certbench.core.Cancelled;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Setting;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.CardStep;
import org.certbench.flow.CertificateStep;
import org.certbench.flow.Choice;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.FlowSession;
import org.certbench.flow.HolderStep;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.KnownCertificate;
import org.certbench.flow.PasswordStep;
import org.certbench.flow.SettingsStep;
import org.certbench.flow.Step;
import org.certbench.flow.SummaryStep;
import org.certbench.flow.TermsStep;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.KeystoreException;

/** Answers a step that was entered, by its kind: with what is known, else by asking on the terminal. */
final class StepAnswers {

	private static final Texts TEXTS = Texts.of(StepAnswers.class);

	private final FlowSession session;
	private final FlowAnswers answers;
	private final FlowSecrets secrets;
	private final Terminal terminal;

	StepAnswers(FlowSession session, FlowAnswers answers, FlowSecrets secrets, Terminal terminal) {
		this.session = session;
		this.answers = answers;
		this.secrets = secrets;
		this.terminal = terminal;
	}

	/** Gives the answers, until the step has nothing against them. */
	void give(Step step) throws ProblemException, UsageException {
		switch (step) {
			case TermsStep terms -> acceptTerms(terms);
			case CardStep card -> session.put(Answer.CARD,
					new CardFinder(session.services().cards(), session.environment(), answers.card()).find());
			case HolderStep holder -> chooseHolder(holder);
			case KeystoreStep keystore -> chooseKeystore(keystore);
			case CertificateStep certificate -> requireChosen(certificate);
			case PasswordStep password -> choosePassword();
			case ChoiceStep choice -> showOptions(choice.choice());
			case SettingsStep settings -> refuseUnknown(settings);
			case SummaryStep summary -> acceptSummary(summary);
			default -> {
				// its questions, if it has any, are among those that are asked below
			}
		}
		for (var problems = step.check(session); !problems.isEmpty(); problems = step.check(session)) {
			for (var problem : problems) {
				correct(step, problem);
			}
		}
	}

	private void acceptTerms(TermsStep terms) throws Cancelled, UsageException {
		accept(HtmlText.lines(terms.html()), "terms.accept");
		session.put(Answer.TERMS_ACCEPTED, true);
	}

	private void acceptSummary(SummaryStep step) throws Cancelled, UsageException {
		var lines = new ArrayList<>(step.summary().map(SummaryText::lines).orElse(List.of()));
		if (step.wording().isFinal()) {
			lines.add("");
			lines.add(step.wording().warning());
		}
		accept(lines, step.wording().isFinal() ? "summary.acceptFinal" : "summary.accept");
		session.put(Answer.CONFIRMED, true);
	}

	private void accept(List<String> lines, String question) throws Cancelled, UsageException {
		if (answers.termsAccepted()) {
			return;
		}
		if (!terminal.isPresent()) {
			throw new UsageException(TEXTS.get("terms.notAccepted"), TEXTS.get("terms.remedy"));
		}
		lines.forEach(terminal::show);
		var answer = terminal.ask(TEXTS.get(question)).orElse("").strip();
		if (!answer.equalsIgnoreCase(TEXTS.get("yes")) && !answer.equalsIgnoreCase(TEXTS.get("yes.short"))) {
			throw new Cancelled();
		}
	}

	private void chooseHolder(HolderStep step) throws UsageException, HolderNotOffered {
		var wanted = answers.holder();
		if (wanted.isEmpty() && session.get(Answer.APPLICANT).isEmpty()) {
			wanted = askForHolder(step.applicants());
		}
		if (wanted.equals(FlowAnswers.SELF)) {
			wanted = session.require(Answer.CARD).identity().ssin().toString();
		}
		if (!wanted.isEmpty()) {
			choose(holder(wanted), step.applicants());
		}
		if (terminal.isPresent()) {
			HolderStep.limit(session).ifPresent(limit -> terminal.show(limit.words()));
		}
	}

	private String askForHolder(List<Applicant> applicants) throws UsageException {
		if (terminal.isPresent()) {
			applicants.forEach(each -> terminal.show("  " + each.holder() + "  " + each.name()));
			return terminal.ask(TEXTS.get("holder.ask")).orElse("").strip();
		}
		throw new UsageException(TEXTS.get("holder.missing"), TEXTS.get("holder.remedy", applicants.stream()
				.map(each -> each.holder().toString()).collect(Collectors.joining(", "))));
	}

	/** Refuses a holder that nobody can be; none at all is none that is wrong. */
	static void requireWellFormed(String holder) throws UsageException {
		if (!holder.isEmpty() && !holder.equals(FlowAnswers.SELF)) {
			holder(holder);
		}
	}

	private static Holder holder(String text) throws UsageException {
		try {
			return Holder.parse(text);
		} catch (IllegalArgumentException malformed) {
			throw new UsageException(TEXTS.get("holder.malformed", text), TEXTS.get("holder.form"));
		}
	}

	private void choose(Holder holder, List<Applicant> applicants) throws HolderNotOffered {
		var applicant = applicants.stream().filter(each -> each.holder().identifier().equals(holder.identifier()))
				.findFirst().orElseThrow(() -> new HolderNotOffered(holder));
		session.put(Answer.APPLICANT, applicant);
		session.put(Answer.APPLICATION_ID, holder.applicationId());
	}

	/** One that the flow finds by itself is taken only where there is no other: a choice is the person's. */
	private void chooseKeystore(KeystoreStep step) throws KeystoreException, UsageException {
		boolean known = step.isForOlder() ? answers.oldKeystoreFile().isPresent()
				: answers.keystoreFile().isPresent() || session.get(Answer.RESUMED_REQUEST).isPresent();
		if (!known && step.candidates().size() != 1) {
			throw whichKeystore(step.candidates(), step.isForOlder() ? ".old" : "");
		}
		var file = session.require(step.file());
		if (Files.notExists(file)) {
			throw new KeystoreException.Missing(file);
		}
		session.put(step.password(), step.isForOlder() ? secrets.oldPassword(file) : secrets.password(file));
	}

	private static UsageException whichKeystore(List<CertificateLife> candidates, String which) {
		if (candidates.isEmpty()) {
			return new UsageException(TEXTS.get("keystore.none"), TEXTS.get("keystore.give" + which));
		}
		var files = candidates.stream().map(life -> CommandHint.quote(life.file()) + "  (" + KeystoreStep.standing(life) + ")")
				.collect(Collectors.joining("\n  "));
		return new UsageException(TEXTS.get("keystore.several", candidates.size()), TEXTS.get("keystore.choose" + which, files));
	}

	/** No certificate is chosen but by the person. */
	private void requireChosen(CertificateStep step) throws UsageException {
		if (session.get(Answer.CERTIFICATE).isEmpty()) {
			var known = step.candidates().stream().map(StepAnswers::argument).distinct().collect(Collectors.joining("\n  "));
			throw new UsageException(TEXTS.get("certificate.which"),
					known.isEmpty() ? TEXTS.get("certificate.none") : TEXTS.get("certificate.choose", known));
		}
	}

	private static String argument(KnownCertificate certificate) {
		return certificate.keystore().map(CommandHint::quote)
				.orElseGet(() -> "--certificate " + certificate.key() + "  (" + certificate.holder() + ")");
	}

	private void choosePassword() throws UsageException {
		var password = secrets.newPassword();
		session.put(Answer.NEW_PASSWORD, password);
		session.put(Answer.NEW_PASSWORD_AGAIN, password.copy());
	}

	/** What is to be chosen at the terminal is shown there. */
	private void showOptions(Choice choice) {
		if (session.get(choice.answer()).isEmpty() && terminal.isPresent()) {
			choice.options().forEach(option -> terminal.show("  " + option.value() + "  " + option.name()));
		}
	}

	/** A setting that is not asked for was written wrong, or is another target's. */
	private void refuseUnknown(SettingsStep step) throws UsageException {
		var known = step.settings().stream().map(Setting::id).toList();
		for (var name : answers.settings().keySet()) {
			if (!known.contains(name)) {
				throw new UsageException(TEXTS.get("settings.unknown", name),
						TEXTS.get("settings.known", String.join(", ", known)));
			}
		}
	}

	private static String option(Step step, AnswerProblem problem) {
		return (step instanceof SettingsStep ? "--set " : "--") + problem.answer().id();
	}

	/** The error of a call that does not answer a question. */
	static UsageException unanswered(Step step, AnswerProblem problem) {
		var remedy = TEXTS.get("answer.remedy", option(step, problem));
		return step instanceof ChoiceStep || step instanceof SettingsStep ? new Undecided(problem.message(), remedy)
				: new UsageException(problem.message(), remedy);
	}

	/** Asks for a text that is missing or wrong; everything else is for the next call of the command. */
	private void correct(Step step, AnswerProblem problem) throws UsageException {
		Optional<Answer<String>> text = asText(problem.answer());
		if (text.isEmpty() || !terminal.isPresent()) {
			throw unanswered(step, problem);
		}
		terminal.show(problem.message());
		var answer = terminal.ask(option(step, problem) + ":").orElseThrow(() -> unanswered(step, problem));
		session.put(text.get(), answer.strip());
	}

	@SuppressWarnings("unchecked")
	private static Optional<Answer<String>> asText(Answer<?> answer) {
		return answer.type() == String.class ? Optional.of((Answer<String>) answer) : Optional.empty();
	}
}
