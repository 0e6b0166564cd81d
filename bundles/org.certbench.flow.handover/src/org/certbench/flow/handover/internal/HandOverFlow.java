package org.certbench.flow.handover.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.deployment.DeploymentTargets;
import org.certbench.flow.Choice;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.SettingsStep;
import org.certbench.flow.Step;
import org.certbench.flow.WorkStep;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.Stage;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Hands a keystore over to what uses it, by one of the installed deployment targets (M25, W07). Its
 * password is asked so that it is sure which password goes with the file; it goes to nobody.
 */
public final class HandOverFlow implements Flow {

	private static final Texts TEXTS = Texts.of(HandOverFlow.class);

	private final Supplier<DeploymentTargets> targets;

	/** As the extension makes it: with the targets of this installation. */
	public HandOverFlow() {
		var context = FrameworkUtil.getBundle(HandOverFlow.class).getBundleContext();
		var tracker = new ServiceTracker<DeploymentTargets, DeploymentTargets>(context, DeploymentTargets.class, null);
		tracker.open();
		targets = tracker::getService;
	}

	public HandOverFlow(DeploymentTargets targets) {
		this.targets = () -> targets;
	}

	@Override
	public List<Choice> choices() {
		return List.of(target());
	}

	private Choice target() {
		var options = targets.get().installed().stream()
				.map(target -> new Choice.Option(target.id(), target.name(), target.description())).toList();
		return new Choice("target", TEXTS.get("target.title"), TEXTS.get("target.explanation"), options);
	}

	@Override
	public List<Step> steps(FlowSession session) {
		var handOver = new HandOver(targets.get(), target());
		var settings = new SettingsStep(handOver);
		return List.of(
				new KeystoreStep(TEXTS.get("keystore.purpose"), HandOverFlow::candidates,
						(any, keystore, progress) -> accept(any, keystore, handOver, progress)),
				new ChoiceStep(handOver.target()), settings.onlyIf(handOver::hasSettings),
				new WorkStep("deploy", TEXTS.get("deploy.title"), TEXTS.get("deploy.explanation"), TEXTS.get("deploy.action"),
						(any, progress) -> handOver.deploy(any, handOver.hasSettings(any) ? settings.values(any) : Map.of(), progress)),
				new ResultStep(handOver::result));
	}

	/** Those whose hand-over is due; where there are none, all that are in use. */
	private static Stream<CertificateLife> candidates(Stream<CertificateLife> known) {
		var all = known.filter(life -> !life.isMissing()).toList();
		var due = KeystoreStep.awaiting(NextAction.HAND_OVER).apply(all.stream()).toList();
		return due.isEmpty() ? all.stream().filter(life -> life.state().isInUse()) : due.stream();
	}

	private static void accept(FlowSession session, Keystore keystore, HandOver handOver, Progress progress)
			throws ProblemException {
		if (keystore.stage() == Stage.REQUESTED) {
			throw new FlowException.NotCompleted(keystore.file().getFileName().toString());
		}
		var next = session.services().journal().request(keystore.keyIdentifier()).flatMap(RequestRecord::next);
		if (next.filter(NextAction.ACTIVATE::equals).isPresent()) {
			throw new NotActivated(keystore.file());
		}
		session.workOn(keystore.keyIdentifier());
		handOver.recall(session, keystore);
	}
}
