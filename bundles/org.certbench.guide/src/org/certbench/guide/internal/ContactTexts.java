package org.certbench.guide.internal;

import java.util.ResourceBundle;

/**
 * The contacts that a resource bundle with pages knows, each by its name: {@code contact.NAME}. The one named
 * {@code integrator} is the integrator whom the installation names, where the bundle has words for that.
 */
record ContactTexts(ResourceBundle texts, Integrator integrator) {

	private static final String INTEGRATOR = "integrator";
	private static final String KNOWN_INTEGRATOR = "contact.integrator.known";

	/** @throws java.util.MissingResourceException where there is none of this name */
	String get(String name) {
		if (name.equals(INTEGRATOR) && integrator.isKnown() && texts.containsKey(KNOWN_INTEGRATOR)) {
			return texts.getString(KNOWN_INTEGRATOR).replace("{0}", integrator.name())
					+ (integrator.reach().isEmpty() ? "" : ", " + integrator.reach());
		}
		return texts.getString("contact." + name);
	}
}
