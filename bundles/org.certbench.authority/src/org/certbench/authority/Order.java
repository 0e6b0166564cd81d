package org.certbench.authority;

import java.util.List;

/**
 * A request for a certificate.
 *
 * @param contact      how to reach the holder
 * @param contract     what the person read and agrees to
 * @param request      the PKCS#10 request, DER, for the contract's subject
 * @param baseServices codes such as {@code tsa}; may be empty
 */
public record Order(ContactData contact, Contract contract, byte[] request, List<String> baseServices) {

	public Order {
		baseServices = List.copyOf(baseServices);
	}
}
