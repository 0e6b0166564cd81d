package org.certbench.ehealth;

/**
 * A SOAP 1.1 fault: the server could not handle the message at all.
 *
 * @param code   without prefix: {@code Client}, {@code Server}, …
 * @param text   the server's words
 * @param detail the text of its detail; empty for none
 */
public record SoapFault(String code, String text, String detail) {
}
