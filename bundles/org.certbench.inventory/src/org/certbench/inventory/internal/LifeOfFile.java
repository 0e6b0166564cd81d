package org.certbench.inventory.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

import org.certbench.core.CertificateFacts;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.RenewalWindow;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.inventory.internal.Lives.Memory;
import org.certbench.journal.RequestRecord;
import org.certbench.keystore.Inspection;
import org.certbench.keystore.Inspection.KeyEntry;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreName;

/** Puts together what is known of one keystore: each fact from the surest source that tells it. */
final class LifeOfFile {

	/**
	 * How long a certificate is taken to be valid whose dates are behind a password: what eHealth
	 * issues in production. It only ever makes an estimate, shown as one (B01).
	 */
	static final Period ASSUMED_VALIDITY = Period.ofMonths(36);

	private final Path file;
	private final SeenFile seen;
	private final Lives lives;
	private final Optional<KeystoreName> name;
	private final Optional<Memory> memory;
	private final Optional<CertificateFacts> inClear;
	private final Optional<KeyIdentifier> key;
	private final Optional<RequestRecord> request;
	private final Optional<RequestRecord> renewal;

	LifeOfFile(Path file, SeenFile seen, Lives lives) {
		this.file = file;
		this.seen = seen;
		this.lives = lives;
		name = inspection().map(Inspection::ehealthName).orElseGet(() -> KeystoreName.of(file));
		memory = lives.memory(file, seen);
		inClear = inspection().flatMap(LifeOfFile::authenticationInClear);
		key = memory.map(m -> m.facts().key()).or(() -> lives.requests().of(file).map(RequestRecord::key))
				.or(() -> inClear.map(CertificateFacts::keyIdentifier));
		request = key.flatMap(lives.requests()::of).or(() -> lives.requests().of(file));
		renewal = lives.requests().renewalOf(key, file);
	}

	CertificateLife tell() {
		var holder = holder();
		var validity = validity();
		var window = validity.map(v -> lives.window(key, v.notAfter()));
		return new CertificateLife(file, environment(), holder.orElse(null), holder.map(lives::name).orElse(""),
				key.orElse(null), state(validity, window), validity.orElse(null), window.orElse(null), request.orElse(null),
				renewal.orElse(null), seen.inspection(), seen.unreadable(), certificate().map(CertificateFacts::issuer).orElse(null));
	}

	private Environment environment() {
		return request.map(RequestRecord::environment).orElseGet(() -> lives.environment(file, memory, name));
	}

	private Optional<Holder> holder() {
		return certificate().flatMap(CertificateFacts::holder)
				.map(HolderSubject::holder).or(() -> request.map(RequestRecord::holder))
				.or(() -> name.map(KeystoreName::holder));
	}

	private Optional<CertificateFacts> certificate() {
		return memory.flatMap(Memory::certificate).or(() -> inClear);
	}

	private LifeCycleState state(Optional<Validity> validity, Optional<RenewalWindow> window) {
		var course = new LifeCourse();
		if (request.isPresent()) {
			course.own(request.get());
		} else if (!waitsForCertificate()) {
			course.inUse();
		}
		window.filter(w -> !lives.now().isBefore(w.opens())).ifPresent(open -> course.windowOpened());
		renewal.ifPresent(course::renewal);
		validity.filter(v -> lives.now().isAfter(v.notAfter())).ifPresent(past -> course.expired());
		return course.state();
	}

	private Optional<Validity> validity() {
		if (waitsForCertificate()) {
			return Optional.empty();
		}
		return memory.flatMap(m -> m.certificate().map(c -> new Validity(c.notBefore(), c.notAfter(), m.knowledge())))
				.or(() -> inClear.map(c -> new Validity(c.notBefore(), c.notAfter(), Knowledge.UNVERIFIED)))
				.or(() -> created().map(LifeOfFile::estimate));
	}

	private boolean waitsForCertificate() {
		return request.map(LifeOfFile::isWithoutCertificate)
				.orElseGet(() -> memory.filter(Memory::isOfRequested).isPresent());
	}

	private static boolean isWithoutCertificate(RequestRecord request) {
		return switch (request.milestone()) {
			case KEY_CREATED, SIGNED, SENDING, SENT, REFUSED -> true;
			case INSTALLED, TOKEN_REGISTERED, ACTIVATED, HANDED_OVER, REVOKED -> false;
		};
	}

	private static Validity estimate(Instant created) {
		var notAfter = created.atZone(ZoneOffset.UTC).plus(ASSUMED_VALIDITY).toInstant();
		return new Validity(created, notAfter, Knowledge.ESTIMATED);
	}

	/**
	 * When the request was made. The name goes before the plain attributes: a renewed keystore also
	 * has the encryption keys of the one before, which are older.
	 */
	private Optional<Instant> created() {
		return name.map(KeystoreName::created).map(LifeOfFile::inLocalTime)
				.or(() -> inspection().flatMap(LifeOfFile::authenticationKeyCreated))
				.or(() -> inspection().flatMap(Inspection::created));
	}

	private static Instant inLocalTime(LocalDateTime moment) {
		return moment.atZone(ZoneId.systemDefault()).toInstant();
	}

	private static Optional<Instant> authenticationKeyCreated(Inspection inspection) {
		return inspection.keyEntries().stream().filter(entry -> entry.alias().equals(Keystore.AUTHENTICATION))
				.map(KeyEntry::created).filter(Objects::nonNull).findFirst();
	}

	/** The certificate that names a holder and that its holder did not sign, as an encryption certificate is. */
	private static Optional<CertificateFacts> authenticationInClear(Inspection inspection) {
		return inspection.certificates().stream().filter(certificate -> certificate.holder().isPresent())
				.filter(certificate -> !certificate.subject().equals(certificate.issuer())).findFirst();
	}

	private Optional<Inspection> inspection() {
		return Optional.ofNullable(seen.inspection());
	}
}
