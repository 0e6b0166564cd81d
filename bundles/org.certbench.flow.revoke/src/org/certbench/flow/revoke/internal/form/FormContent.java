package org.certbench.flow.revoke.internal.form;

import java.time.Instant;

import org.certbench.core.Environment;
import org.certbench.core.Holder;

/**
 * What stands in a revocation form.
 *
 * @param environment whose certificate it is
 * @param holder      whom the certificate is for
 * @param holderName  the name, or empty
 * @param key         the identifier of its key, or empty
 * @param expires     its last day as the form's readers write it, or empty
 * @param reason      the word for why, as in {@code form_fr.properties}
 * @param manager     who asks for it, or empty: to be written by hand
 * @param managerSsin the number of that person in the national register, or empty
 * @param written     when the form was filled in
 */
public record FormContent(Environment environment, Holder holder, String holderName, String key, String expires,
		String reason, String manager, String managerSsin, Instant written) {
}
