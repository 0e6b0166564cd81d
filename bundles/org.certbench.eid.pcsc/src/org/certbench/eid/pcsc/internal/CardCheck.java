package org.certbench.eid.pcsc.internal;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.certbench.core.Finding;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.CardFindings;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardTrust;

/**
 * Looks whether a card is what it says: identity and address against the signatures of the national
 * register, the certificates against those above them; and what else can be wrong with a card.
 */
final class CardCheck {

	private static final Texts TEXTS = Texts.of(CardCheck.class);
	/** Those of the register's certificates so far; a new kind of key brings its own. */
	private static final List<String> RSA = List.of("SHA256withRSA", "SHA1withRSA");
	private static final List<String> ELLIPTIC_CURVE = List.of("SHA384withECDSA", "SHA384withECDSAinP1363Format",
			"SHA256withECDSA", "SHA256withECDSAinP1363Format");

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
		findings.addAll(CardFindings.of(card, clock.instant()));
		return List.copyOf(findings);
	}

	private void checkSignatures() throws CardException {
		var register = card.authority(CardFile.REGISTER_CERTIFICATE).getPublicKey();
		var identitySignature = card.content(CardFile.IDENTITY_SIGNATURE);
		if (!isSigned(card.content(CardFile.IDENTITY), identitySignature, register)) {
			notGenuine("identityNotSigned");
		}
		// The address is signed without the zeros that fill its file, and together with the other signature.
		var address = withoutFilling(card.content(CardFile.ADDRESS));
		var signed = Arrays.copyOf(address, address.length + identitySignature.length);
		System.arraycopy(identitySignature, 0, signed, address.length, identitySignature.length);
		if (!isSigned(signed, card.content(CardFile.ADDRESS_SIGNATURE), register)) {
			notGenuine("addressNotSigned");
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
		if (!CardTrust.isIssued(card.authority(CardFile.REGISTER_CERTIFICATE), root)) {
			notGenuine("registerNotIssued");
		}
		var chain = card.chain(CardKey.AUTHENTICATION);
		for (int i = 0; i < chain.size(); i++) {
			if (!CardTrust.isIssued(chain.get(i), chain.get(Math.min(i + 1, chain.size() - 1)))) {
				notGenuine("certificateNotIssued", chain.get(i).getSubjectX500Principal().getName());
			}
		}
	}

	private void notGenuine(String text, Object... arguments) {
		findings.add(CardFindings.about(card, "eid-not-genuine", TEXTS.get(text, arguments)));
	}
}
