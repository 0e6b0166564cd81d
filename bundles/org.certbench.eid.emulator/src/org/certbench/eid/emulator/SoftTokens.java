package org.certbench.eid.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.sun.jna.Function;

/**
 * Tokens of SoftHSM2 with the keys of emulated cards, in a folder of their own: the same people's as
 * cards have. The module reads its settings once in a process: all tests of a process share these
 * tokens. They need the package {@code softhsm2}.
 */
public final class SoftTokens {

	/** The PIN of each token. */
	public static final String PIN = "1234";

	private static final String SETTINGS = "SOFTHSM2_CONF";
	private static final List<Path> MODULES = List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"),
			Path.of("/usr/lib64/softhsm/libsofthsm2.so"), Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));
	private static final Pattern SLOT = Pattern.compile("slot (\\d+)");
	private static Optional<SoftTokens> shared = Optional.empty();

	private final EmulatedCards cards = new EmulatedCards();
	private final Map<CardModel, Long> slots;

	private SoftTokens(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
		Files.createDirectory(folder.resolve("tokens"));
		var settings = Files.writeString(folder.resolve("softhsm2.conf"),
				"directories.tokendir = " + folder.resolve("tokens") + "\nlog.level = ERROR\n");
		slots = Map.of(CardModel.RSA_1_7, initialize(CardModel.RSA_1_7, settings), CardModel.EC_1_8,
				initialize(CardModel.EC_1_8, settings));
		// Java can tell a child process of a variable, but not what is in its own process.
		Function.getFunction("c", "setenv").invokeInt(new Object[] { SETTINGS, settings.toString(), 1 });
		for (var slot : slots.entrySet()) {
			fill(slot.getValue(), cards.card(slot.getKey(), Person.JANE).tokenKeys());
		}
	}

	/** Why there can be none here, a line each; none where there can. */
	public static List<String> lacking() {
		return installed().isEmpty() ? List.of("softhsm2 is not installed") : List.of();
	}

	/** Those of this process, made when first asked for. */
	public static synchronized SoftTokens shared() {
		if (shared.isEmpty()) {
			try {
				var folder = Files.createTempDirectory("soft-tokens");
				Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
				shared = Optional.of(new SoftTokens(folder));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			} catch (GeneralSecurityException e) {
				throw new IllegalStateException(e);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(e);
			}
		}
		return shared.get();
	}

	private static Optional<Path> installed() {
		return MODULES.stream().filter(Files::isRegularFile).findFirst();
	}

	/** The PKCS#11 module. */
	public static Path module() {
		return installed().orElseThrow();
	}

	/** How the reader with the token of a kind of card is named, as the module is a chosen one. */
	public String reader(CardModel model) {
		return "SoftHSM slot ID 0x%x (%s)".formatted(slots.get(model), module().getFileName());
	}

	/** The test roots above the certificates on the tokens. */
	public List<X509Certificate> roots() {
		return cards.roots();
	}

	/** @return the slot that the token is in from the next start of the module on */
	private static long initialize(CardModel model, Path settings) throws IOException, InterruptedException {
		var command = new ProcessBuilder("softhsm2-util", "--init-token", "--free", "--label", model.name(), "--so-pin",
				"12345678", "--pin", PIN).redirectErrorStream(true);
		command.environment().put(SETTINGS, settings.toString());
		var process = command.start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		var slot = SLOT.matcher(output);
		if (process.waitFor() != 0 || !slot.find()) {
			throw new IllegalStateException("softhsm2-util: " + output);
		}
		return Long.parseLong(slot.group(1));
	}

	private static void fill(long slot, List<TokenKey> keys) throws IOException, GeneralSecurityException {
		var provider = (AuthProvider) Security.getProvider("SunPKCS11")
				.configure("--name = Filling\nlibrary = \"%s\"\nslot = %d\n".formatted(module(), slot));
		var keystore = KeyStore.getInstance("PKCS11", provider);
		keystore.load(null, PIN.toCharArray());
		for (var key : keys) {
			keystore.setKeyEntry(key.label(), key.key(), null, key.chain().toArray(X509Certificate[]::new));
		}
		provider.logout();
	}

	private static void delete(Path folder) {
		try (var files = Files.walk(folder)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
