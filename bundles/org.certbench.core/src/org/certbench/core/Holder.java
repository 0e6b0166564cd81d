package org.certbench.core;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom a certificate belongs to: a natural person, or an organisation, the latter perhaps with
 * an application id that tells its (at most ten) certificates apart.
 *
 * @param identifier    who
 * @param applicationId {@code [0-9A-Z_-]{1,30}}, or empty for none; persons have none
 */
public record Holder(Identifier identifier, String applicationId) {

	private static final Pattern APPLICATION_ID = Pattern.compile("[0-9A-Z_-]{1,30}");

	public Holder {
		Objects.requireNonNull(identifier);
		if (!applicationId.isEmpty() && !APPLICATION_ID.matcher(applicationId).matches()) {
			throw new IllegalArgumentException("not an application id: " + applicationId);
		}
	}

	/** A holder without an application id. */
	public static Holder of(Identifier identifier) {
		return new Holder(identifier, "");
	}

	/**
	 * Reads {@code TYPE=ID} or {@code TYPE=ID,APPID}, as on the command line and in names of files.
	 *
	 * @throws IllegalArgumentException where the text is not of that form
	 */
	public static Holder parse(String text) {
		int comma = text.indexOf(',');
		return comma < 0 ? of(Identifier.parse(text))
				: new Holder(Identifier.parse(text.substring(0, comma)), text.substring(comma + 1).strip());
	}

	/** The application id, where there is one. */
	public Optional<String> application() {
		return applicationId.isEmpty() ? Optional.empty() : Optional.of(applicationId);
	}

	/**
	 * What to call it: its name, with the application id that tells its certificates apart.
	 *
	 * @param name empty where it is not known: the holder itself is named then
	 */
	public String named(String name) {
		return name.isEmpty() ? toString() : application().map(id -> name + ", " + id).orElse(name);
	}

	/** {@code TYPE=ID} or {@code TYPE=ID,APPID}. */
	@Override
	public String toString() {
		return application().map(id -> identifier + "," + id).orElseGet(identifier::toString);
	}
}
