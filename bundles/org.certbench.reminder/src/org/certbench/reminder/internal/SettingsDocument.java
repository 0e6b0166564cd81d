package org.certbench.reminder.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.certbench.core.Holder;
import org.certbench.mail.MailServer;
import org.certbench.mail.MailServer.Protection;
import org.certbench.reminder.Addressee;
import org.certbench.reminder.Language;
import org.certbench.reminder.ReminderSettings;

/**
 * The settings as they stand in their file, which people may write by hand: the README names its fields.
 * What is left out is as if nobody had set it.
 */
record SettingsDocument(Server server, String from, List<Person> addressees, List<Integer> thresholds) {

	/** A mail server; the port may be left out. */
	record Server(String host, Integer port, String protection, String user) {
	}

	/** Somebody who is written to; the holders may be left out. */
	record Person(String address, String language, List<String> holders) {
	}

	static SettingsDocument of(ReminderSettings settings) {
		var server = settings.mailServer().map(each -> new Server(each.host(), each.port(), word(each.protection()), each.user()));
		return new SettingsDocument(server.orElse(null), settings.from(),
				settings.addressees().stream().map(SettingsDocument::person).toList(), settings.thresholds());
	}

	/** @throws IllegalArgumentException where something is not what it should be; its message names it */
	ReminderSettings settings() {
		return new ReminderSettings(server == null ? null : server(server), text(from),
				list(addressees).stream().map(SettingsDocument::addressee).toList(),
				thresholds == null ? ReminderSettings.DEFAULT.thresholds() : list(thresholds));
	}

	private static Person person(Addressee addressee) {
		return new Person(addressee.address(), addressee.language().id(),
				addressee.holders().stream().map(Holder::toString).toList());
	}

	private static MailServer server(Server server) {
		var protection = Stream.of(Protection.values()).filter(each -> word(each).equals(server.protection())).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("protection: " + server.protection()));
		int port = server.port() == null ? protection.usualPort() : server.port();
		if (text(server.host()).isEmpty() || port < 1 || port > 65535) {
			throw new IllegalArgumentException("server: " + text(server.host()) + ":" + port);
		}
		return new MailServer(server.host(), port, protection, text(server.user()));
	}

	private static Addressee addressee(Person person) {
		var language = Language.of(text(person.language()))
				.orElseThrow(() -> new IllegalArgumentException("language: " + person.language()));
		if (text(person.address()).isEmpty()) {
			throw new IllegalArgumentException("address: " + person.address());
		}
		return new Addressee(person.address(), language, list(person.holders()).stream().map(Holder::parse).toList());
	}

	private static String word(Protection protection) {
		return protection.name().toLowerCase(Locale.ROOT);
	}

	private static String text(String text) {
		return text == null ? "" : text.strip();
	}

	private static <T> List<T> list(List<T> list) {
		if (list != null && list.contains(null)) {
			throw new IllegalArgumentException("null in a list");
		}
		return list == null ? List.of() : list;
	}
}
