package org.certbench.flow.revoke.internal;

import java.util.List;
import java.util.function.Supplier;

import org.certbench.core.HolderSubject;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.certbench.flow.CertificateStep;
import org.certbench.flow.Choice;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowSession;
import org.certbench.flow.ResultStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.SettingsStep;
import org.certbench.flow.Step;
import org.certbench.flow.SummaryBuilder;
import org.certbench.flow.SummaryStep;
import org.certbench.flow.SummaryStep.Wording;
import org.certbench.mail.Mailer;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Revokes a certificate (M30): over the service, with the eID's signature; or by a form, where the
 * service, the eID or the manager is not to be had. Neither the keystore nor its password is needed.
 */
public final class RevokeFlow implements Flow {

	private static final Texts TEXTS = Texts.of(RevokeFlow.class);

	private final Supplier<Mailer> mailer;

	/** As the extension makes it: with the mailer of this installation. */
	public RevokeFlow() {
		var context = FrameworkUtil.getBundle(RevokeFlow.class).getBundleContext();
		var tracker = new ServiceTracker<Mailer, Mailer>(context, Mailer.class, null);
		tracker.open();
		mailer = tracker::getService;
	}

	public RevokeFlow(Mailer mailer) {
		this.mailer = () -> mailer;
	}

	@Override
	public List<Choice> choices() {
		return List.of(Way.choice(), Ground.choice());
	}

	@Override
	public List<Step> steps(FlowSession session) {
		var revocation = new Revocation();
		var papers = new RevocationPapers(mailer);
		return List.of(new ChoiceStep(Way.choice()), new CardStep().onlyIf(any -> Way.of(any) != Way.PAPER),
				new CertificateStep(TEXTS.get("certificate.purpose"), revocation::candidates, revocation::accept),
				new ChoiceStep(Ground.choice()).onlyIf(any -> !revocation.isDone()),
				new SummaryStep(wording("revoke"), revocation::prepare, revocation::revoke)
						.onlyIf(any -> Way.of(any) == Way.SERVICE && !revocation.isDone()),
				new SettingsStep(papers).onlyIf(any -> Way.of(any) != Way.SERVICE),
				new SummaryStep(wording("form"), (any, progress) -> papers.prepare(any), papers::write)
						.onlyIf(any -> Way.of(any) != Way.SERVICE),
				new ResultStep(any -> Way.of(any) == Way.SERVICE ? revoked(any) : written(any, papers)));
	}

	private static Wording wording(String step) {
		return new Wording(step, TEXTS.get(step + ".title"), TEXTS.get(step + ".explanation"), TEXTS.get(step + ".action"),
				TEXTS.get(step + ".warning"), TEXTS.get(step + ".confirmation"));
	}

	private static Result revoked(FlowSession session) {
		var certificate = session.require(Answer.CERTIFICATE);
		var summary = new SummaryBuilder(TEXTS).section("result.revoked")
				.holder(new HolderSubject(certificate.holder(), certificate.holderName()))
				.row("summary.key", certificate.key()).row("result.state", TEXTS.get("result.isRevoked"));
		certificate.keystore().ifPresent(summary::keystore);
		summary.section("result.next").row("result.then", TEXTS.get("result.requestNew")).row("result.keep",
				TEXTS.get("result.keepKeystore"));
		return new Result(summary.build(), certificate.file());
	}

	private static Result written(FlowSession session, RevocationPapers papers) {
		var certificate = session.require(Answer.CERTIFICATE);
		var files = papers.written();
		var summary = new SummaryBuilder(TEXTS).section("result.written")
				.holder(new HolderSubject(certificate.holder(), certificate.holderName()))
				.row("result.state", TEXTS.get("result.notRevokedYet")).section("form.title")
				.row("form.folder", files.getFirst().getParent()).row("form.pdf", files.getFirst().getFileName())
				.row("form.mail", files.getLast().getFileName()).row("form.recipient", RevocationPapers.RECIPIENT)
				.section("result.next").row("result.then",
						TEXTS.get(Way.of(session) == Way.FORM ? "result.sendMail" : "result.printAndSend"))
				.row("result.confirmed", TEXTS.get("result.confirmation"));
		return new Result(summary.build(), null, files);
	}
}
