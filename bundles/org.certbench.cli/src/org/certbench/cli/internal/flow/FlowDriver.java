package org.certbench.cli.internal.flow;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.authority.ContactData;
import org.certbench.cli.FlowAnswers;
import org.certbench.cli.FlowRunner;
import org.certbench.cli.FlowSecrets;
import org.certbench.cli.FlowSecrets.Use;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.CommandContext;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.certbench.flow.Choice;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.ContactStep;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.HolderStep;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.PasswordStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.keystore.KeystoreException;

/**
 * Runs any flow (I03): for each step enter, answer, check, perform. It is made sure beforehand that
 * what was given is well formed, every secret can be had and every choice is one, so that nobody is asked
 * for a PIN, and nothing is begun, that leads nowhere.
 */
public final class FlowDriver implements FlowRunner {

	private static final Texts TEXTS = Texts.of(FlowDriver.class);

	private final CommandContext context;

	public FlowDriver(CommandContext context) {
		this.context = context;
	}

	@Override
	public ResultStep.Result run(String flow, FlowSession session, FlowAnswers answers, FlowSecrets secrets)
			throws ProblemException, UsageException {
		prepare(session, answers);
		try (var run = start(flow, session)) {
			requireKeystore(run.steps(), answers);
			var needed = run.steps().stream().filter(step -> step.isNeeded(session)).toList();
			for (var step : needed) {
				refuseWrong(step, session, answers);
			}
			boolean opensKeystore = false;
			for (var step : needed) {
				requireSecrets(step, secrets);
				requireChosen(step, session, opensKeystore);
				opensKeystore |= step instanceof KeystoreStep;
			}
			return perform(run, new StepAnswers(session, answers, secrets, context.terminal()));
		}
	}

	/** What is known beforehand, so that a flow does not look for it. */
	private static void prepare(FlowSession session, FlowAnswers answers) {
		answers.keystoreFile().ifPresent(file -> session.put(Answer.KEYSTORE_FILE, file.toAbsolutePath().normalize()));
		answers.oldKeystoreFile().ifPresent(file -> session.put(Answer.OLD_KEYSTORE_FILE, file.toAbsolutePath().normalize()));
		answers.certificateKey().ifPresent(key -> session.put(Answer.CERTIFICATE_KEY, key));
		putUnlessEmpty(session, Answer.BASE_SERVICES, String.join(",", answers.uses()));
		ContactData contact = answers.contact();
		putUnlessEmpty(session, Answer.PERSONAL_EMAIL, contact.personalEmail());
		putUnlessEmpty(session, Answer.PERSONAL_PHONE, contact.personalPhone());
		putUnlessEmpty(session, Answer.GENERAL_EMAIL, contact.generalEmail());
		putUnlessEmpty(session, Answer.GENERAL_PHONE, contact.generalPhone());
		answers.choices().forEach((id, value) -> putUnlessEmpty(session, new Answer<>(id, String.class), value));
		answers.settings().forEach((id, value) -> putUnlessEmpty(session, new Answer<>(id, String.class), value));
	}

	private static void putUnlessEmpty(FlowSession session, Answer<String> answer, String value) {
		if (!value.isEmpty()) {
			session.put(answer, value);
		}
	}

	private FlowRun start(String flow, FlowSession session) {
		try {
			return context.service(Flows.class).start(flow, session);
		} catch (RuntimeException e) {
			session.close();
			throw e;
		}
	}

	/** Nobody is asked for a PIN or a password for the sake of a keystore that is not there. */
	private static void requireKeystore(List<Step> steps, FlowAnswers answers) throws KeystoreException {
		var missing = Stream.of(answers.keystoreFile(), answers.oldKeystoreFile()).flatMap(Optional::stream)
				.filter(Files::notExists).findFirst();
		if (missing.isPresent() && steps.stream().anyMatch(KeystoreStep.class::isInstance)) {
			throw new KeystoreException.Missing(missing.get().toAbsolutePath().normalize());
		}
	}

	/** A value that is none is no reason to ask at the terminal: it is a wrong call. */
	private static void refuseWrong(Step step, FlowSession session, FlowAnswers answers) throws UsageException {
		switch (step) {
			case HolderStep holder -> StepAnswers.requireWellFormed(answers.holder());
			case ContactStep contact -> refuseWrong(contact, session);
			case ChoiceStep choice -> refuseWrong(choice, session);
			default -> {
				// what it asks cannot be judged before it was entered
			}
		}
	}

	private static void refuseWrong(Step step, FlowSession session) throws UsageException {
		for (var problem : step.check(session)) {
			if (!problem.missing()) {
				throw StepAnswers.unanswered(step, problem);
			}
		}
	}

	private static void requireSecrets(Step step, FlowSecrets secrets) throws UsageException {
		switch (step) {
			case CardStep card -> secrets.require(Use.PIN);
			case KeystoreStep keystore -> secrets.require(keystore.isForOlder() ? Use.OLD_PASSWORD : Use.PASSWORD);
			case PasswordStep password -> secrets.require(Use.NEW_PASSWORD);
			default -> {
				// needs no secret
			}
		}
	}

	/** @param opensKeystore whether a keystore is opened before, whose holder may have chosen already */
	private void requireChosen(Step step, FlowSession session, boolean opensKeystore) throws UsageException {
		if (step instanceof ChoiceStep choice && !opensKeystore && !canBeAsked(choice.choice())) {
			for (var problem : choice.check(session)) {
				throw StepAnswers.unanswered(choice, problem);
			}
		}
	}

	private boolean canBeAsked(Choice choice) {
		return context.terminal().isPresent() || choice.option(choice.preselected()).isPresent();
	}

	/** Nobody named the keystore: it is told which one was taken, and why. */
	private void tellFound(KeystoreStep step, FlowSession session) {
		step.reason(session).ifPresent(
				reason -> context.output().remark(TEXTS.get("keystore.found", session.require(step.file()), reason)));
	}

	private ResultStep.Result perform(FlowRun run, StepAnswers answers) throws ProblemException, UsageException {
		var progress = context.progress();
		while (!run.isDone()) {
			progress.checkCancelled();
			var step = run.current();
			progress.doing(step.title());
			run.enter(progress);
			answers.give(step);
			if (step instanceof KeystoreStep keystore) {
				tellFound(keystore, run.session());
			}
			run.next(progress);
			if (step instanceof ResultStep last && run.isDone()) {
				return last.result().orElseThrow();
			}
		}
		throw new IllegalStateException("the flow " + run.flow() + " ends without a result");
	}
}
