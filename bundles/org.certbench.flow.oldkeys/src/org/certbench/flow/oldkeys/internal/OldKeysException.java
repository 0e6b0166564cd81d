package org.certbench.flow.oldkeys.internal;

import org.certbench.core.FailureKind;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What keeps the keys of a keystore from being taken over: a type for each kind. */
abstract sealed class OldKeysException extends ProblemException {

	private static final long serialVersionUID = 1L;

	private OldKeysException(String text, Object... arguments) {
		super(FailureKind.KEYSTORE, "old-messages", Texts.of(OldKeysException.class), text, null, arguments);
	}

	/** Nobody's keys come into a keystore of somebody else. */
	static final class OtherHolder extends OldKeysException {

		private static final long serialVersionUID = 1L;

		/** @param old the older keystore's name */
		OtherHolder(String old, Holder its, Holder present) {
			super("otherHolder", old, its, present);
		}
	}

	/** All of its encryption keys are there already, or it has none. */
	static final class NothingToTake extends OldKeysException {

		private static final long serialVersionUID = 1L;

		/**
		 * @param old     the older keystore's name
		 * @param present the name of the one that takes
		 */
		NothingToTake(String old, String present) {
			super("nothingToTake", old, present);
		}
	}
}
