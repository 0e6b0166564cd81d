package org.certbench.lookup.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.authority.CertificateRecord;
import org.certbench.authority.CertificateRecord.Status;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.core.LifeCycleState;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.Inspection.KeyEntry;
import org.certbench.lookup.Answer;
import org.certbench.lookup.Answers.Said;
import org.certbench.lookup.Difference;
import org.certbench.lookup.PublishedToken;

/**
 * Finds how one certificate differs there and here. What was done here after the authority spoke is
 * not held against its words: then only a new look-up can tell.
 *
 * @param record   what the authority knows of it
 * @param life     its keystore here
 * @param token    what is published for its holder
 * @param complete the last list of all certificates of a person who may order for its holder
 */
public record Differences(Optional<Said<CertificateRecord>> record, Optional<CertificateLife> life,
		Optional<Said<PublishedToken>> token, Optional<Answer> complete) {

	private static final Set<Status> NEEDS_ITS_KEY = EnumSet.of(Status.IN_PROGRESS, Status.VALID_ACTIVE);
	private static final Set<TokenStatus> NOT_REGISTERED = EnumSet.of(TokenStatus.NOT_REQUESTED, TokenStatus.IN_REQUEST);

	/** The differences, in the order of {@link Difference}. */
	public List<Difference> find() {
		var found = new ArrayList<Difference>();
		if (life.isEmpty() || life.get().isMissing()) {
			record.filter(said -> NEEDS_ITS_KEY.contains(said.what().status()))
					.ifPresent(said -> found.add(Difference.NO_KEYSTORE));
			return found;
		}
		var here = life.get();
		if (record.isEmpty()) {
			unknownThere(here).ifPresent(found::add);
		}
		record.filter(said -> isUpToDate(said.asOf(), here)).flatMap(said -> status(said.what(), here)).ifPresent(found::add);
		token.filter(said -> isUpToDate(said.asOf(), here)).flatMap(said -> published(said.what(), here))
				.ifPresent(found::add);
		return found;
	}

	private Optional<Difference> unknownThere(CertificateLife here) {
		return complete.filter(list -> isUpToDate(list.asOf(), here) && here.keyIdentifier().isPresent())
				.filter(list -> !here.state().isFinal() && here.ownRequest().flatMap(RequestRecord::next)
						.filter(NextAction.SEND::equals).isEmpty())
				.map(list -> list.asker().equals(here.knownHolder().map(holder -> holder.identifier()))
						? Difference.NO_CERTIFICATE : Difference.OTHER_MANAGER);
	}

	private static Optional<Difference> status(CertificateRecord there, CertificateLife here) {
		return Optional.ofNullable(switch (there.status()) {
			case REVOKED -> here.state().isFinal() ? null : Difference.REVOKED_THERE;
			case REFUSED -> here.state() == LifeCycleState.REFUSED ? null : Difference.REFUSED_THERE;
			case VALID_ACTIVE -> next(there, here);
			case IN_PROGRESS, EXPIRED, UNKNOWN -> null;
		});
	}

	/** The phase that the authority waits for, where that is not known here. */
	private static Difference next(CertificateRecord there, CertificateLife here) {
		var knownNext = here.ownRequest().flatMap(RequestRecord::next);
		if (here.state() == LifeCycleState.REQUESTED
				|| here.state().isInUse() && NOT_REGISTERED.contains(there.tokenStatus())) {
			return Difference.COMPLETION_AWAITED;
		}
		boolean waits = there.tokenStatus() == TokenStatus.WAIT_FOR_ACTIVATION;
		return waits && knownNext.filter(NextAction.ACTIVATE::equals).isEmpty() && knownNext.filter(NextAction.COMPLETE::equals).isEmpty()
				? Difference.ACTIVATION_AWAITED : null;
	}

	private static Optional<Difference> published(PublishedToken token, CertificateLife here) {
		if (!token.several().isEmpty()) {
			return Optional.of(Difference.SEVERAL_TOKENS);
		}
		var aliases = encryptionAliases(here);
		if (!here.state().isInUse() || aliases.isEmpty()) {
			return Optional.empty();
		}
		if (token.isNone()) {
			return Optional.of(Difference.NO_TOKEN);
		}
		return token.serialNumber().filter(serial -> !aliases.contains(serial.toString()))
				.map(other -> Difference.OTHER_TOKEN);
	}

	/** The aliases of encryption entries are serial numbers, and in clear in most files. */
	private static Set<String> encryptionAliases(CertificateLife here) {
		return here.content().stream().flatMap(content -> content.keyEntries().stream()).map(KeyEntry::alias)
				.filter(alias -> !alias.isEmpty() && alias.chars().allMatch(Character::isDigit)).collect(Collectors.toSet());
	}

	private static boolean isUpToDate(Instant asOf, CertificateLife here) {
		return Stream.of(here.ownRequest(), here.renewal()).flatMap(Optional::stream)
				.noneMatch(request -> request.since().isAfter(asOf));
	}
}
