package org.certbench.ui;

import java.util.Locale;

import org.certbench.core.Environment;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;

/**
 * The product's icons: vector drawings of 16 by 16, sharp at every zoom, readable on light and dark.
 * Each state and severity has a shape of its own, so that the colour is never needed to tell them
 * apart.
 */
public enum Icon {
	CERTBENCH, CERTIFICATE, KEYSTORE, FOLDER, READER, CARD, HOLDER, MAIL,
	REQUEST, COMPLETE, RENEW, ACTIVATE, REVOKE, PASSWORD, FLOW,
	SEARCH, REFRESH, ZOOM_IN, ZOOM_OUT, FIT, TODAY, BACK, HELP, START, TIMELINE, EXPLORER, GUIDE, PENDING,
	STATE_GOOD, STATE_ATTENTION, STATE_WAITING, STATE_BAD, STATE_PAST,
	ERROR, WARNING, INFORMATION, SIMULATOR, ACCEPTANCE, PRODUCTION;

	/** The sign of a state. */
	public static Icon of(LifeCycleState state) {
		return switch (state) {
			case ACTIVE -> STATE_GOOD;
			case RENEWAL_DUE -> STATE_ATTENTION;
			case REQUESTED, ISSUED, COMPLETED, TOKEN_REGISTERED, RENEWAL_AWAITS_COMPLETION, RENEWAL_AWAITS_ACTIVATION ->
				STATE_WAITING;
			case EXPIRED, REVOKED, REFUSED -> STATE_BAD;
			case SUPERSEDED -> STATE_PAST;
		};
	}

	/** The sign of a severity. */
	public static Icon of(Severity severity) {
		return switch (severity) {
			case ERROR -> ERROR;
			case WARNING -> WARNING;
			case INFORMATION -> INFORMATION;
		};
	}

	/** The sign of an environment. */
	public static Icon of(Environment environment) {
		return switch (environment) {
			case SIMULATOR -> SIMULATOR;
			case ACCEPTANCE -> ACCEPTANCE;
			case PRODUCTION -> PRODUCTION;
		};
	}

	/** For actions, wizards and whatever else takes a descriptor. */
	public ImageDescriptor descriptor() {
		return ImageDescriptor.createFromURL(Icon.class.getResource("/icons/" + file()));
	}

	/** The image, shared by all; nobody disposes it. UI thread. */
	public Image image() {
		var registry = JFaceResources.getImageRegistry();
		String key = Icon.class.getName() + "." + name();
		if (registry.getDescriptor(key) == null) {
			registry.put(key, descriptor());
		}
		return registry.get(key);
	}

	private String file() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
	}
}
