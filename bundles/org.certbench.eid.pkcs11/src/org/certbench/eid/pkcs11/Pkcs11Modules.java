package org.certbench.eid.pkcs11;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which PKCS#11 modules are used: a service, for the window and the command line alike. Thread-safe. */
public interface Pkcs11Modules {

	/**
	 * System property: the modules to be used beside the official one, as a list of files separated as the
	 * system separates folders; it stands above what was {@link #choose chosen}.
	 */
	String PROPERTY = "certbench.pkcs11.modules";

	/** Those that somebody wants to be used beside the official one, whether they are there or not. */
	List<Path> chosen();

	/**
	 * Chooses, for this and all later runs: the file {@code pkcs11-modules} of the data folder, a path in each line.
	 *
	 * @throws ModulesException where that file cannot be written
	 */
	void choose(List<Path> modules) throws ModulesException;

	/** That of the official eID software, where it is installed: one or none. */
	List<Path> official();

	/** All that are used: the official one first. */
	default List<Path> used() {
		return Stream.concat(official().stream(), chosen().stream()).distinct().toList();
	}

	/** That of OpenSC, where it is installed: one or none. It is used only where it is chosen. */
	List<Path> openSc();
}
