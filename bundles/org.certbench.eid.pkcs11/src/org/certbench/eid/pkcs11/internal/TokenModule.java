package org.certbench.eid.pkcs11.internal;

import java.util.List;
import java.util.Locale;

import org.certbench.core.ProblemException;

/**
 * A module in use. While it signs it may wait for a person and answer nobody else; nobody waits with
 * it: what was seen last holds until then. Thread-safe.
 */
public final class TokenModule {

	private static final String OPENSC = "opensc";

	private final Module module;
	private final boolean named;
	private List<Slot> last = List.of();
	private int signing;

	/** @param named whether the readers' names tell by which module they are reached */
	public TokenModule(Module module, boolean named) {
		this.module = module;
		this.named = named;
	}

	public Module module() {
		return module;
	}

	/** Whether it is OpenSC's: its driver for Belgian cards refuses the signature key, in every version. */
	public boolean isOpenSc() {
		return (module.manufacturer() + module.file().getFileName()).toLowerCase(Locale.ROOT).contains(OPENSC);
	}

	/** Its slots as they are now, or were before a signature began that is not made yet. */
	public synchronized List<Slot> slots() throws CryptokiException {
		if (signing == 0) {
			var file = module.file().getFileName().toString();
			last = module.slots().stream().map(slot -> named ? slot.by(file) : slot).toList();
		}
		return last;
	}

	/** What signs. */
	@FunctionalInterface
	interface Signing {
		byte[] sign() throws ProblemException;
	}

	byte[] signing(Signing work) throws ProblemException {
		add(1);
		try {
			return work.sign();
		} finally {
			add(-1);
		}
	}

	private synchronized void add(int number) {
		signing += number;
	}
}
