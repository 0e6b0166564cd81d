package org.certbench.ui.wizard.internal.page;

import java.util.Arrays;
import java.util.List;

import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.CertificateStep;
import org.certbench.flow.KnownCertificate;
import org.certbench.ui.Dates;
import org.certbench.ui.Icon;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Asks for a certificate, whose keystore stays closed or may be lost: a table, in which none is chosen by itself. */
public final class CertificatePage implements StepPage {

	private static final Texts TEXTS = Texts.of(CertificatePage.class);
	private static final int LEAST_HEIGHT = 180;

	private PageContext context;
	private Table table;
	private Remark remark;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(parent);
		table = WidgetIds.set(new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE), "wizard.certificate.certificate");
		table.setHeaderVisible(true);
		for (var column : List.of("keystore.holder", "keystore.state", "keystore.expires", "certificate.where",
				"keystore.identifier")) {
			new TableColumn(table, SWT.LEFT).setText(TEXTS.get(column));
		}
		GridDataFactory.fillDefaults().grab(true, true).hint(300, LEAST_HEIGHT).applyTo(table);
		table.addListener(SWT.Selection, selected -> choose());
		table.addListener(SWT.DefaultSelection, selected -> context.goOn());
		remark = new Remark(parent, "wizard.certificate.remark");
	}

	@Override
	public void refresh() {
		table.removeAll();
		candidates().forEach(this::addRow);
		for (var column : table.getColumns()) {
			column.pack();
		}
		var chosen = context.session().get(Answer.CERTIFICATE);
		Arrays.stream(table.getItems()).filter(row -> chosen.filter(row.getData()::equals).isPresent()).findFirst()
				.ifPresent(table::setSelection);
		tell();
	}

	@Override
	public void focus() {
		table.setFocus();
		if (context.session().get(Answer.CERTIFICATE).isEmpty()) {
			table.deselectAll();
		}
	}

	private List<KnownCertificate> candidates() {
		return ((CertificateStep) context.step()).candidates();
	}

	private void addRow(KnownCertificate certificate) {
		var now = context.session().services().clock().instant();
		var row = new TableItem(table, SWT.NONE);
		row.setData(certificate);
		row.setImage(Icon.KEYSTORE.image());
		row.setText(new String[] {
				certificate.holderName().isEmpty() ? certificate.holder().toString() : certificate.holderName(),
				certificate.state(), certificate.expires().map(last -> Dates.day(last)).orElse(""),
				TEXTS.get(certificate.keystore().isPresent() ? "certificate.here" : "certificate.there"),
				certificate.holder().toString() });
	}

	private void choose() {
		if (table.getSelectionCount() > 0) {
			context.session().put(Answer.CERTIFICATE, (KnownCertificate) table.getSelection()[0].getData());
			tell();
			context.answered();
		}
	}

	private void tell() {
		context.session().get(Answer.CERTIFICATE).ifPresentOrElse(
				chosen -> remark.note(chosen.keystore().map(file -> TEXTS.get("keystore.chosen", file))
						.orElseGet(() -> TEXTS.get("certificate.key", chosen.key()))),
				() -> remark.waiting(TEXTS.get(candidates().isEmpty() ? "certificate.none" : "certificate.choose")));
	}
}
