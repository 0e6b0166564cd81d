package org.certbench.eid.pkcs11.internal;

import java.security.cert.X509Certificate;

/**
 * A certificate on a token.
 *
 * @param label as the module names it: {@code Authentication} and {@code Signature} on a Belgian eID
 */
public record TokenCertificate(String label, X509Certificate certificate) {
}
