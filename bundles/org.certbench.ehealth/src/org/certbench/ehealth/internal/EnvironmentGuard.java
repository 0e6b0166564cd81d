package org.certbench.ehealth.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Environment;
import org.certbench.core.Signer;
import org.certbench.ehealth.EhealthException.NotForEnvironment;

/** Keeps invented keys and real ones apart, whatever the keys say of themselves. */
final class EnvironmentGuard {

	/** With it begins the common name of every authority that Certbench itself invents. */
	private static final String INVENTED = "Certbench ";

	private EnvironmentGuard() {
	}

	static void check(Signer signer, Environment environment) throws NotForEnvironment {
		if (!signer.usableIn(environment) || !isAccepted(signer.chain(), environment)) {
			throw new NotForEnvironment(signer, environment);
		}
	}

	/** Whether certificates may appear in an environment. */
	static boolean isAccepted(List<X509Certificate> chain, Environment environment) {
		return environment == Environment.SIMULATOR || chain.stream().noneMatch(EnvironmentGuard::isInvented);
	}

	/** Whether certificates may come from an environment: the simulator invents all of its own. */
	static boolean mayHaveIssued(List<X509Certificate> chain, Environment environment) {
		return chain.stream().anyMatch(EnvironmentGuard::isInvented) == (environment == Environment.SIMULATOR);
	}

	private static boolean isInvented(X509Certificate certificate) {
		return Stream.of(certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal())
				.flatMap(name -> DistinguishedName.of(name).values("CN").stream()).anyMatch(cn -> cn.startsWith(INVENTED));
	}
}
