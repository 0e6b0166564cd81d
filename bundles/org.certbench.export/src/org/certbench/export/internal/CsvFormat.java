package org.certbench.export.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.export.CertificateDocument;
import org.certbench.export.CertificateDocument.Validity;
import org.certbench.export.CertificateDocument.Window;
import org.certbench.export.ExportContent;
import org.certbench.export.ExportFormat;

/**
 * A table (RFC 4180): a line of names, then one for each certificate, in UTF-8, with the fields of the
 * JSON document as columns, in its order. What a spreadsheet would take for a formula begins with an
 * apostrophe, so that it is taken for text.
 *
 * <p>
 * Written here and not by a library: the one that is an OSGI bundle wants two others that are larger
 * than itself, and knows nothing of formulas.
 */
public final class CsvFormat implements ExportFormat {

	private static final List<String> COLUMNS = List.of("file", "environment", "holder", "holderName", "key", "state",
			"notBefore", "notAfter", "knowledge", "daysLeft", "renewalOpens", "renewalCloses", "renewedBy", "unreadable");
	private static final String END_OF_LINE = "\r\n";
	private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|^[\\t\\r\\n].*",
			Pattern.DOTALL);
	private static final Pattern TO_BE_QUOTED = Pattern.compile("[\",\\r\\n]");

	@Override
	public void write(ExportContent content, OutputStream out) throws IOException {
		out.write(line(COLUMNS.stream()).getBytes(StandardCharsets.UTF_8));
		for (var life : content.certificates()) {
			out.write(line(cells(CertificateDocument.of(life, content.at()))).getBytes(StandardCharsets.UTF_8));
		}
	}

	private static Stream<String> cells(CertificateDocument certificate) {
		var validity = Objects.requireNonNullElse(certificate.validity(), new Validity(null, null, null));
		var window = Objects.requireNonNullElse(certificate.renewalWindow(), new Window(null, null));
		return Stream.of(text(certificate.file()), text(certificate.environment()), text(certificate.holder()),
				text(certificate.holderName()), text(certificate.key()), text(certificate.state()),
				moment(validity.notBefore()), moment(validity.notAfter()), text(validity.knowledge()),
				certificate.daysLeft() == null ? "" : certificate.daysLeft().toString(), moment(window.opens()),
				moment(window.closes()), text(certificate.renewedBy()), text(certificate.unreadable()));
	}

	private static String moment(Instant moment) {
		return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	private static String text(Object value) {
		var text = value == null ? "" : value.toString();
		return FORMULA.matcher(text).matches() ? "'" + text : text;
	}

	private static String line(Stream<String> cells) {
		return cells.map(CsvFormat::quoted).collect(Collectors.joining(",", "", END_OF_LINE));
	}

	private static String quoted(String cell) {
		return TO_BE_QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}
}
