package org.certbench.export.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import org.certbench.core.Contributions;
import org.certbench.core.PrivateFiles;
import org.certbench.export.ExportContent;
import org.certbench.export.ExportFormat;
import org.certbench.export.ExportNotWritten;
import org.certbench.export.Exports;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The formats that bundles contribute. */
@Component
public final class InstalledExports implements Exports {

	private static final String POINT = "org.certbench.export.formats";

	private final Contributions<ExportFormat> formats;

	@Activate
	public InstalledExports(@Reference IExtensionRegistry registry) {
		formats = Contributions.read(registry, POINT, ExportFormat.class);
	}

	@Override
	public List<Description> formats() {
		return formats.all().stream().map(each -> new Description(each.id(), each.name(), each.attribute("suffix"))).toList();
	}

	@Override
	public byte[] export(String format, ExportContent content) {
		var bytes = new ByteArrayOutputStream();
		try {
			formats.get(format).instance().write(content, bytes);
		} catch (IOException e) {
			throw new UncheckedIOException("memory cannot be written to", e);
		}
		return bytes.toByteArray();
	}

	@Override
	public void save(String format, ExportContent content, Path file) throws ExportNotWritten {
		byte[] bytes = export(format, content);
		try {
			PrivateFiles.writeLikeBefore(file, bytes);
		} catch (IOException e) {
			throw new ExportNotWritten(file, e);
		}
	}
}
