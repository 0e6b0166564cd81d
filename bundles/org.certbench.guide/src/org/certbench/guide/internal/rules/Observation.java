package org.certbench.guide.internal.rules;

import java.nio.file.Path;

import org.certbench.core.Finding;
import org.certbench.core.Holder;
import org.certbench.core.Severity;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/**
 * What a rule saw at one keystore, on its way to a {@link Finding}.
 *
 * @param file    the keystore
 * @param holder  whom it concerns, or null
 * @param problem id of the page
 */
record Observation(Path file, Holder holder, String problem) {

	static Observation at(CertificateLife life, String problem) {
		return new Observation(life.file(), life.holder(), problem);
	}

	static Observation at(RequestRecord request, String problem) {
		return new Observation(request.keystore(), request.holder(), problem);
	}

	/** Good to know, nothing to do. */
	Finding information(String seen) {
		return new Finding(Severity.INFORMATION, problem, file.toUri(), holder, seen, false);
	}

	/** Something is to be done. */
	Finding warning(String seen) {
		return new Finding(Severity.WARNING, problem, file.toUri(), holder, seen, true);
	}

	/** Something is broken, or will be within days. */
	Finding error(String seen) {
		return new Finding(Severity.ERROR, problem, file.toUri(), holder, seen, true);
	}

	/** An error where it is urgent, a warning else. */
	Finding pressing(boolean urgent, String seen) {
		return urgent ? error(seen) : warning(seen);
	}
}
