package org.certbench.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.core.KeyIdentifier;
import org.certbench.flow.Flows;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;
import org.certbench.ui.FlowLauncher;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Overview;
import org.certbench.ui.Snapshot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Puts together the installed flows, the guide's pages and the launcher, if there is one. */
@Component
public final class InstalledFlowStarts implements FlowStarts {

	/** The scheme of a finding's subject that is a request. */
	private static final String REQUEST = "request";

	private final Flows flows;
	private final Guide guide;
	private final Overview overview;

	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
			policyOption = ReferencePolicyOption.GREEDY)
	private volatile FlowLauncher launcher;

	@Activate
	public InstalledFlowStarts(@Reference Flows flows, @Reference Guide guide, @Reference Overview overview) {
		this.flows = flows;
		this.guide = guide;
		this.overview = overview;
	}

	InstalledFlowStarts(Flows flows, Guide guide, Overview overview, FlowLauncher launcher) {
		this(flows, guide, overview);
		this.launcher = launcher;
	}

	@Override
	public List<FlowStart> all() {
		return flows.installed().stream().flatMap(flow -> start(flow, null, null).stream()).toList();
	}

	@Override
	public List<FlowStart> on(CertificateLife certificate) {
		var due = dueFor(certificate);
		var others = flows.installed().stream().filter(Flows.Description::onKeystore)
				.filter(flow -> due.stream().noneMatch(first -> first.flow().id().equals(flow.id())))
				.flatMap(flow -> start(flow, certificate.file(), null).stream());
		return Stream.concat(due.stream(), others).toList();
	}

	@Override
	public Optional<FlowStart> dueFor(CertificateLife certificate) {
		return pendingRequest(certificate).flatMap(this::next)
				.or(() -> overview.snapshot().findingsFor(certificate).stream()
						.flatMap(finding -> solving(finding).stream()).findFirst());
	}

	@Override
	public Optional<FlowStart> next(RequestRecord request) {
		return flows.next(request).flatMap(flows::description)
				.flatMap(flow -> start(flow, request.keystore(), request.key()));
	}

	@Override
	public Optional<FlowStart> solving(Finding finding) {
		return flowFor(finding.problem()).flatMap(flow -> start(flow, finding));
	}

	@Override
	public Optional<FlowStart> solving(String problem) {
		return flowFor(problem).flatMap(flow -> start(flow, null, null));
	}

	private Optional<Flows.Description> flowFor(String problem) {
		return guide.page(problem).flatMap(Page::solvingFlow).flatMap(flows::description);
	}

	private Optional<FlowStart> start(Flows.Description flow, Finding finding) {
		var request = requestOf(finding);
		if (request.isPresent()) {
			return start(flow, request.get().keystore(), request.get().key());
		}
		return start(flow, flow.onKeystore() ? Snapshot.file(finding).orElse(null) : null, null);
	}

	/** The request that a finding is about: named by it, or under way for the keystore that it names. */
	private Optional<RequestRecord> requestOf(Finding finding) {
		var snapshot = overview.snapshot();
		if (REQUEST.equals(finding.subject().getScheme())) {
			String key = finding.subject().getSchemeSpecificPart();
			return snapshot.requests().stream().filter(each -> each.key().hex().equalsIgnoreCase(key)).findFirst();
		}
		return Snapshot.file(finding).flatMap(snapshot::certificate).flatMap(InstalledFlowStarts::pendingRequest);
	}

	private Optional<FlowStart> start(Flows.Description flow, Path keystore, KeyIdentifier request) {
		return Optional.ofNullable(launcher).map(present -> new FlowStart(flow, keystore, request, present));
	}

	/** The request that is under way for a certificate: its own, or that of its renewal. */
	private static Optional<RequestRecord> pendingRequest(CertificateLife certificate) {
		return Stream.of(certificate.ownRequest(), certificate.renewal()).flatMap(Optional::stream)
				.filter(RequestRecord::isPending).findFirst();
	}
}
