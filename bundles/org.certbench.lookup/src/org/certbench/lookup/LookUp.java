package org.certbench.lookup;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.certbench.authority.Applicant;
import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.AuthorityException;
import org.certbench.authority.CertificateRecord;
import org.certbench.authority.TokenDepot;
import org.certbench.core.DataFolder;
import org.certbench.core.Holder;
import org.certbench.core.Identifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;
import org.certbench.inventory.CertificateLife;
import org.certbench.lookup.internal.AnswerFolder;

/**
 * Looks up what an authority knows (B06). Each answer is kept on disk before it is given, so that the
 * rules of the guide know it from then on, in every process. Blocks as long as the network and the
 * person with the PIN take; nothing is changed at the authority. Thread-safe.
 */
public final class LookUp {

	private final AuthorityConnection authority;
	private final AnswerFolder folder;
	private final InstantSource clock;

	/** @param data where answers are kept */
	public LookUp(AuthorityConnection authority, DataFolder data, InstantSource clock) {
		this.authority = authority;
		this.folder = new AnswerFolder(data.path());
		this.clock = clock;
	}

	/** All answers that are kept; quick, asks nobody. */
	public static Answers answers(DataFolder data) {
		return new AnswerFolder(data.path()).read();
	}

	/**
	 * All certificates that a person ordered, and what is published for their holders and for those of
	 * the keystores here for which that person may order.
	 *
	 * @param authentication the key that proves who the person is
	 * @param here           the known keystores; those of other environments are passed over
	 */
	public Answer ofPerson(Identifier person, Signer authentication, List<CertificateLife> here, Progress progress)
			throws ProblemException {
		var records = authority.lookUpFor(authentication, progress);
		var represented = new LinkedHashSet<>(List.of(Holder.of(person)));
		authority.applicants(person, authentication, progress).stream().map(Applicant::holder).forEach(represented::add);
		var holders = new LinkedHashSet<Holder>();
		records.stream().map(CertificateRecord::holder).forEach(holders::add);
		here.stream().filter(life -> life.environment() == authority.environment())
				.flatMap(life -> life.knownHolder().stream())
				.filter(holder -> represented.contains(Holder.of(holder.identifier()))).forEach(holders::add);
		return keep("person " + person, new Answer(authority.environment(), clock.instant(), person,
				List.copyOf(represented), records, published(holders, progress)));
	}

	/**
	 * The certificate of an open keystore, and what is published for its holder.
	 *
	 * @param certificate its authentication key
	 */
	public Answer ofKeystore(Signer certificate, Progress progress) throws ProblemException {
		var known = authority.lookUp(certificate, progress);
		return keep("keystore " + known.key(), new Answer(authority.environment(), clock.instant(), null, List.of(),
				List.of(known), published(List.of(known.holder()), progress)));
	}

	/**
	 * What is published for a holder; nobody has to sign for it.
	 *
	 * @throws LookUpException.NothingPublished where the authority publishes no tokens
	 */
	public Answer ofHolder(Holder holder, Progress progress) throws ProblemException {
		if (authority.capability(TokenDepot.class).isEmpty()) {
			throw new LookUpException.NothingPublished();
		}
		return keep("holder " + holder, new Answer(authority.environment(), clock.instant(), null, List.of(), List.of(),
				published(List.of(holder), progress)));
	}

	private Answer keep(String question, Answer answer) throws LookUpException {
		folder.keep(question, answer);
		return answer;
	}

	private List<PublishedToken> published(Collection<Holder> holders, Progress progress) throws ProblemException {
		var tokens = new ArrayList<PublishedToken>();
		var depot = authority.capability(TokenDepot.class);
		if (depot.isPresent()) {
			for (var holder : holders) {
				progress.checkCancelled();
				tokens.add(published(holder, depot.get().find(holder, progress)));
			}
		}
		return tokens;
	}

	private PublishedToken published(Holder holder, TokenDepot.Answer answer) throws AuthorityException {
		return switch (answer) {
			case TokenDepot.Answer.None none -> PublishedToken.none(holder);
			case TokenDepot.Answer.Several several -> PublishedToken.several(holder, several.holders());
			case TokenDepot.Answer.Token token -> {
				var certificate = encryptionCertificate(token.token());
				yield PublishedToken.one(holder, certificate.getSerialNumber(), certificate.getNotAfter().toInstant());
			}
		};
	}

	/** The certificate that a token holds: CMS SignedData over its DER. */
	private X509Certificate encryptionCertificate(byte[] token) throws AuthorityException {
		try {
			var content = (byte[]) new CMSSignedData(token).getSignedContent().getContent();
			return (X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(content));
		} catch (CMSException | CertificateException | RuntimeException e) {
			// Bouncy Castle says in many ways that something is no token
			throw new AuthorityException.BadAnswer(authority.environment().id(), "an encryption token that cannot be read", e);
		}
	}
}
