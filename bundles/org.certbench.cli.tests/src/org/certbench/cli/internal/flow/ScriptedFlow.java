package org.certbench.cli.internal.flow;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.certbench.authority.AuthorityConnection;
import org.certbench.cli.internal.Call;
import org.certbench.core.Environment;
import org.certbench.eid.CardProviders;
import org.certbench.eid.PinEntry;
import org.certbench.flow.Answer;
import org.certbench.flow.Choice;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowServices;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.flow.StepKind;
import org.certbench.flow.Summary;
import org.certbench.flow.WorkStep;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Keystores;
import org.certbench.testing.Absent;

/** One installed flow, {@code try}, with the steps of a test; nothing of the world behind it. */
final class ScriptedFlow implements Flows {

	private final List<Step> steps;
	private final CardProviders cards;
	private final List<JournalEntry> journal = new ArrayList<>();
	private final List<CertificateLife> known = new ArrayList<>();
	private FlowSession session;

	/** @param steps before the result */
	ScriptedFlow(CardProviders cards, Step... steps) {
		this.steps = new ArrayList<>(List.of(steps));
		this.cards = cards;
		this.steps.add(new ResultStep(any -> new ResultStep.Result(
				new Summary(List.of(new Summary.Section("Done", List.of(new Summary.Row("What", "everything")))), ""), null)));
	}

	/** Makes keystores known. */
	ScriptedFlow knowing(CertificateLife... lives) {
		known.addAll(List.of(lives));
		return this;
	}

	/** A step in which something is done. */
	static Step work(WorkStep.Work work) {
		return new WorkStep("work", "Work", "Does it.", "Do it", work);
	}

	/** A step that looks at an answer. */
	static <T> Step look(Answer<T> answer, List<? super T> seen) {
		return work((session, progress) -> session.get(answer).ifPresent(seen::add));
	}

	/** A call of the program that knows this flow. */
	Call call(Path home) {
		return new Call(home).with(Flows.class, this).with(Journal.class, journal());
	}

	@Override
	public List<Description> installed() {
		return List.of(new Description("try", "other", "Try", "Tries.", List.of(), null, false, Set.of(StepKind.TERMS,
				StepKind.CARD, StepKind.HOLDER, StepKind.CONTACT, StepKind.KEYSTORE, StepKind.OLD_KEYSTORE, StepKind.PASSWORD, StepKind.CHOICE,
				StepKind.SETTINGS)));
	}

	@Override
	public List<Choice> choices(String id) {
		return steps.stream().filter(ChoiceStep.class::isInstance).map(step -> ((ChoiceStep) step).choice()).toList();
	}

	@Override
	public Optional<String> next(RequestRecord request) {
		return Optional.empty();
	}

	@Override
	public FlowSession session(Environment environment, PinEntry pinEntry, Path trace) {
		var authority = Absent.except(AuthorityConnection.class, Map.of("environment", none -> environment));
		var services = new FlowServices(InstantSource.fixed(Call.NOW), () -> Path.of("data"), journal(),
				Absent.of(Keystores.class), Absent.except(Inventory.class, Map.of("certificates", none -> known)), cards);
		session = new FlowSession(services, authority, Path.of("keystores"), pinEntry, "");
		return session;
	}

	@Override
	public FlowRun start(String id, FlowSession ofTheRun) {
		Flow flow = any -> steps;
		return new FlowRun(id, flow, ofTheRun);
	}

	/** Whether the run gave everything back. */
	boolean isClosed() {
		return session.get(Answer.TERMS_ACCEPTED).isEmpty() && session.get(Answer.NEW_PASSWORD).isEmpty();
	}

	List<JournalEntry> written() {
		return journal;
	}

	private Journal journal() {
		return new Journal() {
			@Override
			public void write(JournalEntry entry) {
				journal.add(entry);
			}

			@Override
			public List<RequestRecord> requests() {
				return List.of();
			}

			@Override
			public Watch watch(Runnable changed) {
				throw new UnsupportedOperationException();
			}
		};
	}
}
