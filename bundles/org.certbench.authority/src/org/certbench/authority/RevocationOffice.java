package org.certbench.authority;

import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;

/** Capability of an authority that revokes by a signed contract. */
public interface RevocationOffice {

	/** The reasons that can be given, as they stand on the wire. */
	enum Reason {
		KEY_COMPROMISE("keyCompromise"),
		AFFILIATION_CHANGED("affiliationChanged"),
		SUPERSEDED("superseded"),
		CESSATION_OF_OPERATION("cessationOfOperation");

		private final String wire;

		Reason(String wire) {
			this.wire = wire;
		}

		public String wire() {
			return wire;
		}
	}

	/** Has the contract of a revocation written; it must be shown before it is signed. */
	Contract draft(KeyIdentifier key, Person signer, Reason reason, Progress progress) throws ProblemException;

	/** Revokes: final. */
	void revoke(KeyIdentifier key, Contract contract, Signer signature, Progress progress) throws ProblemException;
}
