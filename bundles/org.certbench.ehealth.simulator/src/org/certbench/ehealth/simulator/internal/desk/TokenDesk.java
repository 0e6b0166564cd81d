package org.certbench.ehealth.simulator.internal.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import javax.crypto.Cipher;

import org.certbench.ehealth.simulator.SimulatedRequest.Stage;
import org.certbench.ehealth.simulator.internal.pki.CertificationRequests;
import org.certbench.ehealth.simulator.internal.pki.EncryptionCertificates;
import org.certbench.ehealth.simulator.internal.pki.IssuingAuthority;
import org.certbench.ehealth.simulator.internal.state.Registration;
import org.certbench.ehealth.simulator.internal.state.Registration.Challenge;
import org.certbench.ehealth.simulator.internal.state.Registration.Token;
import org.certbench.ehealth.simulator.internal.state.Registrations;

/** Registers and activates encryption tokens. Not thread-safe. */
public final class TokenDesk {

	/** Long enough for a person who was interrupted. */
	static final Duration CHALLENGE_VALIDITY = Duration.ofHours(24);

	private static final int SERIAL_BYTES = 16;
	/** The service promises that the serial number comes first, not that nothing follows. */
	private static final int SECRET_BYTES = 32;

	private final Registrations registrations;
	private final IssuingAuthority authority;
	private final InstantSource clock;
	private final SecureRandom random = new SecureRandom();

	public TokenDesk(Registrations registrations, IssuingAuthority authority, InstantSource clock) {
		this.registrations = registrations;
		this.authority = authority;
		this.clock = clock;
	}

	/**
	 * Starts a registration: a challenge in the place of an earlier one.
	 *
	 * @param encoded the encryption key, SubjectPublicKeyInfo
	 * @return the ciphertext of a secret that begins with the serial number, then the serial number's SHA-256
	 */
	public byte[] start(Registration registration, byte[] encoded) throws Refusal, IOException {
		var key = encryptionKey(registration, encoded);
		var secret = new byte[SECRET_BYTES];
		random.nextBytes(secret);
		var serial = Arrays.copyOf(secret, SERIAL_BYTES);
		registrations.put(registration.with(new Challenge(key.getEncoded(), new BigInteger(1, serial), clock.instant())));
		try {
			var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
			cipher.init(Cipher.ENCRYPT_MODE, key);
			return concat(cipher.doFinal(secret), MessageDigest.getInstance("SHA-256").digest(serial));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java encrypts with RSA", e);
		}
	}

	/** Completes a registration; the token waits for its activation where an older certificate is active. */
	public Token complete(Registration registration, byte[] certificate) throws Refusal, IOException {
		var challenge = registration.challenge();
		if (challenge == null) {
			throw new Refusal(RefusalCode.CHALLENGE_UNKNOWN);
		}
		var now = clock.instant();
		if (now.isAfter(challenge.given().plus(CHALLENGE_VALIDITY))) {
			throw new Refusal(RefusalCode.CHALLENGE_EXPIRED);
		}
		var encryption = parse(certificate);
		var authentication = registration.issued().certificate();
		EncryptionCertificates.require(encryption, authentication, challenge);
		var bytes = authority.token(encryption, authentication);
		var token = new Token(encryption, bytes, older(registration, now).isEmpty());
		registrations.put(registration.with(token));
		return token;
	}

	/** Activates a token; the older certificate and its token are out of use from then on. */
	public void activate(Registration registration) throws Refusal, IOException {
		var token = registration.token();
		if (token == null) {
			throw new Refusal(RefusalCode.ETK_UNKNOWN);
		}
		if (token.active()) {
			throw new Refusal(RefusalCode.ETK_ALREADY_ACTIVE);
		}
		// in this order: between the two, a new attempt can go on
		var older = older(registration, clock.instant());
		if (older.isPresent()) {
			registrations.put(older.get().ended(Stage.REPLACED));
		}
		registrations.put(registration.with(new Token(token.certificate(), token.token(), true)));
	}

	/** The certificate that this one renews, while it is still active. */
	private Optional<Registration> older(Registration registration, Instant now) {
		return Optional.ofNullable(registration.replaces()).flatMap(registrations::find)
				.filter(each -> each.isActive(now));
	}

	private PublicKey encryptionKey(Registration registration, byte[] encoded) throws Refusal {
		PublicKey key;
		try {
			key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
		} catch (GeneralSecurityException unreadable) {
			throw new Refusal(RefusalCode.ENCRYPTION_KEY_NOT_ACCEPTED, "Key", "unreadable");
		}
		CertificationRequests.requireRsa2048(key, RefusalCode.ENCRYPTION_KEY_NOT_ACCEPTED);
		boolean used = registrations.all().stream().flatMap(each -> keysOf(each, each.key().equals(registration.key())))
				.anyMatch(each -> Arrays.equals(each, key.getEncoded()));
		if (used) {
			throw new Refusal(RefusalCode.ENCRYPTION_KEY_NOT_ACCEPTED, "Key", "used before");
		}
		return key;
	}

	/** The keys that no new encryption key may equal; of its own registration only the other kind. */
	private static Stream<byte[]> keysOf(Registration registration, boolean own) {
		var authentication = registration.certificate().map(each -> each.getPublicKey().getEncoded()).stream();
		if (own) {
			return authentication;
		}
		var challenge = Stream.ofNullable(registration.challenge()).map(Challenge::publicKey);
		var token = Stream.ofNullable(registration.token()).map(each -> each.certificate().getPublicKey().getEncoded());
		return Stream.of(authentication, challenge, token).flatMap(keys -> keys);
	}

	private static X509Certificate parse(byte[] certificate) throws Refusal {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(certificate));
		} catch (CertificateException unreadable) {
			throw new Refusal(RefusalCode.ENCRYPTION_CERTIFICATE_NOT_ACCEPTED, "Rule", "X.509");
		}
	}

	private static byte[] concat(byte[] first, byte[] second) {
		var both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}
}
