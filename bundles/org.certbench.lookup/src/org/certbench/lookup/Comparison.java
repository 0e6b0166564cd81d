package org.certbench.lookup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.authority.CertificateRecord;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.inventory.CertificateLife;
import org.certbench.lookup.Answers.Said;
import org.certbench.lookup.internal.Differences;

/**
 * What an authority knows beside what is here (B06): a row for each certificate that is known there
 * or here. Pure: values in, values out; nobody is asked.
 *
 * @param rows those with differences first, then by holder
 */
public record Comparison(List<Row> rows) {

	/**
	 * A certificate as it is known there and here.
	 *
	 * @param environment where
	 * @param holder      whom it is for
	 * @param holderName  the name, or empty
	 * @param record      what the authority knows of it, or null
	 * @param life        its keystore here, or null
	 * @param published   what is published for its holder, or null where nobody asked
	 * @param said        the last moment at which the authority said anything of this
	 * @param differences none where both agree
	 */
	public record Row(Environment environment, Holder holder, String holderName, CertificateRecord record,
			CertificateLife life, PublishedToken published, Instant said, List<Difference> differences) {

		public Row {
			differences = List.copyOf(differences);
		}

		/** What the authority knows of it. */
		public Optional<CertificateRecord> there() {
			return Optional.ofNullable(record);
		}

		/** Its keystore. */
		public Optional<CertificateLife> here() {
			return Optional.ofNullable(life);
		}

		/** What is published for its holder, where it was asked for. */
		public Optional<PublishedToken> token() {
			return Optional.ofNullable(published);
		}

		/** Its keystore's file. */
		public Optional<Path> file() {
			return here().map(CertificateLife::file);
		}
	}

	public Comparison {
		rows = List.copyOf(rows);
	}

	/**
	 * Compares.
	 *
	 * @param answers what the authorities said
	 * @param here    every known keystore
	 */
	public static Comparison of(Answers answers, List<CertificateLife> here) {
		var rows = Stream.of(Environment.values()).flatMap(environment -> rows(environment, answers,
				here.stream().filter(life -> life.environment() == environment).toList()).stream());
		return new Comparison(rows.sorted(Comparator.comparing((Row row) -> row.differences().isEmpty())
				.thenComparing(row -> row.holder().toString())
				.thenComparing(row -> row.file().map(Path::toString).orElse(""))).toList());
	}

	private static List<Row> rows(Environment environment, Answers answers, List<CertificateLife> here) {
		var rows = new ArrayList<Row>();
		var told = answers.certificates(environment);
		var seen = new HashSet<CertificateRecord>();
		for (var life : here) {
			var record = life.keyIdentifier().map(told::get);
			record.ifPresent(said -> seen.add(said.what()));
			var holder = life.knownHolder().or(() -> record.map(said -> said.what().holder()));
			if (holder.filter(each -> record.isPresent() || answers.isAbout(environment, each)).isPresent()) {
				rows.add(row(environment, holder.get(), record, life, answers));
			}
		}
		told.values().stream().filter(said -> !seen.contains(said.what()))
				.forEach(said -> rows.add(row(environment, said.what().holder(), Optional.of(said), null, answers)));
		return rows;
	}

	private static Row row(Environment environment, Holder holder, Optional<Said<CertificateRecord>> record,
			CertificateLife life, Answers answers) {
		var token = answers.token(environment, holder);
		var complete = answers.completeFor(environment, holder);
		var differences = new Differences(record, Optional.ofNullable(life), token, complete).find();
		var said = Stream.of(record.map(Said::asOf), token.map(Said::asOf), complete.map(Answer::asOf))
				.flatMap(Optional::stream).max(Comparator.naturalOrder()).orElseThrow();
		var name = life != null && !life.holderName().isEmpty() ? life.holderName()
				: record.map(known -> known.what().holderName()).orElse("");
		return new Row(environment, holder, name, record.map(Said::what).orElse(null), life,
				token.map(Said::what).orElse(null), said, differences);
	}

	/** The rows of this environment only. */
	public Comparison in(Environment environment) {
		return new Comparison(rows.stream().filter(row -> row.environment() == environment).toList());
	}

	/** The rows about which this answer says something. */
	public Comparison about(Answer answer) {
		return new Comparison(in(answer.environment()).rows().stream().filter(row -> answer.isAbout(row.holder())).toList());
	}

	/** Whether somebody has to do something about a difference. */
	public boolean needsAction() {
		return rows.stream().flatMap(row -> row.differences().stream()).anyMatch(Difference::needsAction);
	}
}
