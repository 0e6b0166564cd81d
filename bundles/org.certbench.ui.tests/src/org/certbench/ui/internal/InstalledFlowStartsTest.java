package org.certbench.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.eid.PinEntry;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.testing.TestLives;
import org.certbench.ui.FlowLauncher;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Overview;
import org.certbench.ui.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which flows are offered on what. */
class InstalledFlowStartsTest {

	private static final CertificateLife DUE = TestLives.life("DUE", LifeCycleState.RENEWAL_DUE, Duration.ofDays(12));
	private static final RequestRecord RENEWAL = TestLives.request("NEW", Milestone.SENT);
	private static final CertificateLife RENEWED = TestLives.renewedBy(
			TestLives.life("RENEWED", LifeCycleState.RENEWAL_AWAITS_COMPLETION, Duration.ofDays(12)), RENEWAL);
	private static final Finding RENEWAL_DUE = TestLives.finding("DUE", Severity.WARNING, "renewal-due", true);

	private final List<String> launched = new ArrayList<>();
	private final FlowLauncher launcher = (flow, keystore, request) -> launched
			.add(flow + " " + keystore + " " + request);

	@Test
	@DisplayName("W03: where nothing can show a flow, nothing is offered")
	void nothingWithoutLauncher() {
		var starts = starts(null);
		assertEquals(List.of(), starts.all());
		assertEquals(List.of(), starts.on(DUE));
		assertEquals(Optional.empty(), starts.solving(RENEWAL_DUE));
	}

	@Test
	@DisplayName("a finding starts the flow of its page, on its keystore")
	void finding() {
		starts(launcher).solving(RENEWAL_DUE).orElseThrow().launch();
		assertEquals(List.of("renew " + DUE.file() + " null"), launched);
	}

	@Test
	@DisplayName("W03: a page whose flow is not installed offers nothing")
	void flowNotInstalled() {
		assertTrue(starts(launcher).solving("revoked").isEmpty());
		assertTrue(starts(launcher).solving("unknown").isEmpty());
	}

	@Test
	@DisplayName("M22: what is under way is gone on with, in the keystore of the request")
	void pending() {
		starts(launcher).dueFor(RENEWED).orElseThrow().launch();
		starts(launcher).solving(TestLives.finding("RENEWED", Severity.WARNING, "phase-2-pending", true)).orElseThrow().launch();
		starts(launcher).solving(TestLives.findingOfRequest("NEW", "phase-2-pending")).orElseThrow().launch();
		var expected = "complete " + RENEWAL.keystore() + " " + RENEWAL.key();
		assertEquals(List.of(expected, expected, expected), launched);
	}

	@Test
	@DisplayName("on a keystore, what is due comes first, and only flows that work on keystores")
	void onKeystore() {
		var flows = starts(launcher).on(RENEWED).stream().map(FlowStart::flow).map(Flows.Description::id).toList();
		assertEquals(List.of("complete", "renew"), flows);
	}

	@Test
	@DisplayName("M02: all flows are offered on nothing in particular")
	void all() {
		starts(launcher).all().forEach(FlowStart::launch);
		assertEquals(List.of("request null null", "complete null null", "renew null null"), launched);
	}

	private static FlowStarts starts(FlowLauncher launcher) {
		var snapshot = new Snapshot(TestLives.NOW, List.of(DUE, RENEWED), List.of(RENEWAL_DUE), List.of(RENEWAL));
		return new InstalledFlowStarts(new ThreeFlows(), new SmallGuide(), new Still(snapshot), launcher);
	}

	private record Still(Snapshot snapshot) implements Overview {

		@Override
		public void refresh() {
			// nothing changes here
		}

		@Override
		public Watch watch(Consumer<Snapshot> changed) {
			return () -> {
			};
		}
	}

	private static final class ThreeFlows implements Flows {

		@Override
		public List<Description> installed() {
			return List.of(flow("request", false), flow("complete", true), flow("renew", true));
		}

		@Override
		public Optional<String> next(RequestRecord request) {
			return request.next().map(action -> action == RequestRecord.NextAction.COMPLETE ? "complete" : "renew");
		}

		@Override
		public FlowSession session(Environment environment, PinEntry pinEntry, Path trace) {
			throw new UnsupportedOperationException("no flow is run here");
		}

		@Override
		public FlowRun start(String id, FlowSession session) {
			throw new UnsupportedOperationException("no flow is run here");
		}

		private static Description flow(String id, boolean onKeystore) {
			return new Description(id, "renewal", id, id, List.of(), null, onKeystore, Set.of());
		}
	}

	private static final class SmallGuide implements Guide {

		@Override
		public List<Page> pages() {
			return List.of(page("renewal-due", "renew"), page("phase-2-pending", "complete"), page("revoked", "vendor.revive"));
		}

		@Override
		public Optional<Page> page(String problem) {
			return pages().stream().filter(page -> page.problem().equals(problem)).findFirst();
		}

		@Override
		public List<Finding> findings(List<CertificateLife> certificates) {
			return List.of();
		}

		@Override
		public List<Page> search(String words) {
			return List.of();
		}

		private static Page page(String problem, String flow) {
			return new Page(problem, problem, "", "", List.of(), "", flow);
		}
	}
}
