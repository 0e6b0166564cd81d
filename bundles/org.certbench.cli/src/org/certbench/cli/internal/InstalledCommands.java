package org.certbench.cli.internal;

import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.core.Contributions;
import org.eclipse.core.runtime.IExtensionRegistry;

/** The commands that bundles contribute, this one's own among them. */
final class InstalledCommands {

	private static final String EXTENSION_POINT = "org.certbench.cli.commands";

	private InstalledCommands() {
	}

	/** All of them, in their order; no class of theirs is loaded yet. */
	static List<CommandEntry> read(IExtensionRegistry registry) {
		return Contributions.read(registry, EXTENSION_POINT, CliCommand.class).all().stream()
				.map(each -> new CommandEntry(each.id(), each.name(), each::instance)).toList();
	}
}
