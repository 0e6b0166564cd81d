package org.certbench.eid.virtual.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

import org.certbench.core.Environment;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardReader;
import org.certbench.eid.virtual.VirtualCards;
import org.osgi.framework.FrameworkUtil;

/** The contribution {@code virtual}: hands everything on to the service {@link VirtualCards}. */
public final class VirtualCardProvider implements CardProvider {

	private final CardProvider cards;

	/** Made by the extension registry. */
	public VirtualCardProvider() {
		var context = FrameworkUtil.getBundle(VirtualCardProvider.class).getBundleContext();
		var reference = context.getServiceReference(VirtualCards.class);
		if (reference == null) {
			throw new IllegalStateException("the service of the virtual cards has not started");
		}
		cards = context.getService(reference);
	}

	@Override
	public Set<Environment> environments() {
		return cards.environments();
	}

	@Override
	public List<CardReader> readers() throws CardException {
		return cards.readers();
	}

	@Override
	public Watch watch(Runnable changed) {
		return cards.watch(changed);
	}

	@Override
	public List<X509Certificate> testRoots() {
		return cards.testRoots();
	}
}
