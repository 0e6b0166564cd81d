package org.certbench.authority;

import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/** Capability of an authority that lets a contract be signed with each order. */
public interface ContractOffice {

	/**
	 * Has a contract written.
	 *
	 * @param signer who will sign
	 * @param holder whom the certificate is for; {@code holderName} is its name
	 */
	Contract draft(ContactData contact, Person signer, Holder holder, String holderName, Progress progress)
			throws ProblemException;
}
