package org.certbench.cli.internal;

import java.util.function.Supplier;

import org.certbench.cli.CliCommand;

/**
 * A command that can be called.
 *
 * @param name        the word that calls it
 * @param description what it does, one sentence
 * @param command     makes it
 */
public record CommandEntry(String name, String description, Supplier<? extends CliCommand> command) {
}
