package org.certbench.ehealth;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Environment;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Signer;
import org.certbench.core.Texts;

/** What is refused on our side, before anything is sent: a type for each kind. */
public abstract sealed class EhealthException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(EhealthException.class);

	private EhealthException(FailureKind kind, String problem, String text, Throwable cause, Object... arguments) {
		super(kind, problem, TEXTS, text, cause, arguments);
	}

	/** A key of one environment in another: a virtual card's, or one of the simulator's, outside it. */
	public static final class NotForEnvironment extends EhealthException {
		private static final long serialVersionUID = 1L;

		public NotForEnvironment(Signer signer, Environment environment) {
			super(FailureKind.REFUSED, "refused", "notForEnvironment", null,
					DistinguishedName.of(signer.certificate().getSubjectX500Principal()).commonName(), environment.id());
		}
	}

	/** The card or keystore gave a signature that its own certificate does not verify. */
	public static final class BrokenSignature extends EhealthException {
		private static final long serialVersionUID = 1L;

		public BrokenSignature(Signer signer, Throwable cause) {
			super(FailureKind.CARD, "eid-no-card", "brokenSignature", cause,
					DistinguishedName.of(signer.certificate().getSubjectX500Principal()).commonName());
		}
	}

	/** A signed order that was kept to be sent again is no longer what was signed. */
	public static final class DamagedOrder extends EhealthException {
		private static final long serialVersionUID = 1L;

		public DamagedOrder(Throwable cause) {
			super(FailureKind.REFUSED, "refused", "damagedOrder", cause);
		}
	}
}
