package org.certbench.core.internal;

import java.time.Instant;
import java.time.InstantSource;

import org.osgi.service.component.annotations.Component;

/**
 * The machine's clock as a service of type {@link InstantSource}, so that a test can put another
 * one in its place.
 */
@Component(service = InstantSource.class)
public final class SystemInstantSource implements InstantSource {

	@Override
	public Instant instant() {
		return Instant.now();
	}
}
