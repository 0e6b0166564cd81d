package org.certbench.ehealth.simulator.internal.pki;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.certbench.core.DistinguishedName;
import org.certbench.core.PrivateFiles;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;
import org.certbench.ehealth.simulator.internal.state.Registration.Issued;

/** Issues certificates like those of a sample of 2020, under either hierarchy. Not thread-safe. */
public final class IssuingAuthority {

	/** The file in the state folder with the roots of the hierarchies that were used so far, PEM. */
	public static final String TRUST_ANCHORS = "trust-anchors.pem";

	private final Path state;
	private final InstantSource clock;
	private final SecureRandom random = new SecureRandom();
	private final Map<Issuer, Hierarchy> hierarchies = new EnumMap<>(Issuer.class);

	/** @param state in whose folder {@code ca} the hierarchies lie */
	public IssuingAuthority(Path state, InstantSource clock) {
		this.state = state;
		this.clock = clock;
		for (var kind : Issuer.values()) {
			hierarchies.put(kind, new Hierarchy(state.resolve("ca"), kind));
		}
	}

	/** The roots of the hierarchies that were used so far, PEM. */
	public Path trustAnchorsFile() {
		return state.resolve(TRUST_ANCHORS);
	}

	/** Makes a hierarchy where it is not there yet, and its root known. */
	public void prepare(Issuer kind) throws IOException {
		boolean isNew = !hierarchies.get(kind).exists();
		hierarchies.get(kind).issuing(clock.instant());
		if (isNew || !Files.exists(trustAnchorsFile())) {
			writeTrustAnchors();
		}
	}

	/** A token for an encryption certificate, signed in the hierarchy of the authentication certificate. */
	public byte[] token(X509Certificate encryption, X509Certificate authentication) throws IOException {
		var kind = authentication.getSigAlgName().endsWith("ECDSA") ? Issuer.EC : Issuer.RSA;
		return Tokens.make(encryption, authentication, hierarchies.get(kind).tokens(clock.instant()));
	}

	/**
	 * Issues a certificate.
	 *
	 * @param backdated whether it is issued as if long ago, so that it is in its replacement period now
	 */
	public Issued issue(PublicKey key, DistinguishedName subject, SimulatorSettings settings, boolean backdated)
			throws IOException {
		var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
		var notBefore = backdated ? months(now.plus(settings.backdatedDays(), ChronoUnit.DAYS), -settings.validityMonths())
				: now.plus(settings.startDelay());
		var notAfter = backdated ? now.plus(settings.backdatedDays(), ChronoUnit.DAYS)
				: months(notBefore, settings.validityMonths());
		prepare(settings.issuer());
		var issuing = hierarchies.get(settings.issuer()).issuing(now);
		try {
			var certificate = Hierarchy
					.draft(issuing.certificate(), X500Name.getInstance(subject.toPrincipal().getEncoded()), key,
							new BigInteger(120, random).setBit(120), notBefore, notAfter)
					.usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation | KeyUsage.keyEncipherment)
					.extendedUsage(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection)
					.sign(issuing.secret());
			return new Issued(List.of(certificate, issuing.certificate()),
					months(notAfter, -settings.replacementMonths()));
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	private void writeTrustAnchors() throws IOException {
		var text = new StringWriter();
		try (var pem = new JcaPEMWriter(text)) {
			for (var hierarchy : hierarchies.values()) {
				if (hierarchy.exists()) {
					pem.writeObject(hierarchy.issuing(clock.instant()).root());
				}
			}
		}
		PrivateFiles.write(trustAnchorsFile(), text.toString().getBytes(StandardCharsets.US_ASCII));
	}

	private static Instant months(Instant from, int months) {
		return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
	}
}
