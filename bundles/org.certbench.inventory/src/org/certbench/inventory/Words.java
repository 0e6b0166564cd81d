package org.certbench.inventory;

import java.util.Locale;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.core.Texts;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.NextAction;

/**
 * What states and the like are called, in the user's language: the same word in
 * every view, on the command line and in reports.
 */
public final class Words {

	private static final Texts TEXTS = Texts.of(Words.class);

	private Words() {
	}

	/** A word or two, for a column: "to be renewed". */
	public static String of(LifeCycleState state) {
		return TEXTS.get("state." + state.id());
	}

	/** Where a certificate stands; of a keystore that cannot be opened here, that it cannot. */
	public static String stateOf(CertificateLife life) {
		return life.obstacle().isEmpty() ? of(life.state()) : TEXTS.get("state.unreadable");
	}

	/** What a state means, one sentence. */
	public static String meaning(LifeCycleState state) {
		return TEXTS.get("meaning." + state.id());
	}

	/** "Simulator", "Acceptance", "Production". */
	public static String of(Environment environment) {
		return TEXTS.get("environment." + environment.id());
	}

	/** What it means to work in an environment, one sentence. */
	public static String meaning(Environment environment) {
		return TEXTS.get("meaning." + environment.id());
	}

	/** "error", "warning", "note". */
	public static String of(Severity severity) {
		return TEXTS.get("severity." + severity.id());
	}

	/** How sure something is, as a word in brackets: "estimate". */
	public static String of(Knowledge knowledge) {
		return TEXTS.get("knowledge." + knowledge.id());
	}

	/** What is to be done next, one sentence. */
	public static String of(NextAction action) {
		return TEXTS.get("next." + action.name().toLowerCase(Locale.ROOT));
	}

	/** What is to be done next for a request, one sentence; nothing where all is done. */
	public static Optional<String> next(RequestRecord request) {
		return request.next().map(action -> request.milestone() == Milestone.SENT && request.checkedByHand()
				? TEXTS.get("next.complete.checked") : of(action));
	}
}
