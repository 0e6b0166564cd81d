package org.certbench.reminder;

import java.util.List;

import org.certbench.core.Holder;
import org.certbench.inventory.CertificateLife;

/**
 * Somebody who is reminded by mail.
 *
 * @param address  an e-mail address
 * @param language in which to write
 * @param holders  of whose certificates alone; empty for all. A holder without an application id stands
 *                 for all of that organisation's
 */
public record Addressee(String address, Language language, List<Holder> holders) {

	public Addressee {
		holders = List.copyOf(holders);
	}

	/** Somebody who is reminded of every certificate. */
	public static Addressee ofAll(String address, Language language) {
		return new Addressee(address, language, List.of());
	}

	/** Whether this one is reminded of a certificate. */
	public boolean isTold(CertificateLife certificate) {
		return holders.isEmpty() || certificate.knownHolder()
				.filter(holder -> holders.stream().anyMatch(mine -> covers(mine, holder))).isPresent();
	}

	private static boolean covers(Holder mine, Holder holder) {
		return mine.equals(holder) || mine.application().isEmpty() && mine.identifier().equals(holder.identifier());
	}
}
