package org.certbench.flow.handover.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.core.Texts;
import org.certbench.deployment.Delivery;
import org.certbench.deployment.DeploymentTargets;
import org.certbench.flow.Choice;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.SettingsStep;
import org.certbench.flow.SummaryBuilder;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.Keystore;

/** One run: asks the chosen target for its settings, lets it do its work, and notes that it is done. */
final class HandOver implements SettingsStep.Questions {

	private static final Texts TEXTS = Texts.of(HandOver.class);

	private final DeploymentTargets targets;
	private final Choice target;
	private Delivery delivery = new Delivery(List.of());

	HandOver(DeploymentTargets targets, Choice target) {
		this.targets = targets;
		this.target = target;
	}

	/** Which target; its answer is the id. */
	Choice target() {
		return target;
	}

	/** Begins with the target of the last time, unless one was answered. */
	void recall(FlowSession session, Keystore keystore) {
		if (session.get(target.answer()).isEmpty()) {
			holder(keystore).map(holder -> targets.remembered(holder).target())
					.filter(last -> target.option(last).isPresent()).ifPresent(last -> session.put(target.answer(), last));
		}
	}

	/** Whether the chosen target, where one is chosen, wants to know anything. */
	boolean hasSettings(FlowSession session) {
		return session.get(target.answer()).filter(chosen -> target.option(chosen).isPresent())
				.filter(chosen -> targets.target(chosen).settings().isEmpty()).isEmpty();
	}

	@Override
	public List<Setting> settings(FlowSession session) {
		return targets.target(chosen(session)).settings();
	}

	@Override
	public Map<String, String> known(FlowSession session) {
		return holder(KeystoreStep.opened(session)).map(targets::remembered)
				.map(remembered -> remembered.settings().get(chosen(session))).orElse(Map.of());
	}

	@Override
	public List<Setting.Problem> check(FlowSession session, Map<String, String> values) {
		return targets.target(chosen(session)).check(values);
	}

	private String chosen(FlowSession session) {
		return session.require(target.answer());
	}

	void deploy(FlowSession session, Map<String, String> values, Progress progress) throws ProblemException {
		var keystore = KeystoreStep.opened(session);
		var chosen = targets.target(chosen(session));
		delivery = chosen.deploy(keystore.file(), values, progress);
		holder(keystore).filter(holder -> chosen.isRepeatable())
				.ifPresent(holder -> targets.remember(holder, chosen(session), values));
		if (session.services().journal().request(keystore.keyIdentifier()).filter(HandOver::isInUse).isPresent()) {
			session.milestones().handedOver(keystore);
		}
	}

	/** A request that went another way, such as a revoked one, stays where it is. */
	private static boolean isInUse(RequestRecord request) {
		return request.milestone() == Milestone.ACTIVATED || request.milestone() == Milestone.TOKEN_REGISTERED;
	}

	private static Optional<Holder> holder(Keystore keystore) {
		return keystore.holder().map(HolderSubject::holder);
	}

	/** What the target tells, and that the password goes another way. */
	Result result(FlowSession session) {
		var keystore = KeystoreStep.opened(session);
		var summary = new SummaryBuilder(TEXTS).section("result.done");
		keystore.holder().ifPresent(summary::holder);
		target.option(chosen(session)).ifPresent(option -> summary.row("result.target", option.name()));
		summary.section("result.where");
		delivery.facts().forEach(fact -> summary.entry(fact.name(), fact.value()));
		summary.section("result.next").row("result.password", TEXTS.get("result.tellPassword")).row("result.then",
				TEXTS.get("result.check"));
		return new Result(summary.build(), keystore.file());
	}
}
