package org.certbench.cli.internal;

import java.util.Optional;

import org.osgi.framework.BundleContext;

/** Gives the services that commands work with, each made when it is first asked for. */
@FunctionalInterface
public interface Services {

	/** The service of a type, where an installed bundle provides it. */
	<S> Optional<S> find(Class<S> type);

	/** The services of the running framework. */
	static Services of(BundleContext bundles) {
		return new Services() {
			@Override
			public <S> Optional<S> find(Class<S> type) {
				return Optional.ofNullable(bundles.getServiceReference(type)).map(bundles::getService);
			}
		};
	}
}
