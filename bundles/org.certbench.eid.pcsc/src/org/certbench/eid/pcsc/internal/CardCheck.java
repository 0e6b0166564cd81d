package org.certbench.eid.pcsc.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.Severity;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;

/**
 * Looks whether a card is what it says: identity and address against the signatures of the national
 * register, the certificates against those above them, the days of validity.
 */
final class CardCheck {

	private static final Texts TEXTS = Texts.of(CardCheck.class);
	/** Those of the register's certificates so far; a new kind of key brings its own. */
	private static final List<String> RSA = List.of("SHA256withRSA", "SHA1withRSA");
	private static final List<String> ELLIPTIC_CURVE = List.of("SHA384withECDSA", "SHA384withECDSAinP1363Format",
			"SHA256withECDSA", "SHA256withECDSAinP1363Format");
	private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");

	private final EidCard card;
	private final InstantSource clock;
	private final List<Finding> findings = new ArrayList<>();

	CardCheck(EidCard card, InstantSource clock) {
		this.card = card;
		this.clock = clock;
	}

	List<Finding> findings() throws CardException {
		checkSignatures();
		checkCertificates();
		checkDays();
		return List.copyOf(findings);
	}

	private void checkSignatures() throws CardException {
		var register = card.authority(CardFile.REGISTER_CERTIFICATE).getPublicKey();
		var identitySignature = card.content(CardFile.IDENTITY_SIGNATURE);
		if (!isSigned(card.content(CardFile.IDENTITY), identitySignature, register)) {
			found("eid-not-genuine", "identityNotSigned");
		}
		// The address is signed without the zeros that fill its file, and together with the other signature.
		var address = withoutFilling(card.content(CardFile.ADDRESS));
		var signed = Arrays.copyOf(address, address.length + identitySignature.length);
		System.arraycopy(identitySignature, 0, signed, address.length, identitySignature.length);
		if (!isSigned(signed, card.content(CardFile.ADDRESS_SIGNATURE), register)) {
			found("eid-not-genuine", "addressNotSigned");
		}
	}

	private static byte[] withoutFilling(byte[] file) {
		int end = file.length;
		while (end > 0 && file[end - 1] == 0) {
			end--;
		}
		return Arrays.copyOf(file, end);
	}

	private static boolean isSigned(byte[] data, byte[] signature, PublicKey key) {
		return (key instanceof RSAKey ? RSA : ELLIPTIC_CURVE).stream()
				.anyMatch(algorithm -> verifies(algorithm, data, signature, key));
	}

	private static boolean verifies(String algorithm, byte[] data, byte[] signature, PublicKey key) {
		try {
			var verifier = Signature.getInstance(algorithm);
			verifier.initVerify(key);
			verifier.update(data);
			return verifier.verify(signature);
		} catch (GeneralSecurityException notOfThisForm) {
			return false;
		}
	}

	private void checkCertificates() throws CardException {
		var root = card.authority(CardFile.ROOT_CERTIFICATE);
		if (!isIssued(card.authority(CardFile.REGISTER_CERTIFICATE), root)) {
			found("eid-not-genuine", "registerNotIssued");
		}
		var chain = card.chain(CardKey.AUTHENTICATION);
		for (int i = 0; i < chain.size(); i++) {
			if (!isIssued(chain.get(i), chain.get(Math.min(i + 1, chain.size() - 1)))) {
				found("eid-not-genuine", "certificateNotIssued", chain.get(i).getSubjectX500Principal().getName());
			}
		}
	}

	private static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
		try {
			certificate.verify(issuer.getPublicKey());
			return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
		} catch (GeneralSecurityException notByThatKey) {
			return false;
		}
	}

	private void checkDays() throws CardException {
		var until = card.identity().validUntil();
		if (until.isBefore(LocalDate.ofInstant(clock.instant(), BELGIUM))) {
			found("eid-expired", "cardExpired", until);
		}
		var end = card.chain(CardKey.AUTHENTICATION).getFirst().getNotAfter();
		if (end.before(Date.from(clock.instant()))) {
			found("eid-expired", "certificateExpired", LocalDate.ofInstant(end.toInstant(), BELGIUM));
		}
	}

	private void found(String problem, String text, Object... arguments) {
		findings.add(new Finding(Severity.ERROR, problem, subject(), Holder.of(card.identity().ssin()),
				TEXTS.get(text, arguments), true));
	}

	private URI subject() {
		try {
			return new URI("reader", card.readerName(), null);
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
