package org.certbench.ehealth.internal;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts exactly whom another one trusts. Where that is nobody, the failure holds the certificates that the server
 * showed ({@link UntrustedChain}), which Java itself does not tell. Thread-safe.
 */
final class TellingTrust extends X509ExtendedTrustManager {

	/** A check of the other one. */
	@FunctionalInterface
	private interface Check {
		void make() throws CertificateException;
	}

	private final X509ExtendedTrustManager other;

	private TellingTrust(X509ExtendedTrustManager other) {
		this.other = other;
	}

	/** Connections that trust whom the other one trusts. */
	static SSLContext context(X509ExtendedTrustManager other) {
		try {
			var context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { new TellingTrust(other) }, null);
			return context;
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has TLS", e);
		}
	}

	/** That of the system: with the authorities of Java, or those that its properties name. */
	static X509ExtendedTrustManager ofSystem() {
		return of(null);
	}

	/** One that trusts the authorities of a store; of the system where it is null. */
	static X509ExtendedTrustManager of(KeyStore authorities) {
		try {
			var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(authorities);
			return Arrays.stream(factory.getTrustManagers()).filter(X509ExtendedTrustManager.class::isInstance)
					.map(X509ExtendedTrustManager.class::cast).findFirst()
					.orElseThrow(() -> new IllegalStateException("no trust manager for certificates"));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the trusted authorities cannot be read", e);
		}
	}

	private static void telling(X509Certificate[] chain, Check check) throws UntrustedChain {
		try {
			check.make();
		} catch (CertificateException e) {
			throw new UntrustedChain(List.of(chain), e);
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String method, SSLEngine engine) throws CertificateException {
		telling(chain, () -> other.checkServerTrusted(chain, method, engine));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
		telling(chain, () -> other.checkServerTrusted(chain, method, socket));
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
		telling(chain, () -> other.checkServerTrusted(chain, method));
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String method, SSLEngine engine) throws CertificateException {
		other.checkClientTrusted(chain, method, engine);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String method, Socket socket) throws CertificateException {
		other.checkClientTrusted(chain, method, socket);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
		other.checkClientTrusted(chain, method);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return other.getAcceptedIssuers();
	}
}
