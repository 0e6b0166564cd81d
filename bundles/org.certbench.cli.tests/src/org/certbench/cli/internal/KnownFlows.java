package org.certbench.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.eid.PinEntry;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;

/** Flows that are described, but cannot be run. */
public record KnownFlows(List<Description> installed) implements Flows {

	@Override
	public Optional<String> next(RequestRecord request) {
		return request.next().filter(action -> action != NextAction.HAND_OVER).map(action -> action.name().toLowerCase());
	}

	@Override
	public FlowSession session(Environment environment, PinEntry pinEntry, Path trace) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FlowRun start(String id, FlowSession session) {
		throw new UnsupportedOperationException();
	}
}
