/**
 * Mails: a draft as a file, which a person sends, or handed over to a server. Begin at the service
 * {@link Mailer}.
 */
package org.certbench.mail;
