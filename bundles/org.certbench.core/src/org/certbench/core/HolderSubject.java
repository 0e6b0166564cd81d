package org.certbench.core;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a holder stands in the subject of an eHealth certificate:
 * {@code CN=TYPE=ID, OU=eHealth-platform Belgium, OU=NAME, OU=TYPE=ID, O=Federal Government, C=BE},
 * with an application id {@code CN=TYPE=ID\, APPID} and one more {@code OU=APPID}. Real
 * certificates have these parts in various orders, so reading relies on no order.
 *
 * @param holder whom the certificate belongs to
 * @param name   the holder's name as certificates write it: upper case, no diacritics; empty
 *               where the subject had none
 */
public record HolderSubject(Holder holder, String name) {

	private static final String PLATFORM = "eHealth-platform Belgium";

	public HolderSubject {
		name = asWritten(name);
	}

	/** A name as it will be written in the certificate (M08): upper case, no diacritics. */
	public static String asWritten(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toUpperCase(Locale.ROOT)
				.strip();
	}

	/** The holder that a subject names, where it is the subject of an eHealth certificate. */
	public static Optional<HolderSubject> read(DistinguishedName subject) {
		return subject.values("CN").stream().filter(cn -> cn.indexOf('=') > 0).findFirst()
				.flatMap(cn -> read(cn, subject.values("OU")));
	}

	private static Optional<HolderSubject> read(String commonName, List<String> units) {
		try {
			var holder = Holder.parse(commonName);
			var name = units.stream()
					.filter(unit -> !unit.equals(PLATFORM) && !unit.equals(holder.identifier().toString())
							&& !unit.equals(holder.applicationId()))
					.findFirst().orElse("");
			return Optional.of(new HolderSubject(holder, name));
		} catch (IllegalArgumentException notOurs) {
			return Optional.empty();
		}
	}

	/** The subject, in the order in which new certificates have it. */
	public DistinguishedName toDistinguishedName() {
		var identifier = holder.identifier().toString();
		var text = new StringBuilder("CN=")
				.append(DistinguishedName.escape(holder.application().map(id -> identifier + ", " + id).orElse(identifier)))
				.append(",OU=").append(PLATFORM);
		if (!name.isEmpty()) {
			text.append(",OU=").append(DistinguishedName.escape(name));
		}
		text.append(",OU=").append(DistinguishedName.escape(identifier));
		holder.application().ifPresent(id -> text.append(",OU=").append(DistinguishedName.escape(id)));
		return DistinguishedName.parse(text.append(",O=Federal Government,C=BE").toString());
	}
}
