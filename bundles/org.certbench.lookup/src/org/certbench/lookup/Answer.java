package org.certbench.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.CertificateRecord;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;

/**
 * What an authority answered to one look-up. It holds nothing secret, and is kept on disk.
 *
 * @param environment  which authority
 * @param asOf         when it said so
 * @param person       who asked for all certificates, or null where one keystore or holder was asked about
 * @param represented  the holders for whom that person may order
 * @param certificates what it knows of them
 * @param tokens       what it publishes
 */
public record Answer(Environment environment, Instant asOf, Identifier person, List<Holder> represented,
		List<CertificateRecord> certificates, List<PublishedToken> tokens) {

	public Answer {
		represented = List.copyOf(represented);
		certificates = List.copyOf(certificates);
		tokens = List.copyOf(tokens);
	}

	/** Who asked, where it was a person about all certificates. */
	public Optional<Identifier> asker() {
		return Optional.ofNullable(person);
	}

	/** Whether it tells all certificates that a person ordered, and this holder is one for whom that person orders. */
	public boolean isCompleteFor(Holder holder) {
		return person != null && represented.stream().anyMatch(each -> each.identifier().equals(holder.identifier()));
	}

	/** Whether it says anything about this holder. */
	public boolean isAbout(Holder holder) {
		return isCompleteFor(holder) || certificates.stream().anyMatch(each -> each.holder().equals(holder))
				|| tokens.stream().anyMatch(each -> each.holder().equals(holder));
	}
}
