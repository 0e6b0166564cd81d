package org.certbench.authority;

import java.net.URI;
import java.time.Instant;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * Capability of an authority that takes orders of people who have no card to sign with: they confirm
 * the order on a page of the authority's.
 */
public interface ForeignerOffice {

	/**
	 * Where the order is to be confirmed.
	 *
	 * @param page    to be opened in a browser
	 * @param expires until when
	 */
	record Validation(URI page, Instant expires) {
	}

	/**
	 * Submits an order; nothing is signed but the request itself.
	 *
	 * @param foreigner with a number of the BIS register
	 * @param request   the PKCS#10 request, DER
	 */
	Validation submit(Person foreigner, ContactData contact, byte[] request, Progress progress) throws ProblemException;
}
