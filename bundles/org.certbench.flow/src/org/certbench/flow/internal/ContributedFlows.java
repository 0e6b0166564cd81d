package org.certbench.flow.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.certbench.authority.Authorities;
import org.certbench.authority.Authorities.Authority;
import org.certbench.core.Contributions;
import org.certbench.core.Contributions.Contribution;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.eid.CardProviders;
import org.certbench.eid.PinEntry;
import org.certbench.flow.Choice;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowServices;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.StepKind;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.Keystores;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The flows that bundles contribute, with the services that their steps work with. */
@Component
public final class ContributedFlows implements Flows {

	static final String EXTENSION_POINT = "org.certbench.flow.flows";

	private final Contributions<Flow> contributions;
	private final Authorities authorities;
	private final FlowServices services;

	@Activate
	public ContributedFlows(@Reference IExtensionRegistry registry, @Reference Authorities authorities,
			@Reference InstantSource clock, @Reference DataFolder dataFolder, @Reference Journal journal,
			@Reference Keystores keystores, @Reference Inventory inventory, @Reference CardProviders cards) {
		this.contributions = Contributions.read(registry, EXTENSION_POINT, Flow.class);
		this.authorities = authorities;
		this.services = new FlowServices(clock, dataFolder, journal, keystores, inventory, cards);
	}

	@Override
	public List<Description> installed() {
		return contributions.all().stream().map(ContributedFlows::describe).toList();
	}

	private static Description describe(Contribution<Flow> flow) {
		var group = flow.attribute("group");
		return new Description(flow.id(), group.isEmpty() ? "other" : group, flow.name(), flow.attribute("description"),
				flow.children("need", "text"), flow.resource("icon").orElse(null),
				Boolean.parseBoolean(flow.attribute("onKeystore")),
				flow.children("asks", "kind").stream().map(StepKind::new).collect(Collectors.toSet()));
	}

	@Override
	public List<Choice> choices(String id) {
		return contributions.get(id).instance().choices();
	}

	@Override
	public Optional<String> next(RequestRecord request) {
		return request.next().map(action -> wordFor(action, request))
				.flatMap(does -> contributions.all().stream().filter(flow -> flow.attribute("does").equals(does)).findFirst())
				.map(Contribution::id);
	}

	/** The word of the attribute {@code does}: an order is sent by the flow that made it. */
	private static String wordFor(NextAction action, RequestRecord request) {
		var word = action.name().toLowerCase(Locale.ROOT).replace('_', '-');
		return action == NextAction.SEND && request.renews().isPresent() ? word + "-renewal" : word;
	}

	@Override
	public FlowSession session(Environment environment, PinEntry pinEntry, Path trace) throws ProblemException {
		var authority = authorityFor(environment);
		return new FlowSession(services, authority.connect(environment, trace),
				services.inventory().keystoreFolder(environment), pinEntry,
				authority.termsOfUse(Locale.getDefault().getLanguage()).orElse(""));
	}

	private Authority authorityFor(Environment environment) throws FlowException {
		return authorities.installed().stream().map(each -> authorities.authority(each.id()))
				.filter(authority -> authority.environments().contains(environment)).findFirst()
				.orElseThrow(() -> new FlowException.NoAuthority(environment));
	}

	@Override
	public FlowRun start(String id, FlowSession session) {
		return new FlowRun(id, contributions.get(id).instance(), session);
	}
}
