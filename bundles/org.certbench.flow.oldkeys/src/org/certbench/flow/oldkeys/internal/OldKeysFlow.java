package org.certbench.flow.oldkeys.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.HolderSubject;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.flow.WorkStep;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.Keystore;

/**
 * Takes the encryption keys of an older keystore over into the present one (M26), where another program renewed
 * and did not: on this computer alone, without a card and without a service.
 */
public final class OldKeysFlow implements Flow {

	private static final Texts TEXTS = Texts.of(OldKeysFlow.class);

	@Override
	public List<Step> steps(FlowSession session) {
		var work = new TakeOver();
		return List.of(new KeystoreStep(TEXTS.get("keystore.purpose"), OldKeysFlow::present, OldKeysFlow::accept),
				KeystoreStep.ofOlder(TEXTS.get("old.purpose"), known -> older(known, session), work::accept),
				new WorkStep("take", TEXTS.get("take.title"), TEXTS.get("take.explanation"), TEXTS.get("take.action"), work),
				new ResultStep(work::result));
	}

	private static Stream<CertificateLife> present(Stream<CertificateLife> known) {
		return known.filter(life -> life.state().isInUse() && !life.isMissing());
	}

	/** Of the same holder, the newest first. */
	private static Stream<CertificateLife> older(Stream<CertificateLife> known, FlowSession session) {
		var present = KeystoreStep.opened(session);
		var holder = present.holder().map(HolderSubject::holder);
		return known.filter(life -> !life.isMissing() && !life.file().equals(present.file()) && life.knownHolder().equals(holder))
				.sorted(Comparator.comparing(CertificateLife::file).reversed());
	}

	private static void accept(FlowSession session, Keystore keystore, Progress progress) throws ProblemException {
		var format = session.services().keystores().inspect(keystore.file()).format();
		if (format != Format.PKCS12) {
			throw new FlowException.OldForm(keystore.file().getFileName().toString(), format.name());
		}
		session.workOn(keystore.keyIdentifier());
	}
}
