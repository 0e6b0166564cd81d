package org.certbench.life;

import org.certbench.core.Cancelled;
import org.certbench.core.Secret;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;

/** Types a wrong PIN for the first signature that binds, and the right one from then on. */
final class MistypedOnce implements PinEntry {

	private boolean mistyped;

	@Override
	public Secret ask(PinRequest request) throws Cancelled {
		if (mistyped || request.key() == CardKey.AUTHENTICATION) {
			return Cards.PIN.ask(request);
		}
		mistyped = true;
		return Secret.taking("0000".toCharArray());
	}
}
