package org.certbench.eid.pkcs11;

import java.nio.file.Path;
import java.util.List;

/** Some modules that were chosen; no other software is installed. */
record ChosenModules(List<Path> chosen, List<Path> official, List<Path> openSc) implements Pkcs11Modules {

	ChosenModules(Path... chosen) {
		this(List.of(chosen), List.of(), List.of());
	}

	@Override
	public void choose(List<Path> modules) {
		throw new UnsupportedOperationException();
	}
}
