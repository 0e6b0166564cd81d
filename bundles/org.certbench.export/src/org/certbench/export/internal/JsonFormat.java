package org.certbench.export.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.certbench.export.CertificatesDocument;
import org.certbench.export.ExportContent;
import org.certbench.export.ExportFormat;
import org.certbench.export.Json;

/** The same JSON document as {@code certbench list --json}. */
public final class JsonFormat implements ExportFormat {

	@Override
	public void write(ExportContent content, OutputStream out) throws IOException {
		var document = CertificatesDocument.of(content.certificates(), content.at());
		out.write((Json.write(document) + "\n").getBytes(StandardCharsets.UTF_8));
	}
}
