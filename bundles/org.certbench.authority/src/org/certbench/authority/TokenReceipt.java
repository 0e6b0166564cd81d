package org.certbench.authority;

/**
 * A registered encryption token.
 *
 * @param token         the token itself, CMS SignedData
 * @param toBeActivated whether it waits for {@link TokenOffice#activate}
 */
public record TokenReceipt(byte[] token, boolean toBeActivated) {
}
