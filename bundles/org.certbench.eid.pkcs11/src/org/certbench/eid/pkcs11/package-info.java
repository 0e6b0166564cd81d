/**
 * Belgian eIDs and tokens by the PKCS#11 modules of other software, and which modules those are
 * ({@link Pkcs11Modules}).
 */
package org.certbench.eid.pkcs11;
