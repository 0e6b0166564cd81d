package org.certbench.cli.internal.flow;

import java.nio.file.Path;
import java.util.Optional;

import org.certbench.cli.FlowSecrets;
import org.certbench.cli.SecretFiles;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.CommandContext;
import org.certbench.cli.internal.Terminal;
import org.certbench.core.Cancelled;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.eid.PinRequest;
import org.certbench.keystore.PasswordPolicy;

/**
 * The secrets of a flow as its command gives them: a file, else an environment variable, else the
 * terminal. Nothing is kept: each question reads its source again.
 */
public final class SecretSources implements FlowSecrets {

	private static final Texts TEXTS = Texts.of(SecretSources.class);

	private final SecretFiles files;
	private final CommandContext context;
	private final Terminal terminal;

	public SecretSources(SecretFiles files, CommandContext context) {
		this.files = files;
		this.context = context;
		this.terminal = context.terminal();
	}

	@Override
	public void require(Use use) throws UsageException {
		var file = files.file(use);
		if (file.isPresent()) {
			SecretFile.check(file.get());
		} else if (context.variable(variable(use)).isEmpty() && !terminal.isPresent()) {
			throw missing(use);
		}
	}

	@Override
	public Secret password(Path keystore) throws UsageException {
		return password(keystore, Use.PASSWORD);
	}

	@Override
	public Secret oldPassword(Path keystore) throws UsageException {
		return password(keystore, Use.OLD_PASSWORD);
	}

	private Secret password(Path keystore, Use use) throws UsageException {
		var given = given(use);
		return given.isPresent() ? given.get()
				: terminal.askSecret(TEXTS.get("ask.password", keystore.getFileName())).orElseThrow(() -> missing(use));
	}

	@Override
	public Secret newPassword() throws UsageException {
		var given = given(Use.NEW_PASSWORD);
		return given.isPresent() ? given.get() : askForNewPassword();
	}

	@Override
	public Secret ask(PinRequest request) throws Cancelled {
		try {
			var given = given(Use.PIN);
			return given.isPresent() ? given.get() : askForPin(request);
		} catch (UsageException noPinAnyMore) {
			throw new Cancelled();
		}
	}

	@Override
	public Notice tellToUse(Elsewhere elsewhere, PinRequest request) {
		tell(request);
		terminal.show(TEXTS.get(switch (elsewhere) {
			case READER_KEYS -> "ask.readerKeys";
			case SOFTWARE_WINDOW -> "ask.softwareWindow";
		}, request.card().readerName()));
		return () -> {
			// what was shown stays
		};
	}

	private Optional<Secret> given(Use use) throws UsageException {
		return context.secret(files.file(use).orElse(null), variable(use));
	}

	/** Asks until the password is one that the policy accepts, and the same twice. */
	private Secret askForNewPassword() throws UsageException {
		for (;;) {
			try (var password = askForNew("ask.newPassword"); var again = askForNew("ask.newPasswordAgain")) {
				var failed = PasswordPolicy.failedBy(password, again);
				if (failed.isEmpty()) {
					return password.copy();
				}
				failed.forEach(check -> terminal.show(check.description()));
			}
		}
	}

	private Secret askForNew(String question) throws UsageException {
		return terminal.askSecret(TEXTS.get(question)).orElseThrow(() -> missing(Use.NEW_PASSWORD));
	}

	private Secret askForPin(PinRequest request) throws UsageException {
		tell(request);
		return terminal.askSecret(TEXTS.get("ask.pin", request.card().identity().displayName()))
				.orElseThrow(() -> missing(Use.PIN));
	}

	private void tell(PinRequest request) {
		terminal.show(request.meaning());
		request.hint().ifPresent(terminal::show);
		request.triesLeft().ifPresent(left -> terminal.show(TEXTS.get("ask.triesLeft", left)));
	}

	private static UsageException missing(Use use) {
		return new UsageException(TEXTS.get("missing." + use), TEXTS.get("missing.remedy", option(use), variable(use)));
	}

	private static String option(Use use) {
		return switch (use) {
			case PASSWORD -> "--password-file";
			case OLD_PASSWORD -> "--old-password-file";
			case NEW_PASSWORD -> "--new-password-file";
			case PIN -> "--pin-file";
		};
	}

	private static String variable(Use use) {
		return "CERTBENCH_" + use;
	}
}
