package org.certbench.flow;

import static org.certbench.flow.TestSession.KEY;
import static org.certbench.flow.TestSession.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.core.Progress;
import org.certbench.flow.WorkStep.Work;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A run of a flow")
class FlowRunTest {

	private static final Work NOTHING = (session, progress) -> {
		// done
	};

	private final TestSession test = new TestSession();

	private FlowRun run(Step... steps) {
		return new FlowRun("example", session -> List.of(steps), test.open());
	}

	private static WorkStep work(String id, Work work) {
		return new WorkStep(id, id, id, id, work);
	}

	private static ResultStep result() {
		return new ResultStep(session -> new ResultStep.Result(new Summary(List.of(), ""), null));
	}

	@Test
	@DisplayName("writes each step to the journal before and after it is performed")
	void journal() throws Exception {
		var run = run(work("first", NOTHING), work("second", NOTHING));

		run.next(Progress.NONE);

		assertEquals(List.of(Event.STEP_STARTED, Event.STEP_DONE), test.journal.events());
		var entry = test.journal.entries().getFirst();
		assertEquals("example first", entry.flow() + " " + entry.step());
		assertEquals(TestSession.NOW, entry.at());
		assertEquals(1, run.position());
		assertFalse(run.isDone());
	}

	@Test
	@DisplayName("stays at a step that fails, says why in the journal, and performs it again")
	void failure() throws Exception {
		var until = Instant.parse("2026-03-02T10:00:00Z");
		var tries = new int[1];
		var run = run(work("collect", (session, progress) -> {
			session.workOn(KEY);
			if (tries[0]++ == 0) {
				throw new NotYetIssued(until);
			}
		}));

		var problem = assertThrows(NotYetIssued.class, () -> run.next(Progress.NONE));
		run.next(Progress.NONE);

		assertEquals(List.of(Event.STEP_STARTED, Event.STEP_FAILED, Event.STEP_STARTED, Event.STEP_DONE),
				test.journal.events());
		var failed = test.journal.entries().get(1);
		assertEquals(KEY, failed.request().orElseThrow());
		assertEquals(Map.of(Fact.PROBLEM, "completed-too-early", Fact.MESSAGE, problem.getMessage(), Fact.NOT_YET_UNTIL,
				until.toString()), failed.facts());
		assertTrue(run.isDone());
	}

	@Test
	@DisplayName("an error of the program ends a step in the journal too, without its words")
	void programError() {
		var run = run(work("collect", (session, progress) -> {
			throw new IllegalStateException("words that nobody has looked at");
		}));

		assertThrows(IllegalStateException.class, () -> run.next(Progress.NONE));

		assertEquals(List.of(Event.STEP_STARTED, Event.STEP_FAILED), test.journal.events());
		assertEquals(Map.of(), test.journal.entries().get(1).facts());
	}

	@Test
	@DisplayName("performs no step whose answers are missing")
	void unanswered() {
		var run = run(new TermsStep("<p>"), result());

		assertEquals(List.of(Answer.TERMS_ACCEPTED), run.check().stream().map(AnswerProblem::answer).toList());
		assertThrows(IllegalStateException.class, () -> run.next(Progress.NONE));
		assertEquals(List.of(), test.journal.events());
	}

	@Test
	@DisplayName("goes back over questions, but not over work that is done")
	void back() throws Exception {
		var run = run(new ContactStep(), work("send", NOTHING), result());
		run.session().put(Answer.PERSONAL_EMAIL, "jane@example.org");
		run.session().put(Answer.PERSONAL_PHONE, "02 555 01 01");

		assertFalse(run.canGoBack());
		run.next(Progress.NONE);
		assertTrue(run.canGoBack());
		run.back();
		assertEquals(0, run.position());
		run.next(Progress.NONE);
		run.next(Progress.NONE);

		assertFalse(run.canGoBack());
		assertThrows(IllegalStateException.class, run::back);
	}

	@Test
	@DisplayName("passes over steps that the answers make needless, forwards and backwards")
	void needless() throws Exception {
		var way = new Choice("by", "How", "How", List.of(new Choice.Option("card", "", ""), new Choice.Option("paper", "", "")));
		var card = new Step() {
			@Override
			public String id() {
				return "card";
			}

			@Override
			public StepKind kind() {
				return StepKind.CARD;
			}

			@Override
			public String title() {
				return id();
			}

			@Override
			public String explanation() {
				return id();
			}

			@Override
			public boolean isNeeded(FlowSession session) {
				return session.require(way.answer()).equals("card");
			}
		};
		var run = run(new ChoiceStep(way), card, new ContactStep(), result());
		run.session().put(way.answer(), "paper");

		run.next(Progress.NONE);
		assertEquals("contact", run.current().id());
		run.back();
		assertEquals("by", run.current().id());
		run.session().put(way.answer(), "card");
		run.next(Progress.NONE);
		assertEquals("card", run.current().id());
	}

	@Test
	@DisplayName("lets one worker at a time work, and nobody go back meanwhile")
	void oneWorker() throws Exception {
		var entered = new CountDownLatch(1);
		var go = new CountDownLatch(1);
		var run = run(work("first", NOTHING), work("long", (session, progress) -> await(entered, go)), result());
		run.next(Progress.NONE);

		var worker = inAnotherThread(run);
		entered.await();

		assertThrows(IllegalStateException.class, () -> run.next(Progress.NONE));
		assertThrows(IllegalStateException.class, () -> run.enter(Progress.NONE));
		assertFalse(run.canGoBack());
		go.countDown();
		worker.get(10, TimeUnit.SECONDS);
		assertEquals(2, run.position());
	}

	@Test
	@DisplayName("closed while a worker is busy, clears its secrets when the worker is done with them")
	void closedMeanwhile() throws Exception {
		var entered = new CountDownLatch(1);
		var go = new CountDownLatch(1);
		var run = run(work("long", (session, progress) -> await(entered, go)), work("never", NOTHING));
		var password = secret("secret");
		run.session().put(Answer.KEYSTORE_PASSWORD, password);

		var worker = inAnotherThread(run);
		entered.await();
		run.close();
		assertEquals('s', password.characters()[0]);
		go.countDown();
		worker.get(10, TimeUnit.SECONDS);

		assertThrows(IllegalStateException.class, password::characters);
		assertEquals(Event.RUN_CANCELLED, test.journal.events().getLast());
		assertThrows(IllegalStateException.class, () -> run.next(Progress.NONE));
	}

	@Test
	@DisplayName("that did nothing leaves nothing in the journal when it is closed")
	void nothingDone() {
		run(work("first", NOTHING)).close();

		assertEquals(List.of(), test.journal.events());
	}

	@Test
	@DisplayName("left at its result is not called cancelled")
	void leftAtResult() throws Exception {
		var run = run(work("first", NOTHING), result());
		run.next(Progress.NONE);
		run.enter(Progress.NONE);

		run.close();
		run.close();

		assertEquals(List.of(Event.STEP_STARTED, Event.STEP_DONE), test.journal.events());
	}

	private static FutureTask<Void> inAnotherThread(FlowRun run) {
		var worker = new FutureTask<Void>(() -> {
			run.next(Progress.NONE);
			return null;
		});
		Thread.ofVirtual().start(worker);
		return worker;
	}

	private static void await(CountDownLatch entered, CountDownLatch go) {
		entered.countDown();
		try {
			assertTrue(go.await(10, TimeUnit.SECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
