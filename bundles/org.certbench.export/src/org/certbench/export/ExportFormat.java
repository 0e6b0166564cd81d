package org.certbench.export;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes certificates in one format; contributed to the extension point
 * {@code org.certbench.export.formats}. Stateless, for any thread.
 */
@FunctionalInterface
public interface ExportFormat {

	/**
	 * Writes the whole file. Texts for people are in the language of the program.
	 *
	 * @param out flushed and closed by the caller
	 */
	void write(ExportContent content, OutputStream out) throws IOException;
}
