package org.certbench.guide.internal.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.RenewalWindow;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.Renewal;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.Inspection.KeyEntry;
import org.certbench.keystore.Inspection.Protection;

/** Invented facts for rules; each method changes one of them. */
final class Sample {

	static final Instant NOW = Instant.parse("2030-03-01T10:00:00Z");
	static final Holder HOLDER = Holder.parse("NIHII-AMBU_SERVICE=79690151");
	static final String NAME = "EXAMPLE AMBULANCES";
	static final Protection STRONG = new Protection("HmacPBESHA256", 10_000, 30_000);

	private Sample() {
	}

	static Path file(String name) {
		return Path.of("keystores", name).toAbsolutePath();
	}

	static KeyIdentifier key(int number) {
		return new KeyIdentifier("%040d".formatted(number));
	}

	/** A keystore that others cannot read, with dates that are known for sure. */
	static CertificateLife life(String file, LifeCycleState state, Duration untilExpiry) {
		return life(file, key(file.hashCode() & 0xffff), state, validity(untilExpiry, Knowledge.VERIFIED), null, null);
	}

	static CertificateLife life(String file, KeyIdentifier key, LifeCycleState state, Validity validity,
			RequestRecord request, RequestRecord renewal) {
		return new CertificateLife(file(file), Environment.SIMULATOR, HOLDER, NAME, key, state, validity,
				validity == null ? null : RenewalWindow.assumedBefore(validity.notAfter()), request, renewal,
				inspection(file, STRONG, false), "", null);
	}

	static CertificateLife with(CertificateLife life, Inspection inspection, String unreadable) {
		return new CertificateLife(life.file(), life.environment(), life.holder(), life.holderName(), life.key(), life.state(),
				life.validity(), life.window(), life.request(), life.renewedBy(), inspection, unreadable, life.issuer());
	}

	/** The same, with its issuer known. */
	static CertificateLife issuedBy(CertificateLife life, String issuer) {
		return new CertificateLife(life.file(), life.environment(), life.holder(), life.holderName(), life.key(), life.state(),
				life.validity(), life.window(), life.request(), life.renewedBy(), life.inspection(), life.unreadable(),
				DistinguishedName.parse(issuer));
	}

	static Inspection inspection(String file, Protection protection, boolean readableByOthers) {
		return new Inspection(file(file), Format.PKCS12, null, List.of(), List.of(), protection, readableByOthers, "");
	}

	/** The same, which no password opens. */
	static Inspection closed(String file, String obstacle) {
		return new Inspection(file(file), Format.PKCS12, null, List.of(), List.of(), STRONG, false, obstacle);
	}

	/** The same, with key entries of these aliases. */
	static Inspection holding(String file, String... aliases) {
		var entries = Stream.of(aliases).map(alias -> new KeyEntry(alias, null)).toList();
		return new Inspection(file(file), Format.PKCS12, null, entries, List.of(), STRONG, false, "");
	}

	static Validity validity(Duration untilExpiry, Knowledge knowledge) {
		var notAfter = NOW.plus(untilExpiry);
		return new Validity(notAfter.minus(Duration.ofDays(1095)), notAfter, knowledge);
	}

	/** A first request. */
	static RequestRecord request(Milestone milestone, Duration ago) {
		return request(milestone, ago, null, false, null);
	}

	/** The same request, which a person at the authority checks. */
	static RequestRecord checkedByHand(RequestRecord request) {
		return new RequestRecord(request.key(), request.environment(), request.holder(), request.holderName(), request.keystore(),
				request.renewal(), request.signedOrder(), request.milestone(), request.since(), request.started(),
				request.toBeActivated(), request.notYetUntil(), true);
	}

	/** A renewal of {@code old.p12}. */
	static RequestRecord renewal(Milestone milestone, Duration ago) {
		return request(milestone, ago, new Renewal(key(1), file("old.p12")), true, null);
	}

	static RequestRecord request(Milestone milestone, Duration ago, Renewal renewal, boolean toBeActivated,
			Instant notYetUntil) {
		return new RequestRecord(key(2), Environment.SIMULATOR, HOLDER, NAME, file("new.p12"), renewal, null, milestone,
				NOW.minus(ago), NOW.minus(ago), toBeActivated, notYetUntil);
	}

	static List<Finding> findings(Rule rule, CertificateLife... certificates) {
		return findings(rule, List.of(), certificates);
	}

	static List<Finding> findings(Rule rule, List<RequestRecord> requests, CertificateLife... certificates) {
		return rule.apply(new Facts(NOW, List.of(certificates), requests)).toList();
	}
}
