package org.certbench.ui.wizard.internal.page;

import java.util.List;

import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.CertificateStep;
import org.certbench.flow.KnownCertificate;
import org.certbench.ui.Dates;
import org.certbench.ui.Icon;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/** Asks for a certificate, whose keystore stays closed or may be lost: a table, in which none is chosen by itself. */
public final class CertificatePage implements StepPage {

	private static final Texts TEXTS = Texts.of(CertificatePage.class);
	private static final int LEAST_HEIGHT = 180;

	private PageContext context;
	private ChoiceTable<KnownCertificate> table;
	private Remark remark;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(parent);
		table = new ChoiceTable<>(parent, "wizard.certificate.certificate", KnownCertificate.class, List.of("keystore.holder",
				"keystore.state", "keystore.expires", "certificate.where", "keystore.identifier"), CertificatePage::write)
				.whenChosen(this::choose, context);
		GridDataFactory.fillDefaults().grab(true, true).hint(300, LEAST_HEIGHT).applyTo(table.table());
		remark = new Remark(parent, "wizard.certificate.remark");
	}

	@Override
	public void refresh() {
		table.show(candidates());
		table.select(each -> context.session().get(Answer.CERTIFICATE).filter(each::equals).isPresent());
		tell();
	}

	@Override
	public void focus() {
		table.table().setFocus();
		if (context.session().get(Answer.CERTIFICATE).isEmpty()) {
			table.table().deselectAll();
		}
	}

	private List<KnownCertificate> candidates() {
		return ((CertificateStep) context.step()).candidates();
	}

	private static void write(TableItem row, KnownCertificate certificate) {
		row.setImage(Icon.KEYSTORE.image());
		row.setText(new String[] {
				certificate.holderName().isEmpty() ? certificate.holder().toString() : certificate.holderName(),
				certificate.state(), certificate.expires().map(last -> Dates.day(last)).orElse(""),
				TEXTS.get(certificate.keystore().isPresent() ? "certificate.here" : "certificate.there"),
				certificate.holder().toString() });
	}

	private void choose() {
		table.selected().ifPresent(chosen -> {
			context.session().put(Answer.CERTIFICATE, chosen);
			tell();
			context.answered();
		});
	}

	private void tell() {
		context.session().get(Answer.CERTIFICATE).ifPresentOrElse(
				chosen -> remark.note(chosen.keystore().map(file -> TEXTS.get("keystore.chosen", file))
						.orElseGet(() -> TEXTS.get("certificate.key", chosen.key()))),
				() -> remark.waiting(TEXTS.get(candidates().isEmpty() ? "certificate.none" : "certificate.choose")));
	}
}
