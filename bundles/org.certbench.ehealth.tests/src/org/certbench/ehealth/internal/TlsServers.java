package org.certbench.ehealth.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;

import org.certbench.ehealth.SignerPki;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** TLS servers on loopback, each with its own fault, and who trusts the authority of two of them. */
final class TlsServers implements AutoCloseable {

	private static final X500Principal SERVER = new X500Principal("CN=services.example.org");

	/** An authority with its root. */
	private record Authority(X509Certificate root, KeyPair keys) {

		static Authority named(String name) {
			var keys = SignerPki.keys("secp256r1");
			return new Authority(SignerPki.certificate(name, keys, name, keys, true, 0), keys);
		}
	}

	private final Authority trusted = Authority.named("CN=Invented Root of Servers");
	private final List<HttpsServer> servers = new ArrayList<>();
	private final URI ofAnotherName;
	private final URI ofNobodyTrusted;
	private final URI expired;

	TlsServers() throws GeneralSecurityException, IOException {
		var now = Instant.now();
		ofAnotherName = start(trusted, now.plus(Duration.ofDays(1)));
		ofNobodyTrusted = start(Authority.named("CN=Invented Root of Strangers"), now.plus(Duration.ofDays(1)));
		expired = start(trusted, now.minus(Duration.ofDays(1)));
	}

	/** Trusted, but its certificate is that of another server. */
	URI ofAnotherName() {
		return ofAnotherName;
	}

	URI ofNobodyTrusted() {
		return ofNobodyTrusted;
	}

	URI expired() {
		return expired;
	}

	/** Trusts the authority of these servers. */
	X509ExtendedTrustManager trust() {
		try {
			var anchors = emptyStore();
			anchors.setCertificateEntry("root", trusted.root());
			return TellingTrust.of(anchors);
		} catch (GeneralSecurityException | IOException e) {
			throw new AssertionError(e);
		}
	}

	private URI start(Authority authority, Instant notAfter) throws GeneralSecurityException, IOException {
		var keys = SignerPki.keys("secp256r1");
		var certificate = SignerPki.certificate(SERVER, keys, authority.root().getSubjectX500Principal(), authority.keys(),
				false, 0, BigInteger.TEN, notAfter.minus(Duration.ofDays(2)), notAfter);
		var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context(keys, certificate)));
		server.start();
		servers.add(server);
		return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
	}

	private static SSLContext context(KeyPair keys, X509Certificate certificate) throws GeneralSecurityException, IOException {
		var store = emptyStore();
		store.setKeyEntry("server", keys.getPrivate(), new char[0], new Certificate[] { certificate });
		var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, new char[0]);
		var context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
		var store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		return store;
	}

	@Override
	public void close() {
		servers.forEach(server -> server.stop(0));
	}
}
