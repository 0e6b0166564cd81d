package org.certbench.crash;

import java.util.List;
import java.util.Optional;

import org.certbench.crash.Service.Received;

/**
 * One flow in the table of those that are killed.
 *
 * @param name       in the report
 * @param after      the flow that comes before it, and prepares it
 * @param command    that begins it, as one types it
 * @param opens      the password of the keystore that it is given
 * @param saves      the password of the keystore that it leaves
 * @param requests   how many the service knows when it is done
 * @param isDone     whether it is, by what the service has and what the product says is under way
 */
record Flow(String name, Optional<Flow> after, List<String> command, String opens, String saves, int requests, Goal isDone) {

	private static final String FIRST = "First-password-1";
	private static final String SECOND = "Second-password-2";

	static final Flow REQUEST = first("request", FIRST,
			List.of("request", "--holder", "self", "--email", "jane.doe@example.org", "--phone", "02 555 01 01", "--accept-terms"),
			(newest, pending) -> pending.isNext(newest, "complete"));
	static final Flow COMPLETE = REQUEST.then("complete", FIRST, 1, List.of("complete"),
			(newest, pending) -> newest.tokenIsActive() && pending.isEmpty());
	static final Flow RENEW = COMPLETE.then("renew", SECOND, 2, List.of("renew", "--accept-terms"),
			(newest, pending) -> pending.isNext(newest, "complete"));
	static final Flow COMPLETE_RENEWAL = RENEW.then("complete the renewal", SECOND, 2, List.of("complete"),
			(newest, pending) -> newest.hasToken() && pending.isNext(newest, "activate"));
	static final Flow ACTIVATE = COMPLETE_RENEWAL.then("activate", SECOND, 2, List.of("activate"),
			(newest, pending) -> newest.tokenIsActive() && pending.isEmpty());

	static final List<Flow> ALL = List.of(REQUEST, COMPLETE, RENEW, COMPLETE_RENEWAL, ACTIVATE);

	/** Whether a flow is done. */
	@FunctionalInterface
	interface Goal {
		/** @param newest the request that reached the service last */
		boolean isReached(Received newest, Pending pending);
	}

	private static Flow first(String name, String saves, List<String> command, Goal isDone) {
		return new Flow(name, Optional.empty(), command, saves, saves, 1, isDone);
	}

	private Flow then(String next, String savesThen, int requestsThen, List<String> commandThen, Goal isDoneThen) {
		return new Flow(next, Optional.of(this), commandThen, saves, savesThen, requestsThen, isDoneThen);
	}

	/** Whether it has done all that it is for. */
	boolean isDone(List<Received> received, Pending pending) {
		return received.size() == requests && isDone.isReached(received.getLast(), pending);
	}

	/** Every password that a keystore can have by then. */
	List<String> passwords() {
		return List.of(FIRST, SECOND);
	}

	@Override
	public String toString() {
		return name;
	}
}
