package org.certbench.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.RenewalWindow;
import org.certbench.core.Severity;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.Renewal;
import org.certbench.keystore.Inspection;

/** Invented certificates with their lives, for tests of what is shown of them; nothing is on disk. */
public final class TestLives {

	/** The present moment of these lives. */
	public static final Instant NOW = Instant.parse("2030-03-01T10:00:00Z");

	private static final Duration THREE_YEARS = Duration.ofDays(1095);

	private TestLives() {
	}

	/** A certificate of three years in the simulator, known for sure. */
	public static CertificateLife life(String name, LifeCycleState state, Duration untilExpiry) {
		return life(name, Environment.SIMULATOR, state, validity(untilExpiry, Knowledge.VERIFIED), null);
	}

	/** @param request the certificate's own request, or null */
	public static CertificateLife life(String name, Environment environment, LifeCycleState state, Validity validity,
			RequestRecord request) {
		return new CertificateLife(file(name), environment, holder(name), name, key(name), state, validity,
				validity == null ? null : RenewalWindow.assumedBefore(validity.notAfter()), request, null, null, "", null);
	}

	/** The same certificate, renewed by a request. */
	public static CertificateLife renewedBy(CertificateLife life, RequestRecord renewal) {
		return new CertificateLife(life.file(), life.environment(), life.holder(), life.holderName(), life.key(),
				life.state(), life.validity(), life.window(), life.request(), renewal, null, "", life.issuer());
	}

	/** The same file, damaged: nothing of it can be read. */
	public static CertificateLife damaged(CertificateLife life) {
		return new CertificateLife(life.file(), life.environment(), null, "", null, LifeCycleState.ACTIVE, null, null, null,
				null, null, "damaged", null);
	}

	/** The same keystore, whose name tells of it, and which no password opens here. */
	public static CertificateLife locked(CertificateLife life) {
		var content = new Inspection(life.file(), Inspection.Format.PKCS12, null, List.of(), List.of(), null, false, "locked");
		return new CertificateLife(life.file(), life.environment(), life.holder(), life.holderName(), life.key(), life.state(),
				life.validity(), life.window(), life.request(), life.renewedBy(), content, "", life.issuer());
	}

	/** The same certificate, in a file of another name: one of several of its holder. */
	public static CertificateLife inFile(CertificateLife life, String name) {
		return new CertificateLife(file(name), life.environment(), life.holder(), life.holderName(), life.key(), life.state(),
				life.validity(), life.window(), life.request(), life.renewedBy(), null, "", null);
	}

	/** The same certificate, of one of its holder's applications. */
	public static CertificateLife ofApplication(CertificateLife life, String id) {
		return new CertificateLife(life.file(), life.environment(), new Holder(life.holder().identifier(), id), life.holderName(),
				life.key(), life.state(), life.validity(), life.window(), life.request(), life.renewedBy(), null, "", life.issuer());
	}

	/** The same certificate, before its name was ever read. */
	public static CertificateLife unnamed(CertificateLife life) {
		return new CertificateLife(life.file(), life.environment(), life.holder(), "", life.key(), life.state(),
				life.validity(), life.window(), life.request(), life.renewedBy(), null, "", life.issuer());
	}

	/** Three years that end so long from now. */
	public static Validity validity(Duration untilExpiry, Knowledge knowledge) {
		var notAfter = NOW.plus(untilExpiry);
		return new Validity(notAfter.minus(THREE_YEARS), notAfter, knowledge);
	}

	/** A first request of two days ago, for the certificate of this name. */
	public static RequestRecord request(String name, Milestone milestone) {
		return request(name, null, milestone);
	}

	/** A renewal requested two days ago, which makes the certificate of one name from that of another. */
	public static RequestRecord renewal(String name, String old, Milestone milestone) {
		return request(name, new Renewal(key(old), file(old)), milestone);
	}

	private static RequestRecord request(String name, Renewal renewal, Milestone milestone) {
		return new RequestRecord(key(name), Environment.SIMULATOR, holder(name), name, file(name), renewal, null, milestone,
				NOW.minus(Duration.ofDays(1)), NOW.minus(Duration.ofDays(2)), false, null);
	}

	/** Something found about the certificate of this name. */
	public static Finding finding(String name, Severity severity, String problem, boolean needsAction) {
		return new Finding(severity, problem, file(name).toUri(), holder(name), problem + " of " + name, needsAction);
	}

	/** Something found about the request of this name. */
	public static Finding findingOfRequest(String name, String problem) {
		return new Finding(Severity.WARNING, problem, URI.create("request:" + key(name).hex()), holder(name), problem, true);
	}

	public static Path file(String name) {
		return Path.of("keystores", name + ".p12").toAbsolutePath();
	}

	public static KeyIdentifier key(String name) {
		return new KeyIdentifier("%040X".formatted(name.hashCode() & 0xffffffffL));
	}

	/** An organisation with invented digits. */
	public static Holder holder(String name) {
		return Holder.of(new Identifier("NIHII-AMBU_SERVICE", "7969%04d".formatted(Math.floorMod(name.hashCode(), 10_000))));
	}
}
