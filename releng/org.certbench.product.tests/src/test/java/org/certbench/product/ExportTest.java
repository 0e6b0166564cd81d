package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/** What {@code certbench export} writes, read by other people's libraries (I04, M20). */
class ExportTest {

	@TempDir
	Path home;

	private Product product;
	private Path folder;
	private List<Path> keystores;

	@BeforeEach
	void twoKeystores() throws IOException {
		product = Product.withHome(home);
		folder = home.resolve("keystores, all");
		product.run("demo", "--folder", folder.toString()).expecting(0);
		keystores = Keystores.in(folder);
	}

	@Test
	@DisplayName("I04: the table is read by Commons CSV, a line for each keystore")
	void csv() throws IOException {
		var file = export("csv");

		try (var parsed = CSVParser.parse(Files.readString(file), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
			var rows = parsed.getRecords();
			assertEquals(keystores.stream().map(Path::toString).toList(), rows.stream().map(row -> row.get("file")).toList());
			assertTrue(rows.stream().allMatch(row -> row.get("notAfter").endsWith("Z") && !row.get("state").isEmpty()), rows::toString);
		}
	}

	@Test
	@DisplayName("M20: the calendar is read by ical4j, which finds nothing wrong; each event lasts a day and reminds")
	void calendar() throws Exception {
		var file = export("ics");

		try (var in = Files.newInputStream(file)) {
			var calendar = new CalendarBuilder().build(in);
			assertTrue(calendar.validate().getEntries().isEmpty(), () -> calendar.validate().toString());
			var events = calendar.<VEvent>getComponents(Component.VEVENT);
			assertTrue(!events.isEmpty(), calendar::toString);
			assertTrue(events.stream().allMatch(event -> !event.getAlarms().isEmpty()), calendar::toString);
		}
	}

	@Test
	@DisplayName("the answer tells the file and how many; a new file is for its owner only, one that is there keeps its mode")
	void file() throws IOException {
		var file = home.resolve("metrics.prom");
		var answer = product.run("export", "--format", "prometheus", "--output", file.toString(), "--json", folder.toString())
				.expecting(0).out();
		var document = JsonParser.parseString(answer).getAsJsonObject();
		assertEquals(2, document.get("certificates").getAsInt());
		assertEquals(file.toString(), document.get("file").getAsString());
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		product.run("export", "--format", "prometheus", "--output", file.toString(), folder.toString()).expecting(0);
		assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@Test
	@DisplayName("exit codes: 2 for a format that is not installed, 6 where the file cannot be written, and then nothing is left behind")
	void failures() throws IOException {
		assertTrue(product.run("export", "--format", "xls", folder.toString()).expecting(2).err().contains("prometheus"));
		assertTrue(product.run("export", "--format", "csv", "--output", home.resolve("not there/all.csv").toString(), folder.toString())
				.expecting(6).err().contains("export-not-written"));
		assertTrue(Files.notExists(home.resolve("not there")));
	}

	private Path export(String format) {
		var file = home.resolve("all." + format);
		product.run("export", "--format", format, "--output", file.toString(), folder.toString()).expecting(0);
		return file;
	}
}
