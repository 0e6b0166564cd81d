package org.certbench.cli.simulator.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Collectors;

import org.certbench.cli.FlowSecrets;
import org.certbench.core.Secret;
import org.certbench.eid.PinRequest;
import org.certbench.eid.virtual.VirtualCards;

/** The invented PIN and password of a demonstration. They protect nothing, and are told to everybody. */
final class DemoSecrets implements FlowSecrets {

	/** Nothing that could be taken for another character. */
	private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
	private static final int LENGTH = 8;

	private final String password = "demo-" + new SecureRandom().ints(LENGTH, 0, CHARACTERS.length())
			.mapToObj(at -> CHARACTERS.substring(at, at + 1)).collect(Collectors.joining());

	String pin() {
		return VirtualCards.PIN;
	}

	String password() {
		return password;
	}

	@Override
	public void require(Use use) {
		// all of them are known
	}

	@Override
	public Secret password(Path keystore) {
		return newPassword();
	}

	@Override
	public Secret oldPassword(Path keystore) {
		return newPassword();
	}

	@Override
	public Secret newPassword() {
		return Secret.taking(password.toCharArray());
	}

	@Override
	public Secret ask(PinRequest request) {
		return Secret.taking(pin().toCharArray());
	}
}
