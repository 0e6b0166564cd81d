package org.certbench.ehealth.simulator.internal.state;

import java.util.List;

import org.certbench.authority.ContactData;
import org.certbench.authority.Person;
import org.certbench.core.Holder;

/**
 * What somebody asked for.
 *
 * @param holder       whom the certificate is for
 * @param holderName   the holder's name
 * @param subject      the subject of the contract, letter for letter
 * @param signer       who signed the contract: the certificate's manager
 * @param contact      how to reach them
 * @param baseServices what it is to be used for
 * @param request      PKCS#10, DER
 */
public record Application(Holder holder, String holderName, String subject, Person signer, ContactData contact,
		List<String> baseServices, byte[] request) {

	public Application {
		baseServices = List.copyOf(baseServices);
	}
}
