package org.certbench.ui.reminder.internal;

import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.mail.MailServer;
import org.certbench.mail.MailServer.Protection;
import org.certbench.reminder.ReminderSettings;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The fields of the mail server: none is set up while the name is empty. UI thread. */
final class ServerFields {

	private static final Texts TEXTS = Texts.of(ServerFields.class);
	private static final int LAST_PORT = 65535;

	private final Text host;
	private final Combo protection;
	private final Text port;
	private final Text user;
	private final Text password;
	private final Text from;
	private boolean passwordGiven;

	ServerFields(Composite parent, Runnable changed) {
		host = Fields.text(parent, "host", SWT.BORDER, changed);
		protection = Fields.combo(parent, "protection",
				Stream.of(Protection.values()).map(each -> TEXTS.get("protection." + each.name())).toArray(String[]::new));
		port = Fields.text(parent, "port", SWT.BORDER, changed);
		port.setText(String.valueOf(protection().usualPort()));
		protection.addListener(SWT.Selection, chosen -> port.setText(String.valueOf(protection().usualPort())));
		user = Fields.text(parent, "user", SWT.BORDER, changed);
		password = Fields.text(parent, "password", SWT.BORDER | SWT.PASSWORD, () -> passwordGiven = true);
		from = Fields.text(parent, "from", SWT.BORDER, changed);
	}

	/** @param hasPassword whether one is kept, which is not shown */
	void fill(ReminderSettings settings, boolean hasPassword) {
		settings.mailServer().ifPresent(server -> {
			host.setText(server.host());
			protection.select(server.protection().ordinal());
			port.setText(String.valueOf(server.port()));
			user.setText(server.user());
		});
		from.setText(settings.from());
		password.setMessage(hasPassword ? TEXTS.get("password.kept") : "");
	}

	/** What is wrong, or an empty text. */
	String fault() {
		if (host.getText().isBlank()) {
			return "";
		}
		if (port() < 1 || port() > LAST_PORT) {
			return TEXTS.get("fault.port");
		}
		return from.getText().contains("@") ? "" : TEXTS.get("fault.from");
	}

	/** The server, where one is named. */
	Optional<MailServer> server() {
		var name = host.getText().strip();
		return name.isEmpty() ? Optional.empty()
				: Optional.of(new MailServer(name, port(), protection(), user.getText().strip()));
	}

	String from() {
		return from.getText().strip();
	}

	/** Whether the person wrote one, or emptied the field again. */
	boolean isPasswordGiven() {
		return passwordGiven;
	}

	/** What is in the field; the caller clears it. */
	Secret password() {
		return Secret.taking(password.getTextChars());
	}

	private Protection protection() {
		return Protection.values()[protection.getSelectionIndex()];
	}

	private int port() {
		try {
			return Integer.parseInt(port.getText().strip());
		} catch (NumberFormatException noNumber) {
			return 0;
		}
	}
}
