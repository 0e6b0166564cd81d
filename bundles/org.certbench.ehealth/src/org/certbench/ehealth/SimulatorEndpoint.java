package org.certbench.ehealth;

import java.net.URI;

import org.certbench.core.ProblemException;

/**
 * Where the simulator of the eHealth services is: a service of whoever offers one. Without it the
 * simulator environment is not offered.
 */
public interface SimulatorEndpoint {

	/**
	 * The base address, such as {@code http://127.0.0.1:8123}, to which a service's path
	 * ({@code /CertRa/v2}) is added. Starts whatever must be started, and returns when it answers; may
	 * block for a second or two. Plain HTTP is accepted because the address must be this machine's
	 * loopback address. Thread-safe.
	 *
	 * @throws ProblemException where the simulator cannot be started
	 */
	URI address() throws ProblemException;
}
