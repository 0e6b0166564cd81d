package org.certbench.flow.revoke.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.CertificateRecord;
import org.certbench.authority.CertificateRecord.Status;
import org.certbench.authority.Contract;
import org.certbench.authority.Person;
import org.certbench.authority.RevocationOffice;
import org.certbench.core.FailureKind;
import org.certbench.core.HolderSubject;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.CardKey;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KnownCertificate;
import org.certbench.flow.Summary;
import org.certbench.flow.SummaryBuilder;

/**
 * One run of a revocation over the service. What was revoked before, by a run whose answer got lost
 * for instance, counts as done.
 */
final class Revocation {

	private static final Texts TEXTS = Texts.of(Revocation.class);

	/** Something that is asked of the authority. */
	@FunctionalInterface
	private interface Question<T> {
		T ask() throws ProblemException;
	}

	private List<CertificateRecord> records = List.of();
	private Contract contract;
	private boolean done;

	/** Whether there is nothing to be revoked any more. */
	boolean isDone() {
		return done;
	}

	/** The certificates that come into question; the service is asked where it shall revoke. */
	List<KnownCertificate> candidates(FlowSession session, Progress progress) throws ProblemException {
		records = Way.of(session) == Way.SERVICE ? lookUp(session, progress) : List.of();
		return new CertificateSearch(session, records).find(progress);
	}

	/** Looks whether the chosen one was revoked before. */
	void accept(FlowSession session, Progress progress) throws ProblemException {
		var chosen = session.require(Answer.CERTIFICATE);
		done = false;
		chosen.keyIdentifier().ifPresent(session::workOn);
		if (Way.of(session) == Way.SERVICE) {
			var key = key(chosen);
			if (isRevoked(key, records)) {
				note(session, chosen);
			}
		}
	}

	/** Has the contract written, and tells all of what it means. */
	Summary prepare(FlowSession session, Progress progress) throws ProblemException {
		var chosen = session.require(Answer.CERTIFICATE);
		progress.doing(TEXTS.get("revoke.drafting"));
		contract = draft(session, chosen, progress);
		return new SummaryBuilder(TEXTS).section("summary.certificate")
				.holder(new HolderSubject(chosen.holder(), chosen.holderName())).row("summary.key", key(chosen))
				.row("summary.expires", chosen.expires().map(SummaryBuilder::day).orElse(""))
				.row("summary.keystore", chosen.keystore().map(file -> file.getFileName().toString()).orElse(""))
				.section("summary.revocation").row("summary.reason", Ground.of(session).title())
				.row("summary.wire", Ground.of(session).reason().wire()).section("summary.signature")
				.row("summary.signer", session.require(Answer.CARD).identity().displayName())
				.row("summary.meaning", TEXTS.get("summary.binding")).build(contract.text(Locale.getDefault().getLanguage()));
	}

	private Contract draft(FlowSession session, KnownCertificate chosen, Progress progress) throws ProblemException {
		try {
			return ask(() -> office(session).draft(key(chosen), signer(session), Ground.of(session).reason(), progress));
		} catch (Refused refused) {
			throw records.stream().anyMatch(record -> record.key().equals(chosen.key())) ? refused
					: new RevocationException.NotTheManager(refused);
		}
	}

	/** Signs the contract and sends it: final. */
	void revoke(FlowSession session, Progress progress) throws ProblemException {
		var chosen = session.require(Answer.CERTIFICATE);
		progress.doing(TEXTS.get("revoke.doing"));
		try {
			ask(() -> {
				var signature = session.signer(CardKey.SIGNATURE, TEXTS.get("revoke.meaning", chosen.holder()));
				office(session).revoke(key(chosen), contract, signature, progress);
				return chosen;
			});
		} catch (Refused refused) {
			if (!isRevoked(key(chosen), lookUp(session, progress))) {
				throw refused;
			}
		}
		note(session, chosen);
	}

	/** It is on disk that the certificate is revoked: views and rules know it from now on. */
	private void note(FlowSession session, KnownCertificate revoked) throws ProblemException {
		session.milestones().revoked(key(revoked), new HolderSubject(revoked.holder(), revoked.holderName()),
				revoked.keystore());
		done = true;
	}

	private static List<CertificateRecord> lookUp(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("revoke.lookingUp"));
		var person = session.signer(CardKey.AUTHENTICATION, TEXTS.get("revoke.whoYouAre"));
		return ask(() -> session.authority().lookUpFor(person, progress));
	}

	private static boolean isRevoked(KeyIdentifier key, List<CertificateRecord> told) {
		return told.stream().anyMatch(record -> record.key().equals(key) && record.status() == Status.REVOKED);
	}

	private static KeyIdentifier key(KnownCertificate certificate) throws RevocationException {
		return certificate.keyIdentifier().orElseThrow(() -> new RevocationException.KeyUnknown(
				certificate.keystore().map(file -> file.getFileName().toString()).orElse(certificate.holder().toString())));
	}

	private static Person signer(FlowSession session) {
		var identity = session.require(Answer.CARD).identity();
		return new Person(identity.ssin(), identity.firstNames(), identity.name());
	}

	private static RevocationOffice office(FlowSession session) throws RevocationException {
		Optional<RevocationOffice> office = session.authority().capability(RevocationOffice.class);
		return office.orElseThrow(() -> new RevocationException.NoOffice(session.environment()));
	}

	/** Where the service is not to be had, the way out is the form. */
	private static <T> T ask(Question<T> question) throws ProblemException {
		try {
			return question.ask();
		} catch (AuthorityException e) {
			throw e.kind() == FailureKind.NETWORK ? new RevocationException.NoService(e) : e;
		}
	}
}
