package org.certbench.eid.internal;

import java.util.List;

import org.certbench.core.Contributions;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The card providers that bundles contribute. */
@Component
public final class ContributedCardProviders implements CardProviders {

	static final String EXTENSION_POINT = "org.certbench.eid.providers";

	private final Contributions<CardProvider> contributions;

	@Activate
	public ContributedCardProviders(@Reference IExtensionRegistry registry) {
		contributions = Contributions.read(registry, EXTENSION_POINT, CardProvider.class);
	}

	@Override
	public List<Description> installed() {
		return contributions.all().stream().map(each -> new Description(each.id(), each.name())).toList();
	}

	@Override
	public CardProvider provider(String id) {
		return contributions.get(id).instance();
	}
}
