package org.certbench.export.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.certbench.core.Holder;
import org.certbench.core.Knowledge;
import org.certbench.export.ExportContent;
import org.certbench.export.ExportFormat;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/**
 * Gauges in the text format of Prometheus (version 0.0.4), for the textfile collector of its node
 * exporter for instance. Moments are in seconds since 1970.
 */
public final class PrometheusFormat implements ExportFormat {

	private static final List<Gauge> OF_CERTIFICATES = List.of(
			new Gauge("certbench_certificate_not_before_timestamp_seconds", "First moment of the certificate.",
					life -> life.dates().map(dates -> dates.notBefore().getEpochSecond())),
			new Gauge("certbench_certificate_not_after_timestamp_seconds", "Last moment of the certificate.",
					life -> life.dates().map(dates -> dates.notAfter().getEpochSecond())),
			new Gauge("certbench_certificate_dates_estimated", "1 where the moments are an estimate, nobody has checked them.",
					life -> life.dates().map(dates -> dates.knowledge() == Knowledge.ESTIMATED ? 1L : 0L)),
			new Gauge("certbench_certificate_renewal_opens_timestamp_seconds", "From when on the certificate can be renewed.",
					life -> life.renewalWindow().map(window -> window.opens().getEpochSecond())),
			new Gauge("certbench_certificate_in_use", "1 where software can still work with the certificate.",
					life -> Optional.of(life.unreadable().isEmpty() && life.state().isInUse() ? 1L : 0L)),
			new Gauge("certbench_keystore_readable", "1 where the keystore's file is there and can be read.",
					life -> Optional.of(life.unreadable().isEmpty() && !life.isMissing() ? 1L : 0L)));

	/** A number for each certificate that has it. */
	private record Gauge(String name, String help, Function<CertificateLife, Optional<Long>> value) {
	}

	@Override
	public void write(ExportContent content, OutputStream out) throws IOException {
		var text = new StringBuilder();
		for (var gauge : OF_CERTIFICATES) {
			head(gauge.name(), gauge.help(), text);
			for (var life : content.certificates()) {
				gauge.value().apply(life).ifPresent(value -> sample(gauge.name(), labels(life), value, text));
			}
		}
		states(content, text);
		requests(content, text);
		var exported = "certbench_export_timestamp_seconds";
		head(exported, "When these metrics were written.", text);
		sample(exported, Map.of(), content.at().getEpochSecond(), text);
		out.write(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static void states(ExportContent content, StringBuilder text) {
		var name = "certbench_certificate_state_info";
		head(name, "Where the certificate stands in its life, as a label; always 1.", text);
		content.certificates().stream().filter(life -> life.unreadable().isEmpty()).forEach(life -> {
			var labels = labels(life);
			labels.put("state", life.state().id());
			sample(name, labels, 1, text);
		});
	}

	private static void requests(ExportContent content, StringBuilder text) {
		var name = "certbench_requests_pending";
		head(name, "Requests under way, by what is to be done next.", text);
		content.requests().stream().collect(Collectors.groupingBy(PrometheusFormat::step, TreeMap::new, Collectors.counting()))
				.forEach((step, count) -> sample(name, Map.of("next", step), count, text));
	}

	private static String step(RequestRecord request) {
		return request.next().map(PrometheusFormat::word).orElse("");
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Map<String, String> labels(CertificateLife life) {
		var labels = new TreeMap<String, String>();
		labels.put("environment", life.environment().id());
		labels.put("file", life.file().toString());
		labels.put("holder", life.knownHolder().map(Holder::toString).orElse(""));
		labels.put("name", life.holderName());
		return labels;
	}

	private static void head(String name, String help, StringBuilder text) {
		text.append("# HELP ").append(name).append(' ').append(help).append('\n');
		text.append("# TYPE ").append(name).append(" gauge\n");
	}

	private static void sample(String name, Map<String, String> labels, long value, StringBuilder text) {
		text.append(name);
		if (!labels.isEmpty()) {
			text.append(labels.entrySet().stream().map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
					.collect(Collectors.joining(",", "{", "}")));
		}
		text.append(' ').append(value).append('\n');
	}

	private static String escaped(String value) {
		return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
	}
}
