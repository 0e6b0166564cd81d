package org.certbench.ehealth;

import java.util.Map;

/** The XML namespaces of the eHealth services, and the prefixes with which they are written. */
public final class Namespaces {

	/** CertRA v2: requests, responses and their children. */
	public static final String CERTRA = "urn:be:fgov:ehealth:certra:protocol:v2";
	/** CertRA v2: what is inside those children. */
	public static final String CERTRA_CORE = "urn:be:fgov:ehealth:certra:core:v2";
	/** EtkRA v2. */
	public static final String ETKRA = "urn:be:fgov:ehealth:etkra:protocol:v2";
	/** EtkDepot v1. */
	public static final String ETKDEPOT = "urn:be:fgov:ehealth:etkdepot:1_0:protocol";
	/** Identifiers, actors and the status of a response. */
	public static final String COMMONS = "urn:be:fgov:ehealth:commons:core:v2";
	/** The status of EtkDepot v1's response; its children are unqualified. */
	public static final String COMMONS_V1 = "urn:be:fgov:ehealth:commons:1_0:core";
	/** The errors inside a status' detail; the root's children are unqualified. */
	public static final String ETEE = "urn:be:fgov:ehealth:etee:commons:core:v2";
	/** SOAP 1.1 envelopes. */
	public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
	/** XML signatures. */
	public static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
	/** {@code xsi:nil}. */
	public static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
	/** {@code xml:lang}; its prefix needs no declaration. */
	public static final String XML = "http://www.w3.org/XML/1998/namespace";

	private static final Map<String, String> PREFIXES = Map.ofEntries(Map.entry(CERTRA, "certra"),
			Map.entry(CERTRA_CORE, "certracore"), Map.entry(ETKRA, "etkra"), Map.entry(ETKDEPOT, "etkdepot"),
			Map.entry(COMMONS, "commons"), Map.entry(COMMONS_V1, "c1"), Map.entry(ETEE, "etee"), Map.entry(SOAP, "soap"),
			Map.entry(SIGNATURE, "ds"), Map.entry(SCHEMA_INSTANCE, "xsi"), Map.entry(XML, "xml"));

	private Namespaces() {
	}

	/**
	 * The prefix with which we write a namespace.
	 *
	 * @throws IllegalArgumentException for a namespace that is none of these
	 */
	public static String prefix(String namespace) {
		var prefix = PREFIXES.get(namespace);
		if (prefix == null) {
			throw new IllegalArgumentException("no prefix for " + namespace);
		}
		return prefix;
	}
}
