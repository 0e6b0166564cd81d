package org.certbench.eid.pcsc.internal;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

import org.certbench.eid.CardException.NoReader;
import org.certbench.eid.CardException.NoService;

/**
 * The terminals of the PC/SC service of this machine, as Java knows them. Java establishes its
 * context with the service once and for ever: when the service is restarted (which Windows does as
 * readers leave and come), the context is made anew here, for which the virtual machine must open
 * Java's own package (start option {@code --add-opens}). Thread-safe.
 */
public final class SystemTerminals implements Terminals {

	private static final System.Logger LOGGER = System.getLogger(SystemTerminals.class.getName());
	private static final String LIBRARY = "sun.security.smartcardio.library";
	private static final String FOLLOW_UP = "sun.security.smartcardio.t0GetResponse";
	/** Where Java does not look by itself: without the files for developers there is only one with a version. */
	private static final List<String> LIBRARIES = List.of("/usr/lib/x86_64-linux-gnu/libpcsclite.so.1", "/usr/lib/aarch64-linux-gnu/libpcsclite.so.1",
			"/usr/lib64/libpcsclite.so.1", "/usr/lib/libpcsclite.so.1");

	private Optional<TerminalFactory> factory = Optional.empty();

	@Override
	public synchronized List<CardTerminal> list() throws org.certbench.eid.CardException {
		try {
			return listOnce();
		} catch (NoService restarted) {
			factory = Optional.empty();
			forgetContext();
			return listOnce();
		}
	}

	private List<CardTerminal> listOnce() throws org.certbench.eid.CardException {
		try {
			return factory().terminals().list();
		} catch (NoSuchAlgorithmException e) {
			throw new NoService(e);
		} catch (CardException e) {
			if (PcscError.isNoReader(e)) {
				return List.of();
			}
			throw PcscError.isNoService(e) ? new NoService(e) : new NoReader(e);
		}
	}

	/** Asked for by name: the default one stays empty for ever where the service was absent at first. */
	private TerminalFactory factory() throws NoSuchAlgorithmException {
		if (factory.isEmpty()) {
			prepare();
			factory = Optional.of(TerminalFactory.getInstance("PC/SC", null));
		}
		return factory.get();
	}

	/** What Java reads once, before it loads the library of the service. */
	private static void prepare() {
		// Java would answer 6Cxx by sending any command again with another last byte: a PIN too.
		System.setProperty(FOLLOW_UP, "false");
		if (System.getProperty(LIBRARY) == null) {
			library().ifPresent(file -> System.setProperty(LIBRARY, file));
		}
	}

	private static Optional<String> library() {
		if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
			// Not to be seen as a file: the linker has it in its cache.
			return Optional.of("/System/Library/Frameworks/PCSC.framework/Versions/Current/PCSC");
		}
		return LIBRARIES.stream().filter(file -> Files.exists(Path.of(file))).findFirst();
	}

	private static void forgetContext() {
		try {
			var type = Class.forName("sun.security.smartcardio.PCSCTerminals");
			var context = type.getDeclaredField("contextId");
			context.setAccessible(true);
			var known = type.getDeclaredField("terminals");
			known.setAccessible(true);
			synchronized (type) {
				context.setLong(null, 0);
				((Map<?, ?>) known.get(null)).clear();
			}
		} catch (ReflectiveOperationException | RuntimeException closed) {
			LOGGER.log(Level.WARNING, "the card service was restarted, and this Java does not let go of the old one: "
					+ "start it with --add-opens java.smartcardio/sun.security.smartcardio=ALL-UNNAMED", closed);
		}
	}
}
