package org.certbench.cli.internal;

import java.util.List;
import java.util.function.Supplier;

import org.certbench.cli.CliCommand;
import org.certbench.core.Contributions;
import org.eclipse.core.runtime.IExtensionRegistry;

/** The commands that bundles contribute, this one's own among them. */
final class InstalledCommands {

	private static final String EXTENSION_POINT = "org.certbench.cli.commands";

	/**
	 * A command that can be called.
	 *
	 * @param name        the word that calls it
	 * @param description what it does, one sentence
	 * @param command     makes it
	 */
	record Entry(String name, String description, Supplier<CliCommand> command) {
	}

	private InstalledCommands() {
	}

	/** All of them, in their order; no class of theirs is loaded yet. */
	static List<Entry> read(IExtensionRegistry registry) {
		return Contributions.read(registry, EXTENSION_POINT, CliCommand.class).all().stream()
				.map(each -> new Entry(each.id(), each.name(), each::instance)).toList();
	}
}
