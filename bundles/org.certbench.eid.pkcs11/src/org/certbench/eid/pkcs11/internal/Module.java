package org.certbench.eid.pkcs11.internal;

import java.nio.file.Path;
import java.security.AuthProvider;
import java.util.List;

/** A PKCS#11 module that is loaded. Thread-safe. */
public interface Module {

	/** Where it lies. */
	Path file();

	/** Who made it, as it says itself. */
	String manufacturer();

	/** Its slots as they are now, those without a token too. */
	List<Slot> slots() throws CryptokiException;

	/** A token as it is now. */
	Token token(long slot) throws CryptokiException;

	/** The certificates of a token that can be read without its PIN. */
	List<TokenCertificate> certificates(long slot) throws CryptokiException;

	/**
	 * Java's provider for the token that is in a slot now, a new one each time: once its token was
	 * removed a provider is of no use any more.
	 *
	 * @throws java.security.ProviderException where there is no token
	 */
	AuthProvider keys(long slot);
}
