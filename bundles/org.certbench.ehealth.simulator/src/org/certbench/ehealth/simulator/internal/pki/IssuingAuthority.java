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
	public IssuingAuthority(Path state, InstantSource clock) throws IOException {
		this.state = state;
		this.clock = clock;
		for (var kind : Issuer.values()) {
			if (Files.exists(file(kind))) {
				hierarchy(kind);
			}
		}
	}

	/** The roots of the hierarchies that were used so far, PEM. */
	public Path trustAnchorsFile() {
		return state.resolve(TRUST_ANCHORS);
	}

	/** The hierarchy of that kind, made on its first use. */
	public Hierarchy hierarchy(Issuer kind) throws IOException {
		var known = hierarchies.get(kind);
		if (known == null) {
			known = Hierarchy.loadOrMake(file(kind), kind, clock.instant());
			hierarchies.put(kind, known);
			writeTrustAnchors();
		}
		return known;
	}

	/** The hierarchy that issued one of our certificates. */
	public Hierarchy hierarchyOf(X509Certificate certificate) throws IOException {
		return hierarchy(certificate.getSigAlgName().endsWith("ECDSA") ? Issuer.EC : Issuer.RSA);
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
		var issuing = hierarchy(settings.issuer()).issuing();
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
				pem.writeObject(hierarchy.root());
			}
		}
		PrivateFiles.write(trustAnchorsFile(), text.toString().getBytes(StandardCharsets.US_ASCII));
	}

	private Path file(Issuer kind) {
		return state.resolve("ca").resolve(kind == Issuer.RSA ? "rsa.p12" : "ec.p12");
	}

	private static Instant months(Instant from, int months) {
		return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
	}
}
