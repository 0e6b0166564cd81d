package org.certbench.cli.simulator.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.certbench.authority.Authorities.Authority;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.eid.PinEntry;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowServices;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.StepKind;
import org.certbench.flow.activate.internal.ActivateFlow;
import org.certbench.flow.complete.internal.CompleteFlow;
import org.certbench.flow.renew.internal.RenewFlow;
import org.certbench.flow.request.internal.RequestFlow;
import org.certbench.journal.RequestRecord;
import org.certbench.lookup.internal.LookUpFlow;

/** The flows, without an extension registry that would know them. */
final class InstalledFlows implements Flows {

	private static final Set<StepKind> ORDER = Set.of(StepKind.TERMS, StepKind.CARD, StepKind.CONTACT, StepKind.PASSWORD,
			StepKind.HOLDER, StepKind.KEYSTORE);
	private static final Map<String, Flow> FLOWS = Map.of("request", new RequestFlow(), "complete", new CompleteFlow(),
			"renew", new RenewFlow(), "activate", new ActivateFlow(), "lookup", new LookUpFlow());

	private final FlowServices services;
	private final Authority authority;

	InstalledFlows(FlowServices services, Authority authority) {
		this.services = services;
		this.authority = authority;
	}

	@Override
	public List<Description> installed() {
		return List.of(description("request", ORDER), description("complete", Set.of(StepKind.KEYSTORE)),
				description("renew", ORDER), description("activate", Set.of(StepKind.KEYSTORE)),
				description("lookup", Set.of(StepKind.CARD)));
	}

	private static Description description(String id, Set<StepKind> asks) {
		return new Description(id, "other", "The flow " + id, "Does " + id, List.of(), null, asks.contains(StepKind.KEYSTORE),
				asks);
	}

	@Override
	public Optional<String> next(RequestRecord request) {
		return request.next().map(action -> switch (action) {
			case SEND -> request.renews().isPresent() ? "renew" : "request";
			case COMPLETE -> "complete";
			case ACTIVATE -> "activate";
			case HAND_OVER -> null;
		});
	}

	@Override
	public FlowSession session(Environment environment, PinEntry pinEntry, Path trace) throws ProblemException {
		return new FlowSession(services, authority.connect(environment, trace),
				services.inventory().keystoreFolder(environment), pinEntry, "");
	}

	@Override
	public FlowRun start(String id, FlowSession session) {
		return new FlowRun(id, FLOWS.get(id), session);
	}
}
