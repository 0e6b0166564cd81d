/**
 * The certificates found, for other programs. Begin at the service {@link Exports}; a format of one's own is an
 * {@link ExportFormat}, contributed to the extension point {@code org.certbench.export.formats}. The records
 * named {@code …Document} are what JSON shows: the names of their fields are stable.
 */
package org.certbench.export;
