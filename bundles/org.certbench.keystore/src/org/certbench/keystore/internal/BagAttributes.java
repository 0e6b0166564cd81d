package org.certbench.keystore.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** The attributes of a bag (RFC 7292 section 4.2): those we know by name, and all others as they are. */
record BagAttributes(Map<ASN1ObjectIdentifier, ASN1Set> values) {

	static final BagAttributes NONE = new BagAttributes(Map.of());

	/** Oracle's mark of a certificate that is an entry of its own: without it the JDK shows none. */
	private static final ASN1ObjectIdentifier TRUSTED_KEY_USAGE = new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");
	private static final ASN1ObjectIdentifier FRIENDLY_NAME = PKCSObjectIdentifiers.pkcs_9_at_friendlyName;
	private static final ASN1ObjectIdentifier LOCAL_KEY_ID = PKCSObjectIdentifiers.pkcs_9_at_localKeyId;
	/** How the JDK writes the moment of a key's making into its localKeyID. */
	private static final String TIME = "Time ";
	private static final long LAST_MOMENT = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

	static BagAttributes of(ASN1Set set) {
		var values = new LinkedHashMap<ASN1ObjectIdentifier, ASN1Set>();
		if (set != null) {
			for (ASN1Encodable each : set) {
				var attribute = Attribute.getInstance(each);
				values.put(attribute.getAttrType(), attribute.getAttrValues());
			}
		}
		return new BagAttributes(values);
	}

	/** The friendlyName; an empty string for none. */
	String alias() {
		return first(FRIENDLY_NAME).filter(ASN1String.class::isInstance).map(name -> ((ASN1String) name).getString())
				.orElse("");
	}

	boolean hasAlias(String alias) {
		return alias().equalsIgnoreCase(alias);
	}

	boolean hasSameKeyId(BagAttributes other) {
		return keyId().isPresent() && other.keyId().filter(id -> Arrays.equals(id, keyId().get())).isPresent();
	}

	boolean isTrusted() {
		return values.containsKey(TRUSTED_KEY_USAGE);
	}

	/** When the key was made, where the localKeyID says so in the JDK's way. */
	Optional<Instant> created() {
		return keyId().map(id -> new String(id, StandardCharsets.UTF_8))
				.filter(id -> id.matches(TIME + "\\d{1,15}"))
				.flatMap(id -> moment(Long.parseLong(id.substring(TIME.length()))));
	}

	/** A moment in milliseconds since 1970, as files have it; nothing for one that no calendar shows. */
	static Optional<Instant> moment(long milliseconds) {
		return milliseconds < 0 || milliseconds > LAST_MOMENT ? Optional.empty()
				: Optional.of(Instant.ofEpochMilli(milliseconds));
	}

	BagAttributes withAlias(String alias) {
		return with(FRIENDLY_NAME, new DERBMPString(alias));
	}

	BagAttributes withCreated(Instant moment) {
		return with(LOCAL_KEY_ID, new DEROctetString((TIME + moment.toEpochMilli()).getBytes(StandardCharsets.UTF_8)));
	}

	BagAttributes trusted() {
		return with(TRUSTED_KEY_USAGE, KeyPurposeId.anyExtendedKeyUsage);
	}

	/** Null for none, as the structure wants it. */
	ASN1Set toSet() {
		if (values.isEmpty()) {
			return null;
		}
		var vector = new ASN1EncodableVector();
		values.forEach((type, value) -> vector.add(new Attribute(type, value)));
		return new DERSet(vector);
	}

	private Optional<byte[]> keyId() {
		return first(LOCAL_KEY_ID).filter(ASN1OctetString.class::isInstance).map(id -> ((ASN1OctetString) id).getOctets());
	}

	private Optional<ASN1Encodable> first(ASN1ObjectIdentifier type) {
		return Optional.ofNullable(values.get(type)).filter(set -> set.size() > 0).map(set -> set.getObjectAt(0));
	}

	private BagAttributes with(ASN1ObjectIdentifier type, ASN1Encodable value) {
		var changed = new LinkedHashMap<>(values);
		changed.put(type, new DERSet(value));
		return new BagAttributes(changed);
	}
}
