package org.certbench.crash;

import java.io.IOException;
import java.util.List;

import org.certbench.crash.Service.Received;

/**
 * How things are after a flow, or after a crash of it.
 *
 * @param home     with the files
 * @param received what the service has, the oldest first
 * @param told     what the product says
 */
record Standing(Home home, List<Received> received, Told told) {

	/** The request that reached the service last. */
	Received newest() {
		return received.getLast();
	}

	/** Whether the newest certificate's token is in use. */
	boolean isActive() {
		return newest().tokenIsActive();
	}

	/** Whether the product knows that this is the next step of the newest request. */
	boolean isNext(String step) {
		return !received.isEmpty() && told.isNext(newest(), step);
	}

	/** Whether the product knows of nothing that is under way. */
	boolean isNothingNext() {
		return told.isNothing();
	}

	/** Whether the service revoked the newest certificate, and no other. */
	boolean isOnlyNewestRevoked() {
		return newest().isRevoked() && received.stream().filter(Received::isRevoked).count() == 1;
	}

	/** Whether the product knows that the newest certificate is revoked. */
	boolean isToldRevoked() {
		return told.isIn("revoked", newest());
	}

	/** Whether the newest keystore opens with a password. */
	boolean opensWith(String password) throws IOException {
		return Keys.opens(home.newestKeystore(), password);
	}
}
