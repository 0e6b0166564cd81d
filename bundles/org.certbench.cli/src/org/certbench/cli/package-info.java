/**
 * The command line: what a bundle needs in order to add a command of its own to {@code certbench}.
 * A command is contributed to the extension point {@code org.certbench.cli.commands} and implements
 * {@link org.certbench.cli.CliCommand}; flows need no command, for every installed flow is one.
 */
package org.certbench.cli;
