package org.certbench.flow.revoke.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.authority.AuthorityException;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.core.DiskFault;
import org.certbench.core.Environment;
import org.certbench.core.FailureKind;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What keeps a certificate from being revoked: a type for each kind. */
public abstract sealed class RevocationException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(RevocationException.class);

	private RevocationException(FailureKind kind, String problem, String message, String remedy, Throwable cause) {
		super(kind, problem, message, remedy, cause);
	}

	private RevocationException(FailureKind kind, String problem, String text, Throwable cause, Object... arguments) {
		super(kind, problem, TEXTS, text, cause, arguments);
	}

	private RevocationException(DiskFault fault, String text, Path file, IOException cause) {
		super(FailureKind.KEYSTORE, fault, TEXTS, text, file, cause);
	}

	/** The service is not to be had: the form is the way out. */
	public static final class NoService extends RevocationException {
		private static final long serialVersionUID = 1L;

		NoService(AuthorityException cause) {
			super(cause.kind(), cause.problem(), cause.getMessage(), TEXTS.get("noService.remedy", cause.remedy()), cause);
		}
	}

	/** The authority of this environment revokes nothing. */
	public static final class NoOffice extends RevocationException {
		private static final long serialVersionUID = 1L;

		NoOffice(Environment environment) {
			super(FailureKind.REFUSED, "no-authority", "noOffice", null, environment.id());
		}
	}

	/** The person is not the certificate's manager, in the authority's words. */
	public static final class NotTheManager extends RevocationException {
		private static final long serialVersionUID = 1L;

		NotTheManager(Refused cause) {
			super(FailureKind.REFUSED, "manager-gone", cause.getMessage(), TEXTS.get("notTheManager.remedy"), cause);
		}
	}

	/** No certificate with that key is known, neither here nor among those of this person. */
	public static final class Unknown extends RevocationException {
		private static final long serialVersionUID = 1L;

		Unknown(KeyIdentifier key) {
			super(FailureKind.REFUSED, "not-known-there", "unknown", null, key);
		}
	}

	/** Nothing here tells which of the authority's certificates belongs to a keystore. */
	public static final class KeyUnknown extends RevocationException {
		private static final long serialVersionUID = 1L;

		/** @param file the keystore's name */
		KeyUnknown(String file) {
			super(FailureKind.KEYSTORE, "not-known-there", "keyUnknown", null, file);
		}
	}

	/** The form or the mail could not be written. */
	public static final class NotWritten extends RevocationException {
		private static final long serialVersionUID = 1L;

		/** @param folder where to */
		NotWritten(Path folder, IOException cause) {
			super(DiskFault.of(folder.resolve("any"), cause), "notWritten", folder, cause);
		}
	}
}
