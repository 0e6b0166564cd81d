package org.certbench.eid.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.bouncycastle.operator.OperatorCreationException;

/** Makes an emulated card: first what is special about it, then {@link #make()}. Not thread-safe. */
public final class CardMaker {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
	/** The files have a size of their own, whatever is in them. */
	private static final int CERTIFICATE_FILE = 1500;
	private static final int ADDRESS_FILE = 117;

	private final TestAuthority authority;
	private final CardModel model;
	private final Person person;
	private final KeyPair authentication;
	private final KeyPair signature;
	private final byte[] chipNumber = new byte[16];
	private Instant until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(3650, ChronoUnit.DAYS);
	private boolean signatureCertificate = true;
	private String street = "Rue de l'Exemple 1";
	private String streetThatIsSigned = street;
	private String numberOnCard;
	private Person portrayed;
	private Whereabouts revokedAt = Whereabouts.NOWHERE;

	CardMaker(TestAuthority authority, CardModel model, Person person, KeyPair authentication, KeyPair signature) {
		this.authority = authority;
		this.authentication = authentication;
		this.signature = signature;
		this.model = model;
		this.person = person;
		this.numberOnCard = person.number();
		this.portrayed = person;
		new SecureRandom().nextBytes(chipNumber);
	}

	/** A card without certificate for signatures, as a minor has. */
	public CardMaker withoutSignatureCertificate() {
		signatureCertificate = false;
		return this;
	}

	/** The last day of the card and its certificates. */
	public CardMaker validUntil(Instant end) {
		until = end.truncatedTo(ChronoUnit.SECONDS);
		return this;
	}

	/** Another number of the national register than the one that is signed. */
	public CardMaker forgedNumber(String number) {
		numberOnCard = number;
		return this;
	}

	/** Another street than the one that is signed. */
	public CardMaker forgedStreet(String other) {
		street = other;
		return this;
	}

	/** Where the list of revoked certificates is; else its certificates name none. */
	public CardMaker withList(URI list) {
		revokedAt = new Whereabouts(Optional.of(list), revokedAt.service());
		return this;
	}

	/** Where the OCSP responder is; else its certificates name none. */
	public CardMaker withResponder(URI service) {
		revokedAt = new Whereabouts(revokedAt.list(), Optional.of(service));
		return this;
	}

	/** The photo of another person than the one whose photo's digest is signed. */
	public CardMaker forgedPhoto(Person other) {
		portrayed = other;
		return this;
	}

	/** The card. */
	public EmulatedCard make() {
		return new EmulatedCard(content());
	}

	/** What would be on the card, for a token that has the same keys. */
	public List<TokenKey> tokenKeys() {
		try {
			return List.of(
					new TokenKey("Authentication", authentication.getPrivate(), List.of(
							authority.citizen(person, TestAuthority.Use.AUTHENTICATION, authentication.getPublic(), until, revokedAt),
							authority.citizenCa(), authority.root())),
					new TokenKey("Signature", signature.getPrivate(), List.of(
							authority.citizen(person, TestAuthority.Use.SIGNATURE, signature.getPublic(), until, revokedAt),
							authority.citizenCa(), authority.root())));
		} catch (GeneralSecurityException | IOException | OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}

	CardContent content() {
		try {
			var files = new HashMap<>(signedFiles());
			putCertificate(files, CardContent.AUTHENTICATION_CERTIFICATE,
					authority.citizen(person, TestAuthority.Use.AUTHENTICATION, authentication.getPublic(), until, revokedAt));
			if (signatureCertificate) {
				putCertificate(files, CardContent.SIGNATURE_CERTIFICATE,
						authority.citizen(person, TestAuthority.Use.SIGNATURE, signature.getPublic(), until, revokedAt));
			}
			putCertificate(files, CardContent.CA_CERTIFICATE, authority.citizenCa());
			putCertificate(files, CardContent.ROOT_CERTIFICATE, authority.root());
			putCertificate(files, CardContent.REGISTER_CERTIFICATE, authority.register().certificate());
			if (!model.isEllipticCurve()) {
				files.putAll(TokenFiles.of(chipNumber));
			}
			return new CardContent(model, chipNumber, files, Map.of(CardContent.AUTHENTICATION_KEY, authentication.getPrivate(),
					CardContent.SIGNATURE_KEY, signature.getPrivate()));
		} catch (GeneralSecurityException | IOException | OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Identity, address and photo; the register signs the identity, and the address together with that signature. */
	private Map<String, byte[]> signedFiles() throws GeneralSecurityException {
		var photo = Portrait.of(person);
		var identitySignature = sign(identity(person.number(), photo));
		var addressSignature = sign(concatenate(address(streetThatIsSigned), identitySignature));
		return Map.of(CardContent.IDENTITY, identity(numberOnCard, photo), CardContent.IDENTITY_SIGNATURE,
				identitySignature, CardContent.ADDRESS, Arrays.copyOf(address(street), ADDRESS_FILE),
				CardContent.ADDRESS_SIGNATURE, addressSignature, CardContent.PHOTO, Portrait.of(portrayed));
	}

	private byte[] identity(String number, byte[] photo) throws GeneralSecurityException {
		var end = LocalDate.ofInstant(until, ZoneOffset.UTC);
		return new TagLengthValues().add(0x01, person.cardNumber())
				.add(0x02, chipNumber).add(0x03, end.minusYears(10).format(DAY))
				.add(0x04, end.format(DAY)).add(0x05, "Exempleville").add(0x06, number).add(0x07, person.surname())
				.add(0x08, String.join(" ", person.firstNames())).add(0x09, "").add(0x0A, "Belge")
				.add(0x0B, "Exempleville").add(0x0C, "").add(0x0D, person == Person.JANE ? "F" : "M").add(0x0E, "")
				.add(0x0F, "01").add(0x10, "0").add(0x11, MessageDigest.getInstance(model.photoDigest()).digest(photo)).bytes();
	}

	private byte[] address(String where) {
		return new TagLengthValues().add(0x01, where).add(0x02, "9999")
				.add(0x03, "Exempleville").bytes();
	}

	private byte[] sign(byte[] data) throws GeneralSecurityException {
		var register = Signature.getInstance(authority.signature());
		register.initSign(authority.register().key().getPrivate());
		register.update(data);
		return register.sign();
	}

	private static void putCertificate(Map<String, byte[]> files, String path, X509Certificate certificate)
			throws GeneralSecurityException {
		var encoded = certificate.getEncoded();
		files.put(path, Arrays.copyOf(encoded, Math.max(encoded.length, CERTIFICATE_FILE)));
	}

	private static byte[] concatenate(byte[] first, byte[] second) {
		var all = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, all, first.length, second.length);
		return all;
	}

	/** The form of the identity and address files. */
	private static final class TagLengthValues {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		TagLengthValues add(int tag, String value) {
			return add(tag, value.getBytes(StandardCharsets.UTF_8));
		}

		TagLengthValues add(int tag, byte[] value) {
			bytes.write(tag);
			bytes.write(value.length);
			bytes.writeBytes(value);
			return this;
		}

		byte[] bytes() {
			return bytes.toByteArray();
		}
	}
}
