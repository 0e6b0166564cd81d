package org.certbench.flow.revoke.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.authority.CertificateRecord;
import org.certbench.authority.CertificateRecord.Status;
import org.certbench.core.Cancelled;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KnownCertificate;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.keystore.KeystoreName;

/**
 * Finds the certificates that can be revoked, without any password: the keystores that are known here,
 * lost ones among them, and what the authority knows of the person's certificates. A keystore whose key
 * nothing here tells is recognised by its holder, where the authority knows one certificate of it only.
 */
final class CertificateSearch {

	private static final Texts TEXTS = Texts.of(CertificateSearch.class);

	private final FlowSession session;
	private final Map<KeyIdentifier, CertificateRecord> records = new LinkedHashMap<>();

	/** @param told what the authority told; empty where it was not asked */
	CertificateSearch(FlowSession session, List<CertificateRecord> told) {
		this.session = session;
		told.forEach(record -> records.put(record.key(), record));
	}

	/** Those that are here first, then those that only the authority knows. */
	List<KnownCertificate> find(Progress progress) throws ProblemException {
		var unmatched = new LinkedHashMap<>(records);
		var found = new ArrayList<KnownCertificate>();
		for (var life : lives(progress)) {
			var certificate = known(life);
			certificate.flatMap(KnownCertificate::keyIdentifier).ifPresent(unmatched::remove);
			certificate.filter(each -> isAsked(each) || !isOver(life, each)).ifPresent(found::add);
		}
		var asked = session.get(Answer.KEYSTORE_FILE);
		if (asked.isPresent() && found.stream().noneMatch(each -> each.keystore().equals(asked))) {
			found.add(byName(asked.get()));
		}
		unmatched.values().stream().map(CertificateSearch::known)
				.filter(each -> isAsked(each) || records.get(each.key()).revocable()).forEach(found::add);
		refuseUnknown(found);
		return found;
	}

	private boolean isAsked(KnownCertificate certificate) {
		var key = session.get(Answer.CERTIFICATE_KEY);
		return key.isPresent() ? certificate.keyIdentifier().equals(key)
				: certificate.keystore().isPresent() && certificate.keystore().equals(session.get(Answer.KEYSTORE_FILE));
	}

	/** What is over here may still be in force there, and then wants to be revoked. */
	private boolean isOver(CertificateLife life, KnownCertificate certificate) {
		return life.state().isFinal()
				&& certificate.keyIdentifier().map(records::get).filter(CertificateRecord::revocable).isEmpty();
	}

	private List<CertificateLife> lives(Progress progress) throws ProblemException {
		var inventory = session.services().inventory();
		var lives = new ArrayList<>(inventory.certificates());
		var asked = session.get(Answer.KEYSTORE_FILE);
		if (asked.isPresent() && lives.stream().noneMatch(life -> life.file().equals(asked.get()))) {
			lives.addAll(scan(asked.get(), progress));
		}
		lives.removeIf(life -> life.environment() != session.environment());
		return lives;
	}

	private List<CertificateLife> scan(Path file, Progress progress) throws Cancelled, FlowException {
		var scanned = session.services().inventory().scan(List.of(file), progress);
		for (var life : scanned) {
			if (life.environment() != session.environment()) {
				throw new FlowException.OtherEnvironment(file.getFileName().toString(), life.environment());
			}
		}
		return scanned;
	}

	/** A file that is gone, and was never seen here: its name tells the holder. */
	private KnownCertificate byName(Path file) throws RevocationException {
		var holder = KeystoreName.of(file).map(KeystoreName::holder)
				.orElseThrow(() -> new RevocationException.KeyUnknown(file.getFileName().toString()));
		var record = onlyOneOf(Optional.of(holder));
		return record.map(CertificateSearch::known)
				.map(known -> new KnownCertificate(known.key(), known.holder(), known.holderName(), known.state(), known.notAfter(), file))
				.orElseGet(() -> new KnownCertificate(null, holder, "", TEXTS.get("status.UNKNOWN"), null, file));
	}

	/** Nothing where the file is nobody's. */
	private Optional<KnownCertificate> known(CertificateLife life) {
		var record = life.keyIdentifier().map(records::get).or(() -> onlyOneOf(life.knownHolder()));
		var holder = life.knownHolder().or(() -> record.map(CertificateRecord::holder));
		var name = life.holderName().isEmpty() ? record.map(CertificateRecord::holderName).orElse("") : life.holderName();
		return holder.map(of -> new KnownCertificate(life.keyIdentifier().or(() -> record.map(CertificateRecord::key)).orElse(null),
				of, name, Words.stateOf(life), life.dates().map(CertificateLife.Validity::notAfter).orElse(null), life.file()));
	}

	private Optional<CertificateRecord> onlyOneOf(Optional<Holder> holder) {
		var theirs = records.values().stream()
				.filter(record -> record.revocable() && Optional.of(record.holder()).equals(holder)).toList();
		return theirs.size() == 1 ? Optional.of(theirs.getFirst()) : Optional.empty();
	}

	private static KnownCertificate known(CertificateRecord record) {
		return new KnownCertificate(record.key(), record.holder(), record.holderName(), word(record.status()),
				record.validity() == null ? null : record.validity().notAfter(), null);
	}

	private static String word(Status status) {
		return TEXTS.get("status." + status.name());
	}

	private void refuseUnknown(List<KnownCertificate> found) throws RevocationException {
		var key = session.get(Answer.CERTIFICATE_KEY);
		if (key.isPresent() && found.stream().noneMatch(each -> each.keyIdentifier().equals(key))) {
			throw new RevocationException.Unknown(key.get());
		}
	}
}
