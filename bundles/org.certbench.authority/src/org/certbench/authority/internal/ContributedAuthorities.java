package org.certbench.authority.internal;

import java.util.List;

import org.certbench.authority.Authorities;
import org.certbench.core.Contributions;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The certificate authorities that bundles contribute. */
@Component
public final class ContributedAuthorities implements Authorities {

	static final String EXTENSION_POINT = "org.certbench.authority.authorities";

	private final Contributions<Authority> contributions;

	@Activate
	public ContributedAuthorities(@Reference IExtensionRegistry registry) {
		contributions = Contributions.read(registry, EXTENSION_POINT, Authority.class);
	}

	@Override
	public List<Description> installed() {
		return contributions.all().stream().map(each -> new Description(each.id(), each.name())).toList();
	}

	@Override
	public Authority authority(String id) {
		return contributions.get(id).instance();
	}
}
