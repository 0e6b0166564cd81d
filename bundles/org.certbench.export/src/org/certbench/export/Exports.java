package org.certbench.export;

import java.nio.file.Path;
import java.util.List;

/** The formats of this installation: a service that reads {@code org.certbench.export.formats} (I04). Thread-safe. */
public interface Exports {

	/**
	 * A format as its extension describes it.
	 *
	 * @param id     by which it is chosen on the command line
	 * @param name   for people, translated
	 * @param suffix how the name of such a file ends, without the dot
	 */
	record Description(String id, String name, String suffix) {
	}

	/** Those installed, in their order. */
	List<Description> formats();

	/**
	 * The content in a format.
	 *
	 * @param format id of an installed one
	 */
	byte[] export(String format, ExportContent content);

	/**
	 * Writes the content to a file: beside it first, then moved into place, so that whoever reads the
	 * file never sees half of it. A new file is for its owner only; one that is there keeps its mode.
	 *
	 * @param format id of an installed one
	 */
	void save(String format, ExportContent content, Path file) throws ExportNotWritten;
}
