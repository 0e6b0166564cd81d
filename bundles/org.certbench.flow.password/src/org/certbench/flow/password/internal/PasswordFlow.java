package org.certbench.flow.password.internal;

import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Progress;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.Choice;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.PasswordStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.flow.WorkStep;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.Keystore;

/**
 * Gives a keystore another password (M35), at whatever stage it is: on this computer alone, without a card
 * and without a service.
 */
public final class PasswordFlow implements Flow {

	private static final Texts TEXTS = Texts.of(PasswordFlow.class);

	/**
	 * What becomes of the backups, which still open with the old password. They stay unless the person wants
	 * them removed: nobody gets them back.
	 */
	@Override
	public List<Choice> choices() {
		return List.of(new Choice(PasswordChange.BACKUPS.id(), TEXTS.get("backups.title"), TEXTS.get("backups.explanation"),
				List.of(option(PasswordChange.KEEP), option(PasswordChange.REMOVE)), PasswordChange.KEEP, false));
	}

	private static Choice.Option option(String value) {
		return new Choice.Option(value, TEXTS.get("backups." + value), TEXTS.get("backups." + value + ".explanation"));
	}

	@Override
	public List<Step> steps(FlowSession session) {
		var change = new PasswordChange();
		return List.of(new KeystoreStep(TEXTS.get("keystore.purpose"), PasswordFlow::readable, PasswordFlow::accept),
				PasswordStep.ofOpenedKeystore(), new ChoiceStep(choices().getFirst()),
				new WorkStep("change", TEXTS.get("change.title"), TEXTS.get("change.explanation"), TEXTS.get("change.action"),
						change),
				new ResultStep(change::result));
	}

	private static Stream<CertificateLife> readable(Stream<CertificateLife> known) {
		return known.filter(life -> life.content().filter(content -> content.format() == Format.PKCS12).isPresent());
	}

	private static void accept(FlowSession session, Keystore keystore, Progress progress) throws ProblemException {
		var format = session.services().keystores().inspect(keystore.file()).format();
		if (format != Format.PKCS12) {
			throw new FlowException.OldForm(keystore.file().getFileName().toString(), format.name());
		}
		session.workOn(keystore.keyIdentifier());
	}
}
