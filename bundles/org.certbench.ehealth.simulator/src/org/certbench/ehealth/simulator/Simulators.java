package org.certbench.ehealth.simulator;

import java.nio.file.Path;

/** The simulators of this machine: a service. Thread-safe. */
public interface Simulators {

	/** The state folder of this installation's own simulator, {@code simulator} in its data folder. */
	Path usualFolder();

	/**
	 * Serves a state folder from this process, until closed. Where it is another than the usual one, it
	 * stands in for it meanwhile: the other processes of this installation use it.
	 *
	 * @param folder made where it is missing
	 * @param port   or 0 for any free one
	 * @throws SimulatorException.FolderServed where another process, or this one, does so already
	 */
	Simulator serve(Path folder, int port) throws SimulatorException;

	/**
	 * The simulator that serves a folder, wherever it runs; where none does, this process starts one
	 * on a free port and closes it when this service ends.
	 */
	SimulatorControl control(Path folder) throws SimulatorException;
}
