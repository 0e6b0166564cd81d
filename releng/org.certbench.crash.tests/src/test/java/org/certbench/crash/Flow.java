package org.certbench.crash;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.certbench.crash.Goal.Reached;
import org.certbench.crash.Told.Question;

/**
 * One flow in the table of those that are killed.
 *
 * @param name      in the report
 * @param after     the flow that comes before it, and prepares it
 * @param beginning how it is begun
 * @param opens     the password of the keystore that it is given
 * @param saves     the password of the keystore that it leaves
 * @param requests  how many the service knows when it is done
 * @param traits    what is particular to it
 * @param goal      what it is for
 */
record Flow(String name, Optional<Flow> after, Beginning beginning, String opens, String saves, int requests,
		Set<Trait> traits, Goal goal) {

	private static final String FIRST = "First-password-1";
	private static final String SECOND = "Second-password-2";
	private static final String THIRD = "Third-password-3";

	static final Flow REQUEST = new Flow("request", Optional.empty(), home -> List.of("request", "--holder", "self",
			"--email", "jane.doe@example.org", "--phone", "02 555 01 01", "--accept-terms"), FIRST, FIRST, 1,
			Set.of(Trait.RESUMED), new Goal(Question.PENDING, standing -> true, standing -> standing.isNext("complete")));
	static final Flow COMPLETE = REQUEST.phase("complete", FIRST, 1, List.of("complete"), Standing::isActive,
			Standing::isNothingNext);
	static final Flow RENEW = COMPLETE.phase("renew", SECOND, 2, List.of("renew", "--accept-terms"), standing -> true,
			standing -> standing.isNext("complete"));
	static final Flow COMPLETE_RENEWAL = RENEW.phase("complete the renewal", SECOND, 2, List.of("complete"),
			standing -> standing.newest().hasToken(), standing -> standing.isNext("activate"));
	static final Flow ACTIVATE = COMPLETE_RENEWAL.phase("activate", SECOND, 2, List.of("activate"), Standing::isActive,
			Standing::isNothingNext);

	static final Flow PASSWORD = COMPLETE_RENEWAL.act("password", home -> List.of("password", home.newestKeystore().toString()),
			THIRD, Set.of(),
			Goal.seen(Question.PENDING, standing -> standing.opensWith(THIRD) && standing.isNext("activate")));
	static final Flow PASSWORD_WITHOUT_BACKUPS = COMPLETE.act("password, removing backups",
			home -> List.of("password", "--backups", "remove"), THIRD, Set.of(Trait.REMOVES_BACKUPS),
			Goal.seen(Question.PENDING, standing -> standing.opensWith(THIRD) && standing.isNothingNext()));
	static final Flow HAND_OVER = ACTIVATE.handOver("hand over into a folder", new Software());
	static final Flow HAND_OVER_ENCRYPTED = ACTIVATE.handOver("hand over encrypted", new Integrator());
	static final Flow REVOKE = ACTIVATE.act("revoke", home -> List.of("revoke", home.newestKeystore().toString(), "--reason",
			"key-compromise", "--accept-terms"), SECOND, Set.of(),
			new Goal(Question.CERTIFICATES, Standing::isOnlyNewestRevoked, Standing::isToldRevoked));
	static final Flow REVOKE_BY_FORM = COMPLETE.act("revoke by form", home -> List.of("revoke",
			home.newestKeystore().toString(), "--by", "form", "--reason", "cessation", "--accept-terms"), FIRST, Set.of(),
			Goal.seen(Question.PENDING, standing -> Papers.areIn(standing.home().keystores()) && standing.isActive()));

	static final Flow OLD_KEYS = ACTIVATE.act("take old keys over", new OtherRenewal(FIRST, SECOND), SECOND, Set.of(),
			new Goal(Question.FINDINGS, standing -> OtherRenewal.isWhole(standing.home(), List.of(FIRST, SECOND)),
					standing -> !standing.told().finds("old-messages")));

	static final List<Flow> ALL = List.of(REQUEST, COMPLETE, RENEW, COMPLETE_RENEWAL, ACTIVATE, PASSWORD,
			PASSWORD_WITHOUT_BACKUPS, HAND_OVER, HAND_OVER_ENCRYPTED, REVOKE, REVOKE_BY_FORM, OLD_KEYS);

	/** What is particular to a flow. */
	enum Trait {
		/** The journal tells of it, so that it is gone on with by {@code resume}; any other is begun again. */
		RESUMED,
		/** It deletes backups whose keys are all in their keystore. */
		REMOVES_BACKUPS
	}

	/** The next phase of a request. */
	private Flow phase(String next, String savesThen, int requestsThen, List<String> command, Reached there, Reached told) {
		return new Flow(next, Optional.of(this), home -> command, saves, savesThen, requestsThen, Set.of(Trait.RESUMED),
				new Goal(Question.PENDING, there, told));
	}

	/** Something that is done with the certificates that are there by now. */
	private Flow act(String next, Beginning begun, String savesThen, Set<Trait> traitsThen, Goal goalThen) {
		return new Flow(next, Optional.of(this), begun, saves, savesThen, requests, traitsThen, goalThen);
	}

	private Flow handOver(String next, Receiver receiver) {
		return act(next, receiver, saves, Set.of(),
				new Goal(Question.FINDINGS, standing -> receiver.has(standing.home().newestKeystore(), standing.home()),
						standing -> !standing.told().finds("handed-over-not")));
	}

	boolean has(Trait trait) {
		return traits.contains(trait);
	}

	/** Whether it has done all that it is for. */
	boolean isThere(Standing standing) throws IOException {
		return standing.received().size() == requests && goal.there().in(standing);
	}

	/** Whether the product says so. */
	boolean isTold(Standing standing) throws IOException {
		return goal.told().in(standing);
	}

	/** Whether it has, and everybody knows. */
	boolean isDone(Standing standing) throws IOException {
		return isThere(standing) && isTold(standing);
	}

	/** The password of the first keystore. */
	String opensOldest() {
		return FIRST;
	}

	/** Every password that a keystore can have by then. */
	List<String> passwords() {
		return List.of(FIRST, SECOND, THIRD);
	}

	/** For a file. */
	String fileName() {
		return name.replaceAll("[^a-z]+", "-");
	}

	@Override
	public String toString() {
		return name;
	}
}
