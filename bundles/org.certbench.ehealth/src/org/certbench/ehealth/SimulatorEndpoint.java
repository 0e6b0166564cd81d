package org.certbench.ehealth;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Set;

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

	/**
	 * The roots of what the simulator issues and signs with, for who checks an encryption token; empty
	 * where they are not known. Their common names begin with {@code Certbench}, as those of the virtual
	 * cards do: nothing under such a root is accepted outside the simulator.
	 */
	default Set<X509Certificate> trustAnchors() {
		return Set.of();
	}
}
