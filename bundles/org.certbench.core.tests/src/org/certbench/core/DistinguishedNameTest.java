package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Distinguished names in both directions, and the subjects of holders. */
class DistinguishedNameTest {

	private static final Holder HOLDER = Holder.parse("NIHII-AMBU_SERVICE=79690052");
	private static final List<String> PARTS = List.of("CN=NIHII-AMBU_SERVICE\\=79690052", "OU=eHealth-platform Belgium",
			"OU=AMBULANCE NOWHERE", "OU=NIHII-AMBU_SERVICE\\=79690052", "O=Federal Government", "C=BE");

	@RepeatedTest(10)
	@DisplayName("names are equal as sets: in whatever order the parts stand")
	void anyOrder() {
		var shuffled = new ArrayList<>(PARTS);
		Collections.shuffle(shuffled, new Random());
		var name = DistinguishedName.parse(String.join(",", shuffled));

		assertEquals(new HolderSubject(HOLDER, "Ambulance Nowhere").toDistinguishedName(), name);
		assertEquals(DistinguishedName.parse(String.join(",", PARTS)).hashCode(), name.hashCode());
		assertEquals(Optional.of(new HolderSubject(HOLDER, "AMBULANCE NOWHERE")), HolderSubject.read(name));
	}

	@Test
	void oneMoreOrOneLessPartIsAnotherName() {
		var name = DistinguishedName.parse(String.join(",", PARTS));

		assertNotEquals(name, DistinguishedName.parse(String.join(",", PARTS) + ",L=Nowhere"));
		assertNotEquals(name, DistinguishedName.parse(String.join(",", PARTS.subList(1, PARTS.size()))));
		assertNotEquals(name, DistinguishedName.parse(String.join(",", PARTS).replace("C=BE", "C=FR")));
	}

	@Test
	@DisplayName("a part of a broken certificate's name in which there is nothing is left out, so that the name can be written and read")
	void emptyPart() {
		var der = HexFormat.of().parseHex("300f" + "3100" + "310b3009060355040613024245");

		var name = DistinguishedName.of(new X500Principal(der));

		assertEquals("C=BE", name.toString());
		assertEquals(DistinguishedName.parse("C=BE"), name);
	}

	@Test
	@DisplayName("the order and the encoding of a certificate's name are kept")
	void keptAsItIs() {
		var principal = new X500Principal("C=BE,O=Federal Government,CN=X");

		var name = DistinguishedName.of(principal);

		assertEquals("C=BE,O=Federal Government,CN=X", name.toString());
		assertArrayEquals(principal.getEncoded(), name.toPrincipal().getEncoded());
	}

	@ParameterizedTest
	@DisplayName("what is special in a name is escaped, and comes back as it was")
	@ValueSource(strings = { "A, B", "A+B", "A=B", "A\\B", "\"A\"", "A;B", "<A>", "#A", " A ", "A  B", "Œuvre d'été" })
	void escapes(String value) {
		var name = DistinguishedName.parse("OU=" + DistinguishedName.escape(value) + ",C=BE");

		assertEquals(List.of(value), name.values("OU"));
		assertEquals(name, DistinguishedName.parse(name.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no name at all", "CN=a,,C=BE", "XYZ=1" })
	void notAName(String text) {
		assertThrows(IllegalArgumentException.class, () -> DistinguishedName.parse(text));
	}

	@Test
	@DisplayName("attributes of identity cards are read too, whatever string encodes them")
	void attributesOfCards() {
		var printable = card(new DERPrintableString("85999900118"), new DERIA5String("jane@example.org"));
		var utf8 = card(new DERUTF8String("85999900118"), new DERUTF8String("jane@example.org"));

		assertEquals(List.of("85999900118"), printable.values("SERIALNUMBER"));
		assertEquals(printable, utf8);
	}

	@Test
	@DisplayName("a person is told the common name, and all of a name that has none")
	void commonName() {
		assertEquals("Issuing CA 002", DistinguishedName.parse("C=BE,CN=Issuing CA 002,O=Trust").commonName());
		assertEquals("O=Trust,C=BE", DistinguishedName.parse("O=Trust,C=BE").commonName());
	}

	private static DistinguishedName card(ASN1Encodable serialNumber, ASN1Encodable mail) {
		try {
			return DistinguishedName.of(new X500Principal(new X500NameBuilder().addRDN(BCStyle.C, "BE")
					.addRDN(BCStyle.SERIALNUMBER, serialNumber).addRDN(BCStyle.EmailAddress, mail).build().getEncoded()));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	@DisplayName("a subject with an application id names it in the CN and in an OU of its own")
	void applicationId() {
		var holder = Holder.parse("NIHII-HOSPITAL=79690052,WARD_2");

		var subject = new HolderSubject(holder, "Hôpital Imaginaire").toDistinguishedName();

		assertEquals("CN=NIHII-HOSPITAL\\=79690052\\, WARD_2,OU=eHealth-platform Belgium,OU=HOPITAL IMAGINAIRE,"
				+ "OU=NIHII-HOSPITAL\\=79690052,OU=WARD_2,O=Federal Government,C=BE", subject.toString());
		assertEquals(List.of("NIHII-HOSPITAL=79690052, WARD_2"), subject.values("CN"));
		assertEquals(Optional.of(new HolderSubject(holder, "HOPITAL IMAGINAIRE")), HolderSubject.read(subject));
	}

	@ParameterizedTest
	@DisplayName("M08: names as they are written: upper case, without diacritics")
	@CsvSource({ "Jane Doe, JANE DOE", "Hélène Çelik-Ünal, HELENE CELIK-UNAL", "' José ', JOSE", "ÎLE ÑANDÚ, ILE NANDU" })
	void names(String name, String written) {
		assertEquals(written, HolderSubject.asWritten(name));
		assertEquals(written, new HolderSubject(HOLDER, name).name());
	}

	@ParameterizedTest
	@DisplayName("a name that is not of an eHealth certificate names no holder")
	@ValueSource(strings = { "CN=Jane Doe,C=BE", "C=Dummy", "CN=SITE\\=1234\\, not an id,C=BE", "OU=SITE\\=1234,C=BE" })
	void noHolder(String name) {
		assertTrue(HolderSubject.read(DistinguishedName.parse(name)).isEmpty());
	}
}
