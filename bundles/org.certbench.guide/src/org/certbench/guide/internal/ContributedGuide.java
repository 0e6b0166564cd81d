package org.certbench.guide.internal;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.Contributions;
import org.certbench.core.Finding;
import org.certbench.core.Progress;
import org.certbench.guide.FactSource;
import org.certbench.guide.Facts;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.Journal;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The guide, of the rules and pages that bundles contribute. */
@Component
public final class ContributedGuide implements Guide {

	static final String RULES = "org.certbench.guide.rules";
	static final String PAGES = "org.certbench.guide.pages";

	private final RuleBook rules;
	private final Catalogue catalogue;
	private final Journal journal;
	private final InstantSource clock;
	private final Sources sources = new Sources();

	@Activate
	public ContributedGuide(BundleContext context, @Reference IExtensionRegistry registry,
			@Reference InstalledIntegrator integrator, @Reference Journal journal, @Reference InstantSource clock) {
		rules = new RuleBook(rules(registry));
		catalogue = new Catalogue(pages(registry, context, integrator.get()));
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	public List<Finding> findings(List<CertificateLife> certificates) {
		return rules.findings(new Facts(clock.instant(), certificates, journal.requests(),
				sources.facts()));
	}

	@Override
	public void refresh(Progress progress) throws Cancelled {
		sources.refresh(progress);
	}

	@Override
	public FactSource.Watch watch(Runnable changed) {
		return sources.watch(changed);
	}

	/** One comes. */
	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	void addSource(FactSource source) {
		sources.add(source);
	}

	/** One goes. */
	void removeSource(FactSource source) {
		sources.remove(source);
	}

	@Override
	public List<Page> pages() {
		return catalogue.pages();
	}

	@Override
	public Optional<Page> page(String problem) {
		return catalogue.page(problem);
	}

	@Override
	public List<Page> search(String words) {
		return catalogue.search(words);
	}

	private static List<Supplier<Rule>> rules(IExtensionRegistry registry) {
		return Contributions.read(registry, RULES, Rule.class).all().stream()
				.<Supplier<Rule>>map(contribution -> contribution::instance).toList();
	}

	private static List<PageSource> pages(IExtensionRegistry registry, BundleContext context, Integrator integrator) {
		return Contributions.read(registry, PAGES, Object.class).all().stream()
				.flatMap(contribution -> loader(contribution.contributor(), context)
						.map(loader -> new PageSource(contribution.attribute("texts"), loader, integrator)))
				.toList();
	}

	/** The class loader of a contributor, which also finds the translations that its fragments add. */
	private static Stream<ClassLoader> loader(String contributor, BundleContext context) {
		return Arrays.stream(context.getBundles()).filter(bundle -> contributor.equals(bundle.getSymbolicName()))
				.map(bundle -> bundle.adapt(BundleWiring.class)).filter(Objects::nonNull).map(BundleWiring::getClassLoader)
				.limit(1);
	}
}
