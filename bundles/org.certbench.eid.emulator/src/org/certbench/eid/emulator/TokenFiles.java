package org.certbench.eid.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * The files in which a card describes itself to software that knows tokens in general (PKCS#15): what
 * OpenSC reads before it uses a card.
 */
final class TokenFiles {

	private static final String FOLDER = "3F00DF00";
	private static final byte[] PIN_ID = { 1 };
	private static final int KEY_BITS = 2048;
	private static final byte[] AUTHENTICATION = { 2 };
	private static final byte[] SIGNATURE = { 3 };

	private TokenFiles() {
	}

	/** By their paths, for a card with RSA keys. */
	static Map<String, byte[]> of(byte[] chipNumber) throws IOException {
		return Map.of("2F00", directory(), "DF005031", objects(), "DF005032", token(chipNumber), "DF005034", pins(),
				"DF005035", keys(), "DF005037", certificates());
	}

	private static byte[] directory() {
		return HexFormat.of().parseHex("61" + "1C" + "4F0C" + "A000000177504B43532D3135" + "5006"
				+ HexFormat.of().formatHex("BELPIC".getBytes(StandardCharsets.US_ASCII)) + "5104" + FOLDER);
	}

	private static byte[] objects() throws IOException {
		return concatenate(tagged(0, path("5035")), tagged(4, path("5037")), tagged(8, path("5034")));
	}

	private static byte[] token(byte[] chipNumber) throws IOException {
		return new DERSequence(new ASN1Encodable[] { new ASN1Integer(0), new DEROctetString(chipNumber),
				new DERTaggedObject(false, 0, new DERUTF8String("BELPIC")), bits(0x04, 0x10) }).getEncoded();
	}

	private static byte[] pins() throws IOException {
		var attributes = sequence(bits(0x02, 0x0C), new ASN1Enumerated(0), new ASN1Integer(4), new ASN1Integer(8),
				new ASN1Integer(12), new DERTaggedObject(false, 0, new ASN1Integer(1)),
				new DEROctetString(new byte[] { (byte) 0xFF }), path(""));
		return sequence(sequence(new DERUTF8String("Basic PIN"), bits(0x06, 0xC0)),
				sequence(new DEROctetString(PIN_ID)), new DERTaggedObject(true, 1, attributes)).getEncoded();
	}

	private static byte[] keys() throws IOException {
		return concatenate(key("Authentication", AUTHENTICATION, bits(0x05, 0x20), CardContent.AUTHENTICATION_KEY, false),
				key("Signature", SIGNATURE, bits(0x06, 0x00, 0x40), CardContent.SIGNATURE_KEY, true));
	}

	private static DERSequence key(String label, byte[] id, DERBitString usage, int reference, boolean consent) {
		var object = consent
				? sequence(new DERUTF8String(label), bits(0x06, 0xC0), new DEROctetString(PIN_ID), new ASN1Integer(1))
				: sequence(new DERUTF8String(label), bits(0x06, 0xC0), new DEROctetString(PIN_ID));
		return sequence(object,
				sequence(new DEROctetString(id), usage, bits(0x03, 0xB8), new ASN1Integer(reference)),
				new DERTaggedObject(true, 1, sequence(path(""), new ASN1Integer(KEY_BITS))));
	}

	private static byte[] certificates() throws IOException {
		return concatenate(certificate("Authentication", AUTHENTICATION, "5038", false),
				certificate("Signature", SIGNATURE, "5039", false),
				certificate("CA", new byte[] { 4 }, "503A", true),
				certificate("Root", new byte[] { 6 }, "503B", true));
	}

	private static DERSequence certificate(String label, byte[] id, String file, boolean authority) {
		return sequence(sequence(new DERUTF8String(label), bits(0x06, 0x00)),
				authority ? sequence(new DEROctetString(id), ASN1Boolean.TRUE) : sequence(new DEROctetString(id)),
				new DERTaggedObject(true, 1, sequence(path(file))));
	}

	private static DERSequence path(String file) {
		return sequence(new DEROctetString(HexFormat.of().parseHex(FOLDER + file)));
	}

	private static DERTaggedObject tagged(int number, ASN1Encodable content) {
		return new DERTaggedObject(true, number, content);
	}

	private static DERBitString bits(int unused, int... bytes) {
		var all = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			all[i] = (byte) bytes[i];
		}
		return new DERBitString(all, unused);
	}

	private static DERSequence sequence(ASN1Encodable... elements) {
		return new DERSequence(elements);
	}

	private static byte[] concatenate(ASN1Encodable... elements) throws IOException {
		var all = new ByteArrayOutputStream();
		for (var element : elements) {
			all.write(element.toASN1Primitive().getEncoded());
		}
		return all.toByteArray();
	}
}
