package org.certbench.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.certbench.export.ExportContent;
import org.certbench.export.ExportNotWritten;
import org.certbench.export.Exports;
import org.certbench.testing.TestLives;
import org.certbench.testing.TestRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installed formats, and how their files are written. */
class InstalledExportsTest {

	private static final ExportContent NOTHING = ExportContent.of(TestLives.NOW, List.of(), List.of());

	@TempDir
	private Path folder;

	private final Exports exports = new InstalledExports(new TestRegistry(InstalledExportsTest.class.getClassLoader())
			.with("org.certbench.export", "<extension-point id='formats' name='Formats of exports'/>")
			.with("org.example.vendor", """
					<extension point="org.certbench.export.formats">
					  <format id="json" name="Data" order="2" suffix="json" class="org.certbench.export.internal.JsonFormat"/>
					  <format id="csv" name="Table" order="1" suffix="csv" class="org.certbench.export.internal.CsvFormat"/>
					</extension>""").registry());

	@Test
	@DisplayName("W07, I04: formats are contributed, and offered in their order")
	void contributed() {
		assertEquals(List.of(new Exports.Description("csv", "Table", "csv"), new Exports.Description("json", "Data", "json")),
				exports.formats());
		assertThrows(IllegalArgumentException.class, () -> exports.export("xls", NOTHING));
	}

	@Test
	@DisplayName("I04: the file is replaced as a whole, keeps its mode, and leaves nothing beside it")
	void saved() throws Exception {
		var file = folder.resolve("certificates.json");
		exports.save("json", NOTHING, file);
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		Files.writeString(file, "older");

		exports.save("json", NOTHING, file);

		assertTrue(Files.readString(file).contains("\"certificates\": []"));
		assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		try (var all = Files.list(folder)) {
			assertEquals(List.of(file), all.toList());
		}
	}

	@Test
	@DisplayName("I04: where the file cannot be written, what was there stays")
	void notWritten() throws Exception {
		var missing = folder.resolve("missing/certificates.csv");
		assertEquals("export-not-written",
				assertThrows(ExportNotWritten.class, () -> exports.save("csv", NOTHING, missing)).problem());
		Files.createDirectories(folder.resolve("taken.csv/inside"));
		assertThrows(ExportNotWritten.class, () -> exports.save("csv", NOTHING, folder.resolve("taken.csv")));
		assertTrue(Files.isDirectory(folder.resolve("taken.csv/inside")));
	}
}
