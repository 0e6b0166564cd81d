package org.certbench.export.internal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.certbench.core.Environment;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.export.ExportContent;
import org.certbench.export.ExportFormat;
import org.certbench.export.ExportNotWritten;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.TestLives;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

/** The formats in which certificates are exported (I04). */
class FormatsTest {

	private static final CertificateLife DUE = TestLives.life("PRAKTIJK \"DE LINDE\", GENT", LifeCycleState.RENEWAL_DUE,
			Duration.ofDays(30));
	private static final CertificateLife ESTIMATED = TestLives.life("AMBU C:\\NORTH\nSOUTH", Environment.ACCEPTANCE,
			LifeCycleState.ACTIVE, TestLives.validity(Duration.ofDays(400), Knowledge.ESTIMATED), null);
	private static final CertificateLife DAMAGED = TestLives.damaged(TestLives.life("OLD", LifeCycleState.ACTIVE, Duration.ZERO));
	private static final ExportContent CONTENT = ExportContent.of(TestLives.NOW, List.of(DUE, ESTIMATED, DAMAGED),
			List.of(TestLives.renewal("NEW", DUE.holderName(), Milestone.SENT),
					TestLives.request(DUE.holderName(), Milestone.SENT)));

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);

	@Test
	@DisplayName("I04: CSV has a line for each certificate, with the columns of its head")
	void csv() throws IOException {
		var text = text(new CsvFormat(), CONTENT);
		var head = text.substring(0, text.indexOf("\r\n")).split(",");
		assertEquals(14, head.length);
		assertTrue(text.contains("\"PRAKTIJK \"\"DE LINDE\"\", GENT\""), text);
		assertTrue(text.contains(",renewal-due,2027-04-01T10:00:00Z,2030-03-31T10:00:00Z,verified,30,"), text);
		assertTrue(text.contains("\"AMBU C:\\NORTH\nSOUTH\""), text);
		assertTrue(text.endsWith(",,,,,,,,damaged\r\n"), text);
	}

	@Test
	@DisplayName("I04: no cell of the CSV is a formula for a spreadsheet")
	void noFormula() throws IOException {
		for (var evil : List.of("=HYPERLINK(\"x\")", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "\u200B=1", "\uFF1D1")) {
			var text = text(new CsvFormat(), content(named(evil)));
			assertTrue(text.contains(",'" + evil) || text.contains(",\"'" + evil.replace("\"", "\"\"")), text);
		}
		var past = text(new CsvFormat(), content(TestLives.life("PAST", LifeCycleState.EXPIRED, Duration.ofDays(-5))));
		assertTrue(past.contains(",-5,"), "a number is no formula: " + past);
	}

	@Test
	@DisplayName("I04: JSON has the fields of the command list, moments in whole seconds")
	void json() throws IOException {
		var certificates = JsonParser.parseString(text(new JsonFormat(), CONTENT)).getAsJsonObject().getAsJsonArray("certificates");
		assertEquals(3, certificates.size());
		var first = certificates.get(0).getAsJsonObject();
		assertEquals(List.of("file", "environment", "holder", "holderName", "key", "state", "validity", "daysLeft",
				"renewalWindow", "renewedBy", "unreadable"), List.copyOf(first.keySet()));
		assertEquals("2030-03-31T10:00:00Z", first.getAsJsonObject("validity").get("notAfter").getAsString());
	}

	@Test
	@DisplayName("I04, M20: the calendar has the opening of the window, the last day and the next step of a request")
	void calendar() throws IOException {
		var lines = unfolded(text(new CalendarFormat(), CONTENT));
		var summaries = lines.stream().filter(line -> line.startsWith("SUMMARY:")).toList();
		assertEquals(List.of("SUMMARY:Certificate of PRAKTIJK \"DE LINDE\"\\, GENT: can be renewed from today",
				"SUMMARY:Certificate of PRAKTIJK \"DE LINDE\"\\, GENT: last day",
				"SUMMARY:Certificate of AMBU C:\\\\NORTH\\nSOUTH: can be renewed from today (estimate)",
				"SUMMARY:Certificate of AMBU C:\\\\NORTH\\nSOUTH: last day (estimate)",
				"SUMMARY:Certificate of PRAKTIJK \"DE LINDE\"\\, GENT: complete the request"), summaries);
		assertTrue(lines.contains("DTSTART;VALUE=DATE:20300331"), lines::toString);
		assertTrue(lines.contains("DTEND;VALUE=DATE:20300401"), lines::toString);
		assertEquals(List.of("-P60D", "-P30D", "-P14D", "-P7D"), lines.stream().filter(line -> line.startsWith("TRIGGER:-"))
				.map(line -> line.substring("TRIGGER:".length())).limit(4).toList());
	}

	@Test
	@DisplayName("I04: each line of the calendar is short, and no character is cut in two")
	void folding() throws IOException {
		var name = "ASSOCIATION DES AMBULANCIERS DE LA RÉGION DE LIÈGE ÀÉÈÜÇ ".repeat(4).strip();
		var text = text(new CalendarFormat(), content(TestLives.life(name, LifeCycleState.ACTIVE, Duration.ofDays(200))));
		assertTrue(Arrays.stream(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75), text);
		assertFalse(text.contains("\uFFFD"), text);
		assertFalse(text.replace("\r\n", "").contains("\n"), "no bare line feed");
		assertTrue(unfolded(text).contains("SUMMARY:Certificate of " + name + ": last day"), text);
	}

	@Test
	@DisplayName("I04: importing a later calendar makes no second event")
	void sameEvents() throws IOException {
		var later = new ExportContent(CONTENT.at().plus(Duration.ofDays(3)), CONTENT.certificates(), CONTENT.requests());
		var first = unfolded(text(new CalendarFormat(), CONTENT));
		var second = unfolded(text(new CalendarFormat(), later));
		assertEquals(values("UID", first), values("UID", second));
		assertEquals(values("UID", first).size(), new HashSet<>(values("UID", first)).size());
		assertTrue(Long.parseLong(values("SEQUENCE", first).getFirst()) < Long.parseLong(values("SEQUENCE", second).getFirst()));
	}

	@Test
	@DisplayName("I04: a copy of a keystore is not a second certificate in the calendar")
	void copies() throws IOException {
		var name = "SSIN=85999900178 20270401-101112";
		var one = TestLives.inFile(DUE, name);
		var copy = TestLives.inFile(DUE, "copy/" + name);
		assertEquals(one.identity(), copy.identity());
		assertEquals(2, values("UID", unfolded(text(new CalendarFormat(), content(one, copy)))).size());
	}

	@Test
	@DisplayName("I04: what is over, replaced or unreadable is not in the calendar")
	void overAndDone() throws IOException {
		for (var state : List.of(LifeCycleState.EXPIRED, LifeCycleState.SUPERSEDED, LifeCycleState.REVOKED)) {
			var over = content(TestLives.life("OVER", state, Duration.ofDays(10)), DAMAGED);
			assertEquals(List.of(), values("UID", unfolded(text(new CalendarFormat(), over))));
		}
	}

	@Test
	@DisplayName("I04: the metrics are as Prometheus reads them: told, typed, once, escaped")
	void prometheus() throws IOException {
		var metrics = Metrics.parse(text(new PrometheusFormat(), CONTENT));
		var due = new TreeMap<>(Map.of("environment", "simulator", "file", DUE.file().toString(), "holder",
				DUE.holder().toString(), "name", DUE.holderName()));
		assertEquals(Instant.parse("2030-03-31T10:00:00Z").getEpochSecond(),
				metrics.value("certbench_certificate_not_after_timestamp_seconds", due));
		due.put("state", "renewal-due");
		assertAll(() -> assertEquals(1, metrics.value("certbench_certificate_state_info", due)),
				() -> assertEquals(1, metrics.value("certbench_requests_pending", new TreeMap<>(Map.of("next", "complete")))),
				() -> assertEquals(TestLives.NOW.getEpochSecond(), metrics.value("certbench_export_timestamp_seconds", new TreeMap<>())),
				() -> assertEquals(2, metrics.samples("certbench_certificate_dates_estimated")),
				() -> assertEquals(3, metrics.samples("certbench_keystore_readable")));
	}

	@Test
	@DisplayName("I04: an empty export is a whole file of its format too")
	void nothing() throws IOException {
		var nothing = content();
		assertEquals(1, text(new CsvFormat(), nothing).lines().count());
		assertEquals(List.of("BEGIN:VCALENDAR", "END:VCALENDAR"), unfolded(text(new CalendarFormat(), nothing)).stream()
				.filter(line -> Pattern.matches("(BEGIN|END):.*", line)).toList());
		assertEquals(1, Metrics.parse(text(new PrometheusFormat(), nothing)).samples());
	}

	@Test
	@DisplayName("B05: every text is there in every language")
	void translated() {
		Translations.check(ExportNotWritten.class);
	}

	private static CertificateLife named(String name) {
		return TestLives.inFile(TestLives.life(name, LifeCycleState.ACTIVE, Duration.ofDays(100)), "plain");
	}

	private static ExportContent content(CertificateLife... certificates) {
		return ExportContent.of(TestLives.NOW, List.of(certificates), List.of());
	}

	private static String text(ExportFormat format, ExportContent content) throws IOException {
		var bytes = new ByteArrayOutputStream();
		format.write(content, bytes);
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static List<String> unfolded(String calendar) {
		return List.of(calendar.replace("\r\n ", "").split("\r\n"));
	}

	private static List<String> values(String property, List<String> lines) {
		return lines.stream().filter(line -> line.startsWith(property + ":")).map(line -> line.substring(property.length() + 1))
				.toList();
	}
}
