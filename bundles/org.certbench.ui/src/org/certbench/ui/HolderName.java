package org.certbench.ui;

import org.certbench.core.Holder;
import org.certbench.inventory.CertificateLife;

/**
 * What a holder is called where there is little room: a name and a detail that tells namesakes
 * apart.
 *
 * @param name   the holder's name, with its application id; the number where the name is not known, the file where nothing is
 * @param detail the identifier or its type, whatever the name does not say; may be empty
 */
public record HolderName(String name, String detail) {

	/** The name of a certificate's holder. */
	public static HolderName of(CertificateLife certificate) {
		var holder = certificate.knownHolder();
		if (!certificate.holderName().isEmpty()) {
			return new HolderName(certificate.displayName(), holder.map(Holder::toString).orElse(""));
		}
		return holder.map(HolderName::numberFirst)
				.orElseGet(() -> new HolderName(certificate.file().getFileName().toString(), ""));
	}

	private static HolderName numberFirst(Holder holder) {
		String number = holder.identifier().value();
		return new HolderName(holder.application().map(id -> number + ", " + id).orElse(number), holder.identifier().type());
	}
}
