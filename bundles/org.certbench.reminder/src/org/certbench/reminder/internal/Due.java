package org.certbench.reminder.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.RenewalWindow;
import org.certbench.inventory.CertificateLife;
import org.certbench.reminder.Reminder;

/** Which certificates are to be reminded of at a moment, whoever was told already. */
final class Due {

	private Due() {
	}

	/** The most urgent first; copies of a keystore once. */
	static List<Reminder> of(List<CertificateLife> certificates, List<Integer> thresholds, Instant now) {
		var known = new HashSet<String>();
		return certificates.stream().filter(Due::matters).filter(life -> known.add(life.identity()))
				.flatMap(life -> reminder(life, thresholds, now)).sorted(Comparator.comparingLong(Reminder::daysLeft)).toList();
	}

	/** Not what is over or was replaced, and not what nobody can read. */
	private static boolean matters(CertificateLife life) {
		return life.unreadable().isEmpty() && !life.isMissing() && !life.state().isFinal();
	}

	private static Stream<Reminder> reminder(CertificateLife life, List<Integer> thresholds, Instant now) {
		return life.dates().stream().map(dates -> new RenewalWindow(dates.notBefore(), dates.notAfter()).daysLeft(now))
				.filter(left -> left >= 0).flatMap(left -> thresholds.stream().filter(threshold -> left <= threshold)
						.min(Comparator.naturalOrder()).stream().map(threshold -> new Reminder(life, threshold, left)));
	}
}
