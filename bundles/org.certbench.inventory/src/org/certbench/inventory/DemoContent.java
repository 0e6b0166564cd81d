package org.certbench.inventory;

import java.nio.file.Path;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * A keystore to try everything on, so that a first start does not show an empty window: a service
 * of whoever can make one. Where there is none, nothing is made.
 */
public interface DemoContent {

	/**
	 * Makes the keystore on the first call, and goes on where an earlier call was interrupted. Once
	 * made, it is never made again, even when it was deleted. Takes seconds: not for the UI thread.
	 * Thread-safe.
	 *
	 * @return its file, in a folder that the {@link Inventory} scans
	 */
	Path ensure(Progress progress) throws ProblemException;
}
