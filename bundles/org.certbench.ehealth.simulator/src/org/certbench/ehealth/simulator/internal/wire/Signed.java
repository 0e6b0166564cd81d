package org.certbench.ehealth.simulator.internal.wire;

import org.certbench.ehealth.Namespaces;
import org.certbench.ehealth.XmlChildren;
import org.certbench.ehealth.XmlException;

/** The end of a signed request: its signature, which is verified elsewhere, and nothing after it. */
final class Signed {

	private Signed() {
	}

	static void end(XmlChildren parts) throws XmlException {
		parts.optional(Namespaces.SIGNATURE, "Signature");
		parts.end();
	}
}
