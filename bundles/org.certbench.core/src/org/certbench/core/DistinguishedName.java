package org.certbench.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.naming.InvalidNameException;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * A distinguished name, kept in the order in which it was written and compared as a <em>set</em>
 * of relative names: real certificates of one holder order them in different ways.
 */
public final class DistinguishedName {

	/**
	 * Attributes of identity cards and old certificates which RFC 2253 has no word for: without one
	 * their values would be hexadecimal, and differ where only the encoding of the string does.
	 */
	private static final Map<String, String> KEYWORDS = Map.of("2.5.4.5", "SERIALNUMBER", "2.5.4.4", "SURNAME",
			"2.5.4.42", "GIVENNAME", "2.5.4.12", "T", "1.2.840.113549.1.9.1", "EMAILADDRESS");

	private final X500Principal principal;
	/** Most significant last, as RFC 2253 writes it. */
	private final List<Rdn> rdns;

	private DistinguishedName(X500Principal principal) {
		this.principal = principal;
		this.rdns = relativeNames(principal.getName(X500Principal.RFC2253, KEYWORDS)).stream()
				.map(DistinguishedName::relativeName).toList();
	}

	private static Rdn relativeName(String text) {
		try {
			return new Rdn(text);
		} catch (InvalidNameException e) {
			throw new IllegalArgumentException("not a distinguished name: " + text, e);
		}
	}

	/** The parts of a name between its commas, without those in which there is nothing: broken certificates have some. */
	private static List<String> relativeNames(String name) {
		var parts = new ArrayList<String>();
		int from = 0;
		for (int at = 0; at <= name.length(); at++) {
			if (at == name.length() || name.charAt(at) == ',') {
				if (at > from) {
					parts.add(name.substring(from, at));
				}
				from = at + 1;
			} else if (name.charAt(at) == '\\') {
				at++;
			}
		}
		return parts;
	}

	/**
	 * Reads the string form of RFC 2253 or RFC 4514, the most specific part first.
	 *
	 * @throws IllegalArgumentException where the text is not such a name
	 */
	public static DistinguishedName parse(String text) {
		return new DistinguishedName(new X500Principal(text));
	}

	/** The name of a certificate's subject or issuer. */
	public static DistinguishedName of(X500Principal principal) {
		return new DistinguishedName(principal);
	}

	/** Quotes a value so that it can stand in a name (RFC 4514 section 2.4). */
	public static String escape(String value) {
		return Rdn.escapeValue(value);
	}

	/**
	 * The values of an attribute such as {@code OU} or {@code SERIALNUMBER}, in the order of the name.
	 */
	public List<String> values(String attribute) {
		return rdns.stream().filter(rdn -> rdn.getType().equalsIgnoreCase(attribute))
				.map(rdn -> String.valueOf(rdn.getValue())).toList();
	}

	/** What a person calls it: its common name, or the whole where it has none. */
	public String commonName() {
		return values("CN").stream().findFirst().orElseGet(this::toString);
	}

	/** The same name for the classes of the JDK, in its original order and encoding. */
	public X500Principal toPrincipal() {
		return principal;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DistinguishedName name && rdns.size() == name.rdns.size()
				&& asSet().equals(name.asSet());
	}

	@Override
	public int hashCode() {
		return asSet().hashCode();
	}

	/** RFC 2253, in the original order. */
	@Override
	public String toString() {
		return String.join(",", relativeNames(principal.getName(X500Principal.RFC2253)));
	}

	private Set<Rdn> asSet() {
		return new HashSet<>(rdns);
	}
}
