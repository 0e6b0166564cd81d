package org.certbench.ehealth.simulator.internal.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.certbench.authority.Person;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;

/**
 * A contract that the simulator wrote, for a certificate or for a revocation. Only what it wrote may
 * come back signed.
 *
 * @param subject    the subject of the certificate
 * @param signer     who is to sign
 * @param reason     of a revocation, on the wire; empty for a certificate's contract
 * @param texts      HTML by language
 * @param holder     whom the certificate is for
 * @param holderName the holder's name
 * @param key        of the certificate to revoke, or null
 */
public record WrittenContract(String subject, Person signer, String reason, Map<String, String> texts, Holder holder,
		String holderName, KeyIdentifier key) {

	public WrittenContract {
		texts = Map.copyOf(texts);
	}

	/** Identifies what it says: subject, signer, reason and texts, letter for letter. */
	public String fingerprint() {
		return fingerprint(subject, signer, reason, texts);
	}

	/** The fingerprint of a contract with these parts. */
	public static String fingerprint(String subject, Person signer, String reason, Map<String, String> texts) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			add(digest, subject);
			add(digest, signer.ssin().toString());
			add(digest, String.join("\n", signer.firstNames()));
			add(digest, signer.name());
			add(digest, reason);
			new TreeMap<>(texts).forEach((language, text) -> {
				add(digest, language);
				add(digest, text);
			});
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	/** With its length, so that no two different lists of parts read alike. */
	private static void add(MessageDigest digest, String part) {
		var bytes = part.getBytes(StandardCharsets.UTF_8);
		digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
		digest.update(bytes);
	}
}
