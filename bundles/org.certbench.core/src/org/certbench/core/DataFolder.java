package org.certbench.core;

import java.nio.file.Path;

/**
 * Where the product keeps its own data (journal, index, simulator): a service, so that everybody
 * agrees on the place.
 */
public interface DataFolder {

	/** System property that chooses the folder; set by {@code --data}. */
	String PROPERTY = "certbench.data";

	/** The folder, absolute; it may not exist yet. */
	Path path();
}
