package org.certbench.crash;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The service that the product speaks to: its simulator, served by this program, which is another process
 * than the one that is killed. What it received is read from its state.
 */
final class Service implements AutoCloseable {

	private static final String SIMULATOR = "org.certbench.ehealth.simulator.Simulator";

	private final AutoCloseable simulator;
	private final Path state;

	/**
	 * A request as the service has it.
	 *
	 * @param key           of the certificate's public key
	 * @param stage         how far it is
	 * @param encryptionKey that was offered or registered for encryption, or null
	 * @param tokenIsActive whether its encryption token is in use
	 * @param hasToken      whether one is registered
	 */
	record Received(String key, String stage, String encryptionKey, boolean hasToken, boolean tokenIsActive) {

		private static Received of(JsonObject registration) {
			var token = registration.getAsJsonObject("token");
			var challenge = registration.getAsJsonObject("challenge");
			var encryptionKey = token != null ? Keys.ofCertificate(token.get("certificate").getAsString())
					: challenge != null ? Keys.ofPublicKey(challenge.get("publicKey").getAsString()) : null;
			return new Received(registration.get("key").getAsString(), registration.get("stage").getAsString(), encryptionKey,
					token != null, token != null && token.get("active").getAsBoolean());
		}

		/** Whether nothing is to be done for it any more. */
		boolean isOver() {
			return tokenIsActive || stage.equals("REPLACED") || isRevoked();
		}

		boolean isRevoked() {
			return stage.equals("REVOKED");
		}

		/** The encryption key whose public part reached the service. */
		Optional<String> encryption() {
			return Optional.ofNullable(encryptionKey);
		}
	}

	private Service(AutoCloseable simulator, Path state) {
		this.simulator = simulator;
		this.state = state;
	}

	/** Serves the state of a home, and trusts its virtual cards. */
	static Service serve(Home home, ClassLoader product) throws IOException {
		try {
			var start = Class.forName(SIMULATOR, true, product).getMethod("start", Path.class, int.class, Supplier.class,
					InstantSource.class);
			Supplier<List<X509Certificate>> roots = () -> cardRoots(home.cards().resolve("cards.p12"));
			return new Service((AutoCloseable) start.invoke(null, home.service(), 0, roots, InstantSource.system()),
					home.service());
		} catch (ReflectiveOperationException e) {
			throw new IOException("the simulator does not start", e instanceof InvocationTargetException ? e.getCause() : e);
		}
	}

	/** The classes of a built product. */
	static URLClassLoader classesOf(Path plugins) throws IOException {
		var jars = new ArrayList<URL>();
		try (var files = Files.newDirectoryStream(plugins, "*.jar")) {
			for (var file : files) {
				jars.add(file.toUri().toURL());
			}
		}
		return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	/** All requests that reached it, the oldest first. */
	List<Received> received() throws IOException {
		var folder = state.resolve("requests");
		if (!Files.exists(folder)) {
			return List.of();
		}
		try (var files = Files.list(folder)) {
			var found = new ArrayList<JsonObject>();
			for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
				found.add(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
			}
			return found.stream().sorted((a, b) -> a.get("requested").getAsString().compareTo(b.get("requested").getAsString()))
					.map(Received::of).toList();
		}
	}

	@Override
	public void close() {
		try {
			simulator.close();
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private static List<X509Certificate> cardRoots(Path cards) {
		try {
			var store = KeyStore.getInstance(cards.toFile(), "virtual".toCharArray());
			var chain = store.getCertificateChain("jane-authentication");
			return List.of((X509Certificate) chain[chain.length - 1]);
		} catch (IOException | GeneralSecurityException e) {
			return List.of();
		}
	}
}
