package org.certbench.ehealth.simulator;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.core.KeyIdentifier;

/**
 * What the operator of a simulator can do: the same for one in this process and for one that another
 * process serves. Thread-safe; every method may block for a second or two.
 */
public interface SimulatorControl {

	/** The base address, such as {@code http://127.0.0.1:8123}. */
	URI address();

	SimulatorSettings settings() throws SimulatorException;

	/** Changes all settings at once; requests that are already there keep what was decided for them. */
	void change(SimulatorSettings settings) throws SimulatorException;

	/** All requests, the oldest first. */
	List<SimulatedRequest> requests() throws SimulatorException;

	/** Accepts a request that waits for its validation. */
	void accept(KeyIdentifier key) throws SimulatorException;

	/**
	 * Refuses a request that waits for its validation.
	 *
	 * @param reason told to the manager
	 */
	void refuse(KeyIdentifier key, String reason) throws SimulatorException;

	/** Issues a request now; accepts it first where it still waits for that. */
	void issue(KeyIdentifier key) throws SimulatorException;

	/** The mails a manager got, the oldest first. */
	List<Mail> mails() throws SimulatorException;

	/**
	 * Issues a certificate at once for a request that any program made (openssl, keytool), as if the
	 * first manager of the organisation, or the person, had signed for it. The rules of the service
	 * hold, but for the contract and the signature.
	 *
	 * @param request         PKCS#10, DER
	 * @param inRenewalWindow whether the certificate is backdated into its renewal window
	 * @return leaf first, the root not among them
	 * @throws SimulatorException.Refused where a rule is broken, or where the subject is not one of
	 *         an eHealth certificate
	 */
	List<X509Certificate> certify(byte[] request, boolean inRenewalWindow) throws SimulatorException;
}
