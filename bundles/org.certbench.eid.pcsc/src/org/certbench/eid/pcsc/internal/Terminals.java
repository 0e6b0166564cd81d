package org.certbench.eid.pcsc.internal;

import java.util.List;

import javax.smartcardio.CardTerminal;

import org.certbench.eid.CardException;

/** Where card terminals come from: the service of this machine. */
@FunctionalInterface
public interface Terminals {

	/**
	 * Those that are there now, perhaps none. Asks the service; any thread.
	 *
	 * @throws CardException {@link CardException.NoService} where the service does not answer
	 */
	List<CardTerminal> list() throws CardException;
}
