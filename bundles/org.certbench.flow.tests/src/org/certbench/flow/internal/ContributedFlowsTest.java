package org.certbench.flow.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.certbench.authority.Authorities;
import org.certbench.authority.Authorities.Authority;
import org.certbench.authority.AuthorityConnection;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.eid.CardProviders;
import org.certbench.flow.Choice;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Step;
import org.certbench.flow.StepKind;
import org.certbench.flow.TermsStep;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.Renewal;
import org.certbench.keystore.Keystores;
import org.certbench.testing.Absent;
import org.certbench.testing.TestRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The flows of an installation")
class ContributedFlowsTest {

	private static final KeyIdentifier KEY = new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567");
	private static final String FLOWS = """
			<extension point="org.certbench.flow.flows">
			   <flow id="last" name="Last" description="The last one" order="30" does="activate" class="%1$s"/>
			   <flow id="first" name="First" description="The first one" group="request" order="10" does="send" class="%1$s">
			      <need text="A card"/>
			      <need text="A reader"/>
			      <asks kind="card"/>
			   </flow>
			   <flow id="again" name="Again" description="Once more" group="renewal" order="20" does="send-renewal"
			         onKeystore="true" class="%1$s"/>
			</extension>
			""".formatted(OneStep.class.getName());

	/** The least that a bundle can contribute. */
	public static final class OneStep implements Flow {
		@Override
		public List<Step> steps(FlowSession session) {
			return List.of(TermsStep.of(session));
		}

		@Override
		public List<Choice> choices() {
			return List.of(new Choice("number", "Which", "One of one.", List.of(new Choice.Option("one", "One", ""))));
		}
	}

	/** Serves the simulator only, with terms of use of its own. */
	private static final class OneAuthority implements Authorities, Authority {

		@Override
		public List<Description> installed() {
			return List.of(new Description("one", "One"));
		}

		@Override
		public Authority authority(String id) {
			return this;
		}

		@Override
		public List<Environment> environments() {
			return List.of(Environment.SIMULATOR);
		}

		@Override
		public AuthorityConnection connect(Environment environment, Path trace) {
			return Absent.of(AuthorityConnection.class);
		}

		@Override
		public Optional<String> termsOfUse(String language) {
			return Optional.of("<p>theirs");
		}
	}

	private final ContributedFlows flows = new ContributedFlows(
			new TestRegistry(ContributedFlowsTest.class.getClassLoader())
					.with("org.certbench.flow", "<extension-point id='flows' name='Flows'/>").with("org.example", FLOWS).registry(),
			new OneAuthority(), InstantSource.system(), () -> Path.of("data"), Absent.of(Journal.class),
			Absent.of(Keystores.class), Absent.except(Inventory.class, Map.of("keystoreFolder", environment -> Path.of("keystores"))),
			Absent.of(CardProviders.class));

	@Test
	@DisplayName("M02: are described in their order, with what must be at hand")
	void described() {
		assertEquals(List.of("first", "again", "last"), flows.installed().stream().map(flow -> flow.id()).toList());
		var first = flows.description("first").orElseThrow();
		assertEquals(List.of("A card", "A reader"), first.needs());
		assertEquals("request", first.group());
		assertEquals(Set.of(StepKind.CARD), first.asks());
		assertEquals("other", flows.description("last").orElseThrow().group());
		assertEquals(List.of(false, true), List.of(first.onKeystore(), flows.description("again").orElseThrow().onKeystore()));
	}

	@Test
	@DisplayName("M22: go on with a request by what they say they do")
	void next() {
		var renewal = new Renewal(KEY, Path.of("old.p12"));

		assertEquals(Optional.of("first"), flows.next(request(Milestone.SIGNED, null)));
		assertEquals(Optional.of("again"), flows.next(request(Milestone.SENDING, renewal)));
		assertEquals(Optional.of("last"), flows.next(request(Milestone.TOKEN_REGISTERED, renewal)));
		assertEquals(Optional.empty(), flows.next(request(Milestone.SENT, null)), "no flow that completes is installed");
		assertEquals(Optional.empty(), flows.next(request(Milestone.REFUSED, null)));
	}

	private static RequestRecord request(Milestone milestone, Renewal renewal) {
		return new RequestRecord(KEY, Environment.SIMULATOR, Holder.parse("SSIN=85999900189"), "JANE DOE",
				Path.of("new.p12"), renewal, null, milestone, Instant.EPOCH, Instant.EPOCH, true, null);
	}

	@Test
	@DisplayName("W03, W07: are started by their id, with a session of the authority that serves the environment")
	void started() throws Exception {
		try (var run = flows.start("again", flows.session(Environment.SIMULATOR, null, null))) {
			assertEquals("again", run.flow());
			assertEquals("<p>theirs", ((TermsStep) run.current()).html());
			assertEquals(Path.of("keystores"), run.session().keystoreFolder());
		}
		assertEquals(List.of("number"), flows.choices("again").stream().map(Choice::id).toList());
		assertThrows(FlowException.NoAuthority.class, () -> flows.session(Environment.PRODUCTION, null, null));
	}
}
